import { ApiCollection, ApiObject, hasMember } from './api-object.ts';
import { clientName, wireName, type QueryInfo } from './protocol.ts';

export interface Reader {
  identity(object: ApiObject): Record<string, unknown>;
  /** The member's value; throws NotImplemented by name. */
  read(object: ApiObject, name: string): unknown;
}

/** The answer to a `load`: the selected properties under their wire names, nested objects nested, collections as `_Items`. */
export function answerQuery(object: ApiObject, query: QueryInfo, reader: Reader): Record<string, unknown> {
  const paths = [...(query.Select ?? []), ...(query.Expand ?? [])].map(plainPath).filter((path) => path !== '');
  return object instanceof ApiCollection ? answerCollection(object, paths, query, reader) : answerObject(object, paths, reader);
}

/** `items/columns/items/name` → `columns/name`: array loads arrive with their `items`, string loads without. */
function plainPath(path: string): string {
  const steps = path.replaceAll('.', '/').split('/');
  return steps.filter((step) => step.toLowerCase() !== 'items').join('/');
}

function answerCollection(collection: ApiCollection<ApiObject>, paths: readonly string[], query: QueryInfo, reader: Reader): Record<string, unknown> {
  const answer = reader.identity(collection);
  const own = paths.filter((path) => path !== 'items' && hasMember(collection, clientName(path)));
  for (const path of own) answer[wireName(path)] = reader.read(collection, clientName(path));
  const rest = paths.filter((path) => !own.includes(path));
  if (own.length > 0 && rest.length === 0) return answer;
  const skip = query.Skip ?? 0;
  const items = collection.items.slice(skip, query.Top === undefined ? undefined : skip + query.Top);
  answer['_Items'] = items.map((item, index) => ({ _Index: index, ...answerObject(item, rest, reader) }));
  return answer;
}

function answerObject(object: ApiObject, paths: readonly string[], reader: Reader): Record<string, unknown> {
  const answer = reader.identity(object);
  const nested = new Map<string, string[]>();
  const wanted = paths.length === 0 || paths.includes('*') ? [...paths.filter((path) => path !== '*'), ...object.scalars] : paths;
  for (const path of wanted) {
    const [first = '', ...rest] = path.split('/');
    const name = clientName(first);
    if (rest.length > 0) {
      nested.set(name, [...(nested.get(name) ?? []), rest.join('/')]);
      continue;
    }
    const value = reader.read(object, name);
    if (value instanceof ApiObject) nested.set(name, nested.get(name) ?? []);
    else answer[wireName(name)] = value ?? null;
  }
  for (const [name, select] of nested) {
    const value = reader.read(object, name);
    answer[wireName(name)] = value instanceof ApiObject ? answerQuery(value, { Select: select }, reader) : null;
  }
  return answer;
}
