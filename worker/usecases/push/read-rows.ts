import type { Cell } from '../../../shared/cell.ts';
import type { Content } from '../../../shared/ledger/entry.ts';
import { readId } from '../../../shared/ledger/ids.ts';
import { unmetNeeds } from '../../../shared/ledger/needs.ts';
import { mergeContent, readRow, type CellProblem } from '../../../shared/ledger/rows.ts';
import { message, type Message } from '../../../shared/message.ts';
import type { Register } from '../../../shared/registers/index.ts';
import type { Scope } from '../../auth/scope.ts';
import type { StoredEntry } from '../../store/port.ts';
import type { PushInput } from './input.ts';

/** The most characters the texts of one row may have together: JSON may need six for one of them, and a row must fit one parameter of the database. */
const MAX_ROW_TEXT = 80_000;

const NONE: readonly CellProblem[] = [];

/** A pushed row as it was read. */
export interface ReadRow {
  /** As pushed; null when there is none. */
  readonly id: string | null;
  /** The content the entry would have; null for a row that cannot be taken. */
  readonly content: Content | null;
  readonly stored: StoredEntry | null;
  /** Why it cannot be taken. */
  readonly problems: readonly CellProblem[];
}

interface Context {
  readonly register: Register;
  readonly input: PushInput;
  readonly stored: ReadonlyMap<string, StoredEntry>;
  readonly scope: Scope;
}

/** Reads every pushed row and checks it against the register and the credential's scope, in the order pushed. */
export function readRows(context: Context): ReadRow[] {
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
    if ('problem' in reading) return faulty(null, null, [atId(reading.problem, cell)]);
    const count = times.get(cell) ?? 1;
    if (count > 1) return faulty(reading.id, null, [atId(message('problem.idTwice', { id: reading.id, count }), cell)]);
    return readOne(reading.id, cells, context);
  });
}

/** A row pushed under the id of a deleted entry is laid over its last content, like any other: what the sheet does not have is not lost. */
function readOne(id: string, cells: readonly Cell[], { register, input, stored: entries, scope }: Context): ReadRow {
  const stored = entries.get(id) ?? null;
  if (stored !== null && !scope.mayChange(stored.content)) return faulty(id, stored, [outOfScope(cells, input)]);
  if (stored !== null && stored.register !== register.id) return faulty(id, null, [atId(message('problem.idElsewhere', { id }), id)]);

  const reading = readRow(register, input.columns, cells, { isNew: stored === null });
  if (reading.problems.length > 0) return faulty(id, stored, reading.problems);
  const content = mergeContent(stored?.content ?? null, reading);
  if (!scope.mayChange(content)) return faulty(id, stored, [outOfScope(cells, input)]);
  const unmet = unmetNeeds(register, content);
  if (unmet.length > 0) return faulty(id, stored, unmet);
  if (lengthOf(content) > MAX_ROW_TEXT) return faulty(id, stored, [{ ...message('problem.rowTooLong', { max: MAX_ROW_TEXT }), column: null, value: null }]);
  return { id, content, stored, problems: NONE };
}

function faulty(id: string | null, stored: StoredEntry | null, problems: readonly CellProblem[]): ReadRow {
  return { id, content: null, stored, problems };
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
