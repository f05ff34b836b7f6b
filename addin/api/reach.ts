import { ApiError } from './ledger-api.ts';
import type { Transport } from './transport.ts';

/** Whether the server could be reached when it was last asked, and who wants to know when that changes. */
export interface Reach {
  readonly isReachable: () => boolean;
  /** When the oldest of the rows was heard that answers have been given from since then, ISO 8601; null while the server answers. */
  readonly knownAt: () => string | null;
  readonly subscribe: (listener: () => void) => () => void;
  /** Says what became of the last request. */
  readonly tell: (isReachable: boolean) => void;
  /** Says that rows heard at a moment had to do. */
  readonly tellKnown: (at: string) => void;
}

export function createReach(): Reach {
  let current = true;
  let knownAt: string | null = null;
  const listeners = new Set<() => void>();
  const notify = (): void => {
    for (const listener of listeners) listener();
  };
  return {
    isReachable: () => current,
    knownAt: () => knownAt,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell: (isReachable) => {
      if (current === isReachable) return;
      current = isReachable;
      knownAt = null;
      notify();
    },
    tellKnown: (at) => {
      if (current || (knownAt !== null && knownAt <= at)) return;
      knownAt = at;
      notify();
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
