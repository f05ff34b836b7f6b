import type { Cell } from '../../../shared/cell.ts';
import type { Outcome } from '../../../shared/contract/push.ts';
import type { Content } from '../../../shared/ledger/entry.ts';
import { readId } from '../../../shared/ledger/ids.ts';
import { unmetNeeds } from '../../../shared/ledger/needs.ts';
import { mergeContent, readRow, type CellProblem } from '../../../shared/ledger/rows.ts';
import { message, type Message } from '../../../shared/message.ts';
import type { Register } from '../../../shared/registers/index.ts';
import { outcomeOf } from '../../../shared/sync/outcome.ts';
import type { Scope } from '../../auth/scope.ts';
import type { StoredEntry, WriterSnapshot } from '../../store/port.ts';
import type { PushInput } from './input.ts';

/** The most characters the texts of one row may have together: JSON may need six for one of them, and a row must fit one parameter of the database. */
const MAX_ROW_TEXT = 80_000;

const NONE: readonly CellProblem[] = [];

/** A pushed row and what becomes of it. */
export interface SettledRow {
  /** As pushed; null when there is none. */
  readonly id: string | null;
  readonly outcome: Outcome;
  /** The content the entry would have; null for a rejected row. */
  readonly content: Content | null;
  readonly stored: StoredEntry | null;
  readonly problems: readonly CellProblem[];
}

interface Context {
  readonly register: Register;
  readonly input: PushInput;
  readonly snapshot: WriterSnapshot;
  readonly stored: ReadonlyMap<string, StoredEntry>;
  readonly scope: Scope;
}

/** Reads every pushed row and settles its outcome, in the order pushed (api, Outcome of a row). */
export function settleRows(context: Context): SettledRow[] {
  const { columns, rows } = context.input;
  const idColumn = columns.indexOf('id');
  const times = new Map<Cell, number>();
  for (const cells of rows) {
    const cell = cells[idColumn] ?? null;
    times.set(cell, (times.get(cell) ?? 0) + 1);
  }
  return rows.map((cells) => {
    const cell = cells[idColumn] ?? null;
    const reading = readId(cell);
    if ('problem' in reading) return rejected(null, null, [atId(reading.problem, cell)]);
    const count = times.get(cell) ?? 1;
    if (count > 1) return rejected(reading.id, null, [atId(message('problem.idTwice', { id: reading.id, count }), cell)]);
    return settleRow(reading.id, cells, context);
  });
}

function settleRow(id: string, cells: readonly Cell[], { register, input, snapshot, stored: entries, scope }: Context): SettledRow {
  const stored = entries.get(id) ?? null;
  const live = stored === null || stored.isDeleted ? null : stored;
  if (live !== null && live.register === register.id && !scope.mayChange(live.content)) return rejected(id, stored, [outOfScope(cells, input)]);
  if (stored !== null && stored.register !== register.id) return rejected(id, null, [atId(message('problem.idElsewhere', { id }), id)]);

  const reading = readRow(register, input.columns, cells, { isNew: live === null });
  if (reading.problems.length > 0) return rejected(id, stored, reading.problems);
  const content = mergeContent(live?.content ?? null, reading);
  if (!scope.mayChange(content)) return rejected(id, stored, [outOfScope(cells, input)]);
  const unmet = unmetNeeds(register, content);
  if (unmet.length > 0) return rejected(id, stored, unmet);
  if (lengthOf(content) > MAX_ROW_TEXT) return rejected(id, stored, [{ ...message('problem.rowTooLong', { max: MAX_ROW_TEXT }), column: null, value: null }]);

  const base = input.bases[id] ?? input.base;
  const outcome = outcomeOf({ isRejected: false, content, stored, base: base > snapshot.head ? 0 : base, own: snapshot.own });
  return { id, outcome, content, stored, problems: NONE };
}

/** The row as rejected; `content` is gone, so nothing of it can be written. */
export function rejected(id: string | null, stored: StoredEntry | null, problems: readonly CellProblem[]): SettledRow {
  return { id, outcome: 'rejected', content: null, stored, problems };
}

function lengthOf(content: Content): number {
  let length = 0;
  for (const field in content) length += String(content[field]).length;
  return length;
}

function atId(problem: Message, value: Cell): CellProblem {
  return { ...problem, column: 'id', value };
}

function outOfScope(cells: readonly Cell[], { columns }: PushInput): CellProblem {
  return { ...message('problem.outOfScope'), column: 'unit', value: cells[columns.indexOf('unit')] ?? null };
}
