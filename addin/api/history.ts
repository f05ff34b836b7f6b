import type { VerifyAnswer } from '../../shared/contract/audit.ts';
import type { HistoryAnswer, RevertAnswer, RevisionAnswer, RevisionsAnswer } from '../../shared/contract/revisions.ts';
import type { RegisterId } from '../../shared/registers/index.ts';
import type { Transport } from './transport.ts';

/** Where the next page begins; null for the first. */
export type Cursor<Key> = Key | null;

/** What the pane asks of the server about what was. Every method rejects with an `ApiError`, or with the signal's reason when aborted. */
export interface HistoryApi {
  /** A page of the workspace's revisions, newest first. */
  revisions(cursor: Cursor<number>, signal?: AbortSignal): Promise<RevisionsAnswer>;
  /** A revision with a page of what it changed. */
  revision(revision: number, cursor: Cursor<string>, signal?: AbortSignal): Promise<RevisionAnswer>;
  /** Puts back what a revision changed, with the whole push it belongs to. Sent again after a lost answer it does nothing twice. */
  revert(revision: number): Promise<RevertAnswer>;
  /** The versions of an entry, newest first; `entryUnknown` for one that was never pushed. */
  entryHistory(register: RegisterId, id: string, signal?: AbortSignal): Promise<HistoryAnswer>;
  /** Whether all revisions stand, and with a head noted earlier (`<revision>:<hash>`) whether they are still those. For admins. */
  verifyHistory(head: string | null, signal?: AbortSignal): Promise<VerifyAnswer>;
}

/** Every revision ever made is computed again: milliseconds. */
const VERIFY_TIMEOUT = 120_000;

/** Revisions asked for at once. */
const PAGE = 100;

export function historyApi(transport: Transport): HistoryApi {
  const page = <Key>(cursor: Cursor<Key>): { readonly cursor?: Key } => (cursor === null ? {} : { cursor });
  return {
    revisions: (cursor, signal) => transport<RevisionsAnswer>('GET', '/v1/revisions', { signal, query: { limit: PAGE, ...page(cursor) } }),
    revision: (revision, cursor, signal) => transport<RevisionAnswer>('GET', `/v1/revisions/${revision}`, { signal, query: page(cursor) }),
    revert: (revision) => transport<RevertAnswer>('POST', `/v1/revisions/${revision}/revert`),
    entryHistory: (register, id, signal) => transport<HistoryAnswer>('GET', `/v1/registers/${register}/entries/${encodeURIComponent(id)}/history`, { signal }),
    verifyHistory: (head, signal) =>
      transport<VerifyAnswer>('GET', '/v1/audit/verify', { signal, timeout: VERIFY_TIMEOUT, query: head === null ? {} : { head } }),
  };
}
