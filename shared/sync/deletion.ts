import type { DeleteOutcome } from '../contract/delete.ts';
import { isChanged, type Version } from './outcome.ts';

export interface NamedEntry {
  /** Whether the id is malformed or repeated, or the entry is not the credential's to delete. */
  readonly isRejected: boolean;
  /** The fields of the register. */
  readonly fields: readonly string[];
  /** What the server keeps under the id; null for an id it does not know. */
  readonly stored: Version | null;
  /** What the sheet last knew of it; null when there was nothing. */
  readonly seen: Version | null;
}

interface Line {
  readonly when: (entry: NamedEntry) => boolean;
  readonly outcome: DeleteOutcome;
}

/** The table of outcomes of an entry that is to be deleted; the first line that holds (architecture, How a push goes). Conflict where none does. */
const lines: readonly Line[] = [
  { when: ({ isRejected }) => isRejected, outcome: 'rejected' },
  { when: ({ stored }) => stored === null || stored.isDeleted, outcome: 'unchanged' },
  { when: ({ stored, seen, fields }) => !isChanged(stored, seen, fields), outcome: 'deleted' },
];

/** The outcome of an entry that is to be deleted. `conflict`: others changed it since the base, and it stays. */
export function deletionOf(entry: NamedEntry): DeleteOutcome {
  return lines.find(({ when }) => when(entry))?.outcome ?? 'conflict';
}
