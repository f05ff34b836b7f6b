import type { PushOutcome } from '../../../shared/contract/push.ts';
import type { CellProblem } from '../../../shared/ledger/rows.ts';
import { message } from '../../../shared/message.ts';
import { sameFields } from '../../../shared/sync/canonical.ts';
import { hasSeen, outcomeOf, type Version } from '../../../shared/sync/outcome.ts';
import { Refusal } from '../../refusal.ts';
import type { StoredEntry, WantedVersion, WriterSnapshot } from '../../store/port.ts';
import type { PushInput } from './input.ts';
import type { ReadRow } from './read-rows.ts';

/** A pushed row and what becomes of it; `content` is null for a rejected one, so that nothing of it can be written. */
export interface SettledRow extends ReadRow {
  readonly outcome: PushOutcome;
  /** What the sheet last knew of the entry. */
  readonly seen: Version | null;
}

/** What is known of the bases of rows and ids: those of the request, none above the workspace's head. */
export type Bases = Pick<PushInput, 'base' | 'bases'>;

/** The base of a row. One above the current revision counts as 0: it is of another database, or of one put back to an earlier day. */
export function baseOf(id: string, { base, bases }: Bases, { head }: WriterSnapshot): number {
  const own = bases[id] ?? base;
  return own > head ? 0 : own;
}

/** The rows whose outcome depends on what the sheet last knew of them, and that has been written over since. */
export function unsettled(rows: readonly ReadRow[], input: PushInput, snapshot: WriterSnapshot): WantedVersion[] {
  const fields = fieldsOf(input);
  return rows.flatMap(({ id, content, stored }) => {
    if (id === null || content === null || stored === null) return [];
    const base = baseOf(id, input, snapshot);
    if (hasSeen({ base, own: snapshot.own }, stored) || (!stored.isDeleted && sameFields(content, stored.content, fields))) return [];
    return [{ id, base }];
  });
}

/** Settles the outcome of every row, in the order pushed. `known` are the versions asked for by `unsettled`. */
export function settleRows(rows: readonly ReadRow[], input: PushInput, snapshot: WriterSnapshot, known: ReadonlyMap<string, Version>): readonly SettledRow[] {
  const fields = fieldsOf(input);
  const settled = rows.map((row): SettledRow => {
    const { id, content, stored } = row;
    if (id === null || content === null) return { ...row, outcome: 'rejected', seen: null };
    const seen = seenOf(stored, baseOf(id, input, snapshot), snapshot, known);
    return { ...row, outcome: outcomeOf({ isRejected: false, fields, content, stored, seen, resolved: input.resolve[id] }), seen };
  });
  return withoutRepeats(settled, input, snapshot);
}

/** What the sheet last knew of an entry: the stored version when it has seen that, else the one that `known` has. */
export function seenOf(stored: StoredEntry | null, base: number, { own }: WriterSnapshot, known: ReadonlyMap<string, Version>): Version | null {
  if (stored === null) return null;
  return hasSeen({ base, own }, stored) ? stored : (known.get(stored.id) ?? null);
}

/** The row as rejected after all. */
export function rejected(row: SettledRow, problems: readonly CellProblem[]): SettledRow {
  return { ...row, outcome: 'rejected', content: null, problems };
}

function fieldsOf({ columns }: PushInput): string[] {
  return columns.filter((column) => column !== 'id');
}

/**
 * An accepted request never writes again. What it would change now was changed by a later revision: a conflict. A row it
 * would insert was not in it, so its id was used for another request; but where another credential sent it first, it was in it
 * and rejected, for want of rights that this one has: it is so still.
 */
function withoutRepeats(rows: readonly SettledRow[], { request }: PushInput, { repeatOf, isRepeatOfOther }: WriterSnapshot): readonly SettledRow[] {
  if (repeatOf === null) return rows;
  if (isRepeatOfOther) {
    return rows.map((row) => {
      const isLeftOut = row.outcome === 'inserted' || (row.outcome === 'updated' && row.stored !== null && row.stored.revision < repeatOf);
      if (isLeftOut) return rejected(row, [{ ...message('problem.leftOutBefore', { revision: repeatOf }), column: null, value: null }]);
      return row.outcome === 'updated' ? { ...row, outcome: 'conflict' } : row;
    });
  }
  if (rows.some(({ outcome }) => outcome === 'inserted')) throw new Refusal('requestReused', { request });
  return rows.map((row) => (row.outcome === 'updated' ? { ...row, outcome: 'conflict' } : row));
}
