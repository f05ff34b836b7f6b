import { MAX_PAGE } from '../../shared/contract/entries.ts';
import { once } from '../work/once.ts';
import type { Transport } from './transport.ts';
import { ApiError } from './ledger-api.ts';
import type { Reach } from './reach.ts';

/** An answer and when it was heard, ISO 8601. */
export interface KeptAnswer {
  readonly at: string;
  readonly answer: unknown;
}

/** Answers kept on this machine. They hold what the key may read, never the key; `owner` is a digest that tells keys apart. */
export interface AnswerStore {
  get(owner: string, name: string): Promise<KeptAnswer | undefined>;
  put(owner: string, name: string, kept: KeptAnswer): Promise<void>;
  /** Forgets everything, of every owner. */
  clear(): Promise<void>;
}

/** What is worth knowing without a network: who the key is, the plan, entries and scores. Draws and keys are acts of the moment. */
const KEPT = /^\/v1\/(?:me|plan|scores(?:\/[^/]+)?|registers\/[a-z]+\/entries)$/;

/** What is asked to find out whether the server answers again. */
const PROBE = '/v1/me';

/**
 * A transport that answers from what it was told last while the server cannot be reached, and says how old the rows are that it gives then.
 * Everything else rejects as before.
 */
export function remembering(
  transport: Transport,
  store: AnswerStore,
  owner: () => Promise<string>,
  reach: Pick<Reach, 'isReachable' | 'tellKnown'>,
): Transport {
  return async (method, path, options = {}) => {
    // Verdicts as of a day are worked out anew from the rows.
    const isFigure = path.endsWith('/entries') && options.query?.['asOf'] !== undefined;
    if (method !== 'GET' || !KEPT.test(path) || isFigure) return transport(method, path, options);
    const name = nameOf(path, options.query);
    const remember = async (): Promise<{ readonly answer: unknown } | undefined> => {
      const kept = await owner()
        .then((id) => store.get(id, name))
        .catch(() => undefined);
      if (kept !== undefined && options.query?.['limit'] === MAX_PAGE) reach.tellKnown(kept.at); // a register as a whole
      return kept;
    };
    if (!reach.isReachable() && path !== PROBE) {
      const kept = await remember(); // at once: whether the server is back is asked elsewhere
      if (kept !== undefined) return kept.answer as never;
    }
    try {
      const answer = await transport<never>(method, path, options);
      void owner()
        .then((id) => store.put(id, name, { at: new Date().toISOString(), answer }))
        .catch(() => undefined); // a courtesy: the answer is at hand without it
      return answer;
    } catch (fault) {
      if (!(fault instanceof ApiError) || fault.code !== 'unreachable') throw fault;
      const kept = await remember();
      if (kept === undefined) throw fault;
      return kept.answer as never;
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
const STORE = 'kept';
const VERSION = 2;

/** Answers in this browser's IndexedDB. */
export function indexedAnswers(): AnswerStore {
  const database = once(() =>
    settled<IDBDatabase>(indexedDB.open(DATABASE, VERSION), ({ result }) => {
      for (const before of result.objectStoreNames) result.deleteObjectStore(before);
      result.createObjectStore(STORE);
    }),
  );
  const store = async (mode: IDBTransactionMode): Promise<IDBObjectStore> => (await database.get()).transaction(STORE, mode).objectStore(STORE);
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
