/** An object of the API as the client sees it: its public getters, setters and methods are the members of the same names. */
export abstract class ApiObject {
  /** Its class in the Excel API, for messages. */
  abstract readonly apiClass: string;

  /** The properties a `load()` without names answers. */
  get scalars(): readonly string[] {
    return [];
  }

  /** Whether what it stands for is still in the workbook; asked when the client uses an object it kept over a sync. */
  get exists(): boolean {
    return true;
  }

  /** What the client finds it again by after the sync that made it: `Id` where the class has an `id`, else `_Id`. */
  get identity(): Readonly<Record<string, unknown>> {
    return {};
  }
}

/** A collection; a load on it is answered per item, but for the collection's own properties such as `count`. */
export abstract class ApiCollection<T extends ApiObject> extends ApiObject {
  abstract get items(): readonly T[];

  get count(): number {
    return this.items.length;
  }

  getCount(): number {
    return this.count;
  }
}

/** Whether the object has a member of this name, implemented by its class and not by the machinery of ApiObject. */
export function hasMember(object: ApiObject, name: string): boolean {
  return name in object && !(name in ApiObject.prototype) && name !== 'apiClass';
}
