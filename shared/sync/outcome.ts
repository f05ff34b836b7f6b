import type { Outcome } from '../contract/push.ts';
import type { Content } from '../ledger/entry.ts';
import { sameContent } from './canonical.ts';

/** What the server keeps under a pushed row's id. */
export interface StoredRow {
  readonly content: Content;
  /** The revision that last changed or deleted it. */
  readonly revision: number;
  readonly isDeleted: boolean;
}

export interface PushedRow {
  /** Whether the row failed validation, lies out of scope or repeats an id. */
  readonly isRejected: boolean;
  /** The content the entry would have: the columns pushed laid over what is stored. */
  readonly content: Content;
  readonly stored: StoredRow | null;
  /** The last revision the sheet has seen. */
  readonly base: number;
  /** Revisions after `base` that the sheet itself made: of the same push, or of a request whose answer was lost. */
  readonly own: ReadonlySet<number>;
}

/**
 * The outcome of a pushed row; the first line of the table that holds (api, Outcome of a row). A row that differs from a
 * stored one changed by others since the base is a conflict: nothing is written for it.
 */
export function outcomeOf({ isRejected, content, stored, base, own }: PushedRow): Outcome {
  if (isRejected) return 'rejected';
  const isSeen = stored === null || stored.revision <= base || own.has(stored.revision);
  if (stored === null || (stored.isDeleted && isSeen)) return 'inserted';
  if (!stored.isDeleted && sameContent(stored.content, content)) return 'unchanged';
  return isSeen ? 'updated' : 'conflict';
}
