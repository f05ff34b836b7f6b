import type { PushOutcome } from '../contract/push.ts';
import type { Content } from '../ledger/entry.ts';
import { sameFields } from './canonical.ts';

/** A version of an entry. */
export interface Version {
  /** Of a deletion: the last content. */
  readonly content: Content;
  /** The revision that wrote it. */
  readonly revision: number;
  readonly isDeleted: boolean;
}

export interface PushedRow {
  /** Whether the row failed validation, lies out of scope or repeats an id. */
  readonly isRejected: boolean;
  /** The fields pushed: nothing else is compared. */
  readonly fields: readonly string[];
  /** The content the entry would have: the fields pushed laid over what is stored. */
  readonly content: Content;
  /** What the server keeps under the row's id; null for an id it does not know. */
  readonly stored: Version | null;
  /** What the sheet last knew of it (`seenBefore`); null when there was nothing. */
  readonly seen: Version | null;
  /** The revision the row's `resolve` names. */
  readonly resolved: number | undefined;
}

/**
 * What a sheet has seen of the register: all revisions up to the row's base, and those it made itself: of the same push,
 * or of a request whose answer was lost.
 */
export interface Sight {
  readonly base: number;
  readonly own: ReadonlySet<number>;
}

/** Whether the sheet has seen a version. What is seen is what the sheet last knew: versions in between are not asked for. */
export function hasSeen({ base, own }: Sight, { revision }: Version): boolean {
  return revision <= base || own.has(revision);
}

interface Line {
  readonly when: (row: PushedRow) => boolean;
  readonly outcome: PushOutcome;
}

/** The table of outcomes; the first line that holds (architecture, How a push goes). Conflict where none does. */
const lines: readonly Line[] = [
  { when: ({ isRejected }) => isRejected, outcome: 'rejected' },
  { when: ({ stored, resolved }) => stored !== null && stored.revision === resolved, outcome: 'updated' },
  { when: ({ stored, seen }) => stored === null || (stored.isDeleted && seen !== null && seen.isDeleted), outcome: 'inserted' },
  { when: ({ content, stored, fields }) => isLive(stored) && sameFields(content, stored.content, fields), outcome: 'unchanged' },
  { when: ({ stored, seen, fields }) => !isChanged(stored, seen, fields), outcome: 'updated' },
  { when: ({ content, seen, fields }) => isLive(seen) && sameFields(content, seen.content, fields), outcome: 'incoming' },
];

/**
 * The outcome of a pushed row. `incoming`: others changed it and the sheet did not, so the sheet should follow. `conflict`:
 * both did. Nothing is written for either.
 */
export function outcomeOf(row: PushedRow): PushOutcome {
  return lines.find(({ when }) => when(row))?.outcome ?? 'conflict';
}

/** Whether others changed an entry since the sheet last saw it; `fields`: those that count. */
export function isChanged(stored: Version | null, seen: Version | null, fields: readonly string[]): boolean {
  if (stored === null || seen === null) return stored !== seen;
  return stored.isDeleted !== seen.isDeleted || !sameFields(stored.content, seen.content, fields);
}

function isLive(version: Version | null): version is Version {
  return version !== null && !version.isDeleted;
}
