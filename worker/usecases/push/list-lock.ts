import type { IsoDate } from '../../../shared/calendar/day.ts';
import type { CellProblem } from '../../../shared/ledger/rows.ts';
import { message } from '../../../shared/message.ts';
import type { Register } from '../../../shared/registers/index.ts';
import type { Plan } from '../../../shared/scoring/plan.ts';
import type { Principal } from '../../auth/principal.ts';
import { rejected, type SettledRow } from './settle.ts';

/** What a clerk may still change of a measure once the list is locked (api, Roles). */
const OPEN: ReadonlySet<string> = new Set(['status', 'progress', 'completedOn', 'evidence', 'note', 'summary']);

/** The day the responsibility list was locked on for a credential; null when it is not locked, or not for this one. `today`: the real one, not an as-of. */
export function lockOf({ role }: Principal, { listLockedOn }: Plan, today: IsoDate): IsoDate | null {
  return role === 'clerk' && listLockedOn !== null && listLockedOn <= today ? listLockedOn : null;
}

/** The rows with those rejected that would write what is locked: a new measure, or another field than those left open. */
export function rejectLocked(rows: readonly SettledRow[], register: Register, lockedOn: IsoDate | null): readonly SettledRow[] {
  if (lockedOn === null || register.id !== 'measures') return rows;
  return rows.map((row) => {
    const { content, stored } = row;
    if (content === null || (row.outcome !== 'inserted' && row.outcome !== 'updated')) return row;
    const problem = message('problem.fieldLocked', { date: lockedOn });
    if (stored === null || stored.isDeleted) return rejected(row, [{ ...problem, column: null, value: null }]);
    const locked = register.fields.filter(({ id }) => !OPEN.has(id) && content[id] !== stored.content[id]);
    if (locked.length === 0) return row;
    return rejected(
      row,
      locked.map(({ id }): CellProblem => ({ ...problem, column: id, value: content[id] ?? null })),
    );
  });
}
