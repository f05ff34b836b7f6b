import type { IsoDate } from '../../../shared/calendar/day.ts';
import type { Content } from '../../../shared/ledger/entry.ts';
import type { CellProblem } from '../../../shared/ledger/rows.ts';
import { message } from '../../../shared/message.ts';
import type { Register, RegisterId } from '../../../shared/registers/index.ts';
import type { Plan } from '../../../shared/scoring/plan.ts';
import type { Principal } from '../../auth/principal.ts';
import { rejected, type SettledRow } from './settle.ts';

/** What a clerk may still change of a measure once the list is locked (security, Who may what). */
const OPEN: ReadonlySet<string> = new Set(['status', 'progress', 'completedOn', 'evidence', 'note', 'summary']);

/** The day the responsibility list was locked on for a credential; null when it is not locked, or not for this one. `today`: the real one, not an as-of. */
export function lockOf({ role }: Principal, { listLockedOn }: Plan, today: IsoDate): IsoDate | null {
  return role === 'clerk' && listLockedOn !== null && listLockedOn <= today ? listLockedOn : null;
}

/** The fields of a measure that are locked and would change; `content` is what it would be. */
function lockedChanges(content: Content, stored: Content, fields: readonly string[]): string[] {
  return fields.filter((field) => !OPEN.has(field) && content[field] !== stored[field]);
}

/** Whether a locked list keeps an entry from becoming another: none is deleted, and no measure added or changed but in the open fields. Null: not there. */
export function isLocked(register: RegisterId, stored: Content | null, content: Content | null, fields: readonly string[]): boolean {
  if (content === null) return stored !== null;
  if (register !== 'measures') return false;
  return stored === null || lockedChanges(content, stored, fields).length > 0;
}

/** The rows with those rejected that would write what is locked: a new measure, or another field than those left open. */
export function rejectLocked(rows: readonly SettledRow[], register: Register, lockedOn: IsoDate | null): readonly SettledRow[] {
  if (lockedOn === null || register.id !== 'measures') return rows;
  const problem = message('problem.fieldLocked', { date: lockedOn });
  const fields = register.fields.map(({ id }) => id);
  return rows.map((row) => {
    const { content, stored } = row;
    if (content === null || (row.outcome !== 'inserted' && row.outcome !== 'updated')) return row;
    if (stored === null || stored.isDeleted) return rejected(row, [{ ...problem, column: null, value: null }]);
    const locked = lockedChanges(content, stored.content, fields);
    if (locked.length === 0) return row;
    return rejected(
      row,
      locked.map((field): CellProblem => ({ ...problem, column: field, value: content[field] ?? null })),
    );
  });
}
