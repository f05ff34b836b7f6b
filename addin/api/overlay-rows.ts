import { isoOf } from '../../shared/calendar/day.ts';
import type { Day } from '../../shared/calendar/day.ts';
import type { PushOutcome, PushRequest } from '../../shared/contract/push.ts';
import type { Entry } from '../../shared/ledger/entry.ts';
import { unitDirectory } from '../../shared/ledger/unit-names.ts';
import { mergeContent, readRow } from '../../shared/ledger/rows.ts';
import type { CellProblem } from '../../shared/ledger/rows.ts';
import type { Register, RegisterId } from '../../shared/registers/index.ts';
import type { Plan } from '../../shared/scoring/plan.ts';
import { sameFields } from '../../shared/sync/canonical.ts';
import { rememberedBefore } from '../../shared/verdict/memory.ts';

/** A row of a push over what was last known of its entry. */
export interface LocalRow {
  readonly id: string;
  readonly problems: readonly CellProblem[];
  readonly outcome: PushOutcome;
  /** The entry as the push would make it; null for a row that would be rejected. */
  readonly entry: Entry | null;
}

/**
 * Lays the rows of a push over a register's entries as last known; a row that would be rejected leaves its entry as it was. So does one
 * that others have changed since the sheet has last seen it: what differs is theirs to begin with, and is decided on once the server answers.
 */
export function overlayRows(
  register: Register,
  { columns, rows: pushed, base, bases = {}, pending = [] }: Pick<PushRequest, 'columns' | 'rows' | 'base' | 'bases' | 'pending'>,
  { plan, entries: registers }: { readonly plan: Plan; readonly entries: Readonly<Partial<Record<RegisterId, readonly Entry[]>>> },
  day: Day,
): { readonly rows: readonly LocalRow[]; readonly overlaid: readonly Entry[] } {
  const entries = registers[register.id] ?? [];
  const directory = unitDirectory(registers.units ?? [], plan.district);
  const known = new Map(entries.map((entry) => [entry.id, entry]));
  const hasDeadline = register.fields.some(({ kind }) => kind === 'deadline');
  const idAt = columns.indexOf('id');
  const rows = pushed.map((cells): LocalRow => {
    const id = String(cells[idAt] ?? '');
    const stored = known.get(id) ?? null;
    const reading = readRow(register, columns, cells, { isNew: stored === null });
    if (reading.problems.length > 0) return { id, problems: reading.problems, outcome: 'rejected', entry: null };
    const content = mergeContent(stored?.content ?? null, reading);
    const isSame = stored !== null && sameFields(stored.content, content, [...Object.keys(stored.content), ...Object.keys(content)]);
    // With a push under way that nobody heard of, a newer revision may be the sheet's own.
    if (stored !== null && !isSame && pending.length === 0 && stored.revision > (bases[id] ?? base))
      return { id, problems: [], outcome: 'incoming', entry: stored };
    const outcome = stored === null ? 'inserted' : isSame ? 'unchanged' : 'updated';
    const memory = isSame || !hasDeadline ? (stored?.memory ?? {}) : rememberedBefore({ register: register.id, content }, stored, isoOf(day), plan, directory);
    return { id, problems: [], outcome, entry: { id, register: register.id, revision: stored?.revision ?? 0, content, memory } };
  });
  const written = rows.flatMap(({ entry }) => (entry === null ? [] : [[entry.id, entry] as const]));
  return { rows, overlaid: [...new Map([...known, ...written]).values()] };
}
