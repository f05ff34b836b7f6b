import { ApiError } from './ledger-api.ts';
import type { Transport } from './transport.ts';

/** Whether the server could be reached when it was last asked, and who wants to know when that changes. */
export interface Reach {
  readonly isReachable: () => boolean;
  readonly subscribe: (listener: () => void) => () => void;
  /** Says what became of the last request. */
  readonly tell: (isReachable: boolean) => void;
}

export function createReach(): Reach {
  let current = true;
  const listeners = new Set<() => void>();
  return {
    isReachable: () => current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell: (isReachable) => {
      if (current === isReachable) return;
      current = isReachable;
      for (const listener of listeners) listener();
    },
  };
}

/** A transport that tells what becomes of its requests: an answer of any kind, or none. */
export function watched(transport: Transport, reach: Reach): Transport {
  return async (method, path, options) => {
    try {
      const answer = await transport<never>(method, path, options);
      reach.tell(true);
      return answer;
    } catch (fault) {
      if (fault instanceof ApiError) reach.tell(fault.code !== 'unreachable');
      throw fault;
    }
  };
}
