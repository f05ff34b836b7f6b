import type { Transport } from './transport.ts';
import { ApiError } from './ledger-api.ts';

/** Answers kept on this machine. They hold what the key may read, never the key; `owner` is a digest that tells keys apart. */
export interface AnswerStore {
  get(owner: string, name: string): Promise<unknown>;
  put(owner: string, name: string, answer: unknown): Promise<void>;
  /** Forgets everything, of every owner. */
  clear(): Promise<void>;
}

/** What is worth knowing without a network: who the key is, the plan, entries and scores. Draws and keys are acts of the moment. */
const KEPT = /^\/v1\/(?:me|plan|scores(?:\/[^/]+)?|registers\/[a-z]+\/entries)$/;

/** A transport that answers from what it was told last while the server cannot be reached. Everything else rejects as before. */
export function remembering(transport: Transport, store: AnswerStore, owner: () => Promise<string>): Transport {
  return async (method, path, options = {}) => {
    if (method !== 'GET' || !KEPT.test(path)) return transport(method, path, options);
    const name = nameOf(path, options.query);
    try {
      const answer = await transport<never>(method, path, options);
      void owner()
        .then((id) => store.put(id, name, answer))
        .catch(() => undefined); // a courtesy: the answer is at hand without it
      return answer;
    } catch (fault) {
      if (!(fault instanceof ApiError) || fault.code !== 'unreachable') throw fault;
      const kept = await owner()
        .then((id) => store.get(id, name))
        .catch(() => undefined);
      if (kept === undefined) throw fault;
      return kept as never;
    }
  };
}

/** One name for a question. The day makes no difference: without a network yesterday's answer is the last there is. */
function nameOf(path: string, query: Readonly<Record<string, string | number | undefined>> = {}): string {
  const asked = Object.entries(query).filter(([name, value]) => name !== 'asOf' && value !== undefined);
  return `${path}?${asked
    .map(([name, value]) => `${name}=${value}`)
    .toSorted()
    .join('&')}`;
}

const DATABASE = 'taizhang';
const STORE = 'answers';

/** Answers in this browser's IndexedDB. */
export function indexedAnswers(): AnswerStore {
  let opening: Promise<IDBDatabase> | null = null;
  const database = (): Promise<IDBDatabase> => {
    opening ??= settled(indexedDB.open(DATABASE, 1), (request) => request.result.createObjectStore(STORE));
    return opening;
  };
  const store = async (mode: IDBTransactionMode): Promise<IDBObjectStore> => (await database()).transaction(STORE, mode).objectStore(STORE);
  return {
    get: async (owner, name) => settled((await store('readonly')).get(`${owner} ${name}`)),
    put: async (owner, name, answer) => void (await settled((await store('readwrite')).put(answer, `${owner} ${name}`))),
    clear: async () => {
      await settled((await store('readwrite')).clear());
    },
  };
}

function settled<Result>(request: IDBRequest<Result> | IDBOpenDBRequest, upgrade?: (request: IDBOpenDBRequest) => void): Promise<Result> {
  return new Promise((resolve, reject) => {
    if (upgrade) request.addEventListener('upgradeneeded', () => upgrade(request as IDBOpenDBRequest));
    request.addEventListener('success', () => resolve(request.result as Result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no answer store')));
  });
}
