import type { Cell } from '../cell.ts';
import { message } from '../message.ts';
import type { Field, Register } from '../registers/index.ts';
import type { CellProblem } from './cell-problem.ts';
import type { Content } from './entry.ts';
import { MONTH_WITHOUT_YEAR, monthBefore } from './months.ts';
import { unmetNeeds } from './needs.ts';
import { readValue } from './values.ts';

export type { CellProblem } from './cell-problem.ts';

/** What was read from a row. With any problem the row is rejected and `content` is not to be used. */
export interface RowReading {
  /** The fields with a value, canonical. */
  readonly content: Content;
  /** The fields whose column was pushed with a blank cell. */
  readonly blanked: readonly string[];
  readonly problems: readonly CellProblem[];
}

/**
 * Reads one row of a register (domain, Rejected rows).
 *
 * `columns` names the field of each cell; `id` and names of no field are passed over, they are the caller's. A row whose
 * id is new (`isNew`) needs every required field; any other row only must not blank one.
 */
export function readRow(register: Register, columns: readonly string[], cells: readonly Cell[], options: { readonly isNew: boolean }): RowReading {
  const fields = fieldsOf(register);
  const content: Record<string, string | number> = {};
  const blanked: string[] = [];
  const problems: CellProblem[] = [];
  if (cells.length !== columns.length) {
    problems.push({ ...message('problem.cellCount', { count: cells.length, expected: columns.length }), column: null, value: null });
  }
  for (let at = 0; at < columns.length; at += 1) {
    const id = columns[at] ?? '';
    const field = fields.get(id);
    if (field === undefined) continue;
    const cell = cells[at] ?? null;
    const reading = readValue(field, cell);
    if ('problem' in reading) problems.push({ ...reading.problem, column: id, value: cell });
    else if (reading.value !== null) content[id] = reading.value;
    else {
      blanked.push(id);
      if (field.required) problems.push({ ...message('problem.required'), column: id, value: cell });
    }
  }
  if (problems.length > 0) {
    const unsolved = problems.filter((problem) => !solvedByDate(problem, fields, content));
    problems.splice(0, problems.length, ...unsolved);
  }
  if (options.isNew) {
    for (const field of register.fields) {
      if (field.required && !columns.includes(field.id)) problems.push({ ...message('problem.requiredColumn'), column: field.id, value: null });
    }
    if (problems.length === 0 && register.needs !== undefined) problems.push(...unmetNeeds(register, content));
  }
  return { content, blanked, problems };
}

/** Gives a month written without its year the year of the date that its field leans on (domain, Values), in `content`; false when there is none. */
function solvedByDate(problem: CellProblem, fields: ReadonlyMap<string, Field>, content: Record<string, string | number>): boolean {
  if (problem.code !== MONTH_WITHOUT_YEAR || problem.column === null) return false;
  const date = content[fields.get(problem.column)?.yearFrom ?? ''];
  const month = date === undefined ? null : monthBefore(Number(problem.params['month']), String(date));
  if (month === null) return false;
  content[problem.column] = month;
  return true;
}

/** An entry's content after a push: a column that was not pushed keeps its field, one pushed blank empties it (architecture, How a push goes). */
export function mergeContent(stored: Content | null, reading: RowReading): Content {
  if (stored === null) return reading.content;
  const merged: Record<string, string | number> = { ...stored, ...reading.content };
  for (const field of reading.blanked) delete merged[field];
  return merged;
}

const fieldsByRegister = new WeakMap<Register, ReadonlyMap<string, Field>>();

function fieldsOf(register: Register): ReadonlyMap<string, Field> {
  let fields = fieldsByRegister.get(register);
  if (fields === undefined) {
    fields = new Map(register.fields.map((field) => [field.id, field]));
    fieldsByRegister.set(register, fields);
  }
  return fields;
}
