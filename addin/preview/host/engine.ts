import { ApiCollection, ApiObject, hasMember } from './api-object.ts';
import { ApiError, itemNotFound, notImplemented } from './errors.ts';
import { answerQuery } from './query.ts';
import {
  ActionType,
  clientName,
  PathType,
  type Action,
  type ActionResult,
  type ArgumentInfo,
  type ObjectPath,
  type ProcessAnswer,
  type ProcessQuery,
} from './protocol.ts';

/** Makes the objects the client creates by type name, such as `Microsoft.InternalService.AddinInternalService`. */
export type NewObjects = Readonly<Record<string, () => ApiObject>>;

/** Called for `_Register…Event` and `_Unregister…Event`, which every class with events has. */
export type OnRegistration = (object: ApiObject, event: string, isAdded: boolean) => void;

const REGISTRATION = /^_(Un)?[Rr]egister(\w+)$/;

/**
 * Interprets rich-API requests over a graph of ApiObjects. It knows the protocol and nothing of Excel. A member the graph lacks
 * fails the request by name (`NotImplemented`, `Range.copyFrom`). As in Excel, actions before a failing one stay done.
 */
export class Engine {
  readonly #root: ApiObject;
  readonly #newObjects: NewObjects;
  readonly #onRegistration: OnRegistration;
  readonly #references = new Map<string, ApiObject>();
  readonly #referenceOf = new WeakMap<ApiObject, string>();
  #nextReference = 1;

  constructor(root: ApiObject, newObjects: NewObjects, onRegistration: OnRegistration) {
    this.#root = root;
    this.#newObjects = newObjects;
    this.#onRegistration = onRegistration;
  }

  /** The objects the client keeps over syncs (`context.trackedObjects`). */
  tracked(): Iterable<ApiObject> {
    return this.#references.values();
  }

  process(request: ProcessQuery): ProcessAnswer {
    const run = new Run(this, request.ObjectPaths ?? {});
    const results: ActionResult[] = [];
    for (const [index, action] of request.Actions.entries()) {
      try {
        results.push({ ActionId: action.Id, Value: run.perform(action) });
      } catch (error) {
        const known = error instanceof ApiError ? error : new ApiError('GeneralException', `A fault of the preview host: ${String(error)}`, 500);
        return {
          Results: results,
          TraceIds: [],
          Error: { Code: known.code, Message: known.message, Location: run.location, ActionIndex: index, HttpStatusCode: known.status },
        };
      }
    }
    return { Results: results, TraceIds: request.Actions.filter((action) => action.ActionType === ActionType.trace).map((action) => action.Id) };
  }

  get root(): ApiObject {
    return this.#root;
  }

  newObject(typeName: string): ApiObject {
    const make = this.#newObjects[typeName];
    if (!make) throw notImplemented(typeName);
    return make();
  }

  referenced(id: string): ApiObject {
    const object = this.#references.get(id);
    if (!object?.exists) throw itemNotFound();
    return object;
  }

  /** What an instantiation answers: how the client finds the object again. */
  identity(object: ApiObject): Record<string, unknown> {
    const reference = this.#referenceOf.get(object);
    return { ...object.identity, ...(reference !== undefined && this.#references.has(reference) && { _ReferenceId: reference }) };
  }

  /** Members every object has. `undefined`: not one of them. */
  callCommon(object: ApiObject, name: string, args: readonly unknown[]): null | undefined {
    if (name === '_KeepReference') {
      const reference = this.#referenceOf.get(object) ?? `ref${this.#nextReference++}`;
      this.#referenceOf.set(object, reference);
      this.#references.set(reference, object);
      return null;
    }
    if (name === '_RemoveReference') {
      this.#references.delete(String(args[0]));
      return null;
    }
    const [isRegistration, isRemoval, event] = REGISTRATION.exec(name) ?? [];
    if (isRegistration === undefined || event === undefined) return undefined;
    this.#onRegistration(object, event, isRemoval === undefined);
    return null;
  }
}

/** One request: its object paths are resolved once each. */
class Run {
  /** The member at work, such as `TableCollection.getItem`, for the error's location. */
  location: string | null = null;
  readonly #engine: Engine;
  readonly #paths: Readonly<Record<string, ObjectPath>>;
  readonly #resolved = new Map<number, ApiObject | null>();

  constructor(engine: Engine, paths: Readonly<Record<string, ObjectPath>>) {
    this.#engine = engine;
    this.#paths = paths;
  }

  perform(action: Action): unknown {
    if (action.ActionType === ActionType.trace) return null;
    const object = this.#resolve(action.ObjectPathId);
    if (object === null) return null;
    switch (action.ActionType) {
      case ActionType.instantiate:
        return this.#engine.identity(object);
      case ActionType.query:
      case ActionType.queryAsJson:
        return answerQuery(object, action.QueryInfo ?? {}, { identity: (one) => this.#engine.identity(one), read: (one, name) => this.#read(one, name) });
      case ActionType.method:
        return this.#call(object, clientName(action.Name), this.#arguments(action.ArgumentInfo)) ?? null;
      case ActionType.setProperty:
        this.#write(object, clientName(action.Name), this.#arguments(action.ArgumentInfo)[0]);
        return null;
      case ActionType.update:
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) this.#write(object, clientName(name), value);
        return null;
      default:
        throw notImplemented(`action type ${action.ActionType}`);
    }
  }

  #resolve(id: number): ApiObject | null {
    const known = this.#resolved.get(id);
    if (known !== undefined) return known;
    const path = this.#paths[id];
    if (!path) throw new ApiError('InvalidObjectPath', `The request has no object path ${id}.`);
    const object = this.#follow(path);
    this.#resolved.set(id, object);
    return object;
  }

  #follow(path: ObjectPath): ApiObject | null {
    this.location = null;
    if (path.ObjectPathType === PathType.globalObject) return this.#engine.root;
    if (path.ObjectPathType === PathType.newObject) return this.#engine.newObject(path.Name);
    if (path.ObjectPathType === PathType.reference) return this.#engine.referenced(path.Name);
    if (path.ObjectPathType === PathType.nullObject || path.ParentObjectPathId === undefined) return null;
    const parent = this.#resolve(path.ParentObjectPathId);
    if (parent === null) return null;
    const args = this.#arguments(path.ArgumentInfo);
    if (path.ObjectPathType === PathType.property) return this.#object(this.#read(parent, clientName(path.Name)));
    const method = path.ObjectPathType === PathType.indexer ? 'getItem' : clientName(path.Name);
    return this.#object(this.#call(parent, method, args));
  }

  /** What a path leads to: an object, or null for a null object. */
  #object(value: unknown): ApiObject | null {
    if (value === null || value === undefined) return null;
    if (!(value instanceof ApiObject)) throw notImplemented(`${this.location ?? 'a path'} as an object`);
    return value;
  }

  #arguments(info: ArgumentInfo | undefined): unknown[] {
    return (info?.Arguments ?? []).map((value, index) => this.#argument(value, info?.ReferencedObjectPathIds?.[index]));
  }

  #argument(value: unknown, reference: unknown): unknown {
    if (Array.isArray(reference) && Array.isArray(value)) return value.map((item: unknown, index) => this.#argument(item, reference[index]));
    if (typeof reference === 'number' && reference !== 0) return this.#resolve(reference);
    const inner: unknown = value !== null && typeof value === 'object' ? Reflect.get(value, '_ObjectPathId') : undefined;
    return typeof inner === 'number' ? this.#resolve(inner) : value;
  }

  #read(object: ApiObject, name: string): unknown {
    this.location = `${object.apiClass}.${name}`;
    if (!hasMember(object, name)) throw notImplemented(this.location);
    return Reflect.get(object, name);
  }

  #write(object: ApiObject, name: string, value: unknown): void {
    this.location = `${object.apiClass}.${name}`;
    if (!hasMember(object, name) || object instanceof ApiCollection || !Reflect.set(object, name, value)) throw notImplemented(`setting ${this.location}`);
  }

  #call(object: ApiObject, name: string, args: readonly unknown[]): unknown {
    this.location = `${object.apiClass}.${name}`;
    const method: unknown = hasMember(object, name) ? Reflect.get(object, name) : undefined;
    if (typeof method === 'function') return Reflect.apply(method, object, args) as unknown;
    const common = this.#engine.callCommon(object, name, args);
    if (common === undefined) throw notImplemented(this.location);
    return common;
  }
}
