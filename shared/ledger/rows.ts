import type { Cell } from '../cell.ts';
import { message } from '../message.ts';
import type { Message } from '../message.ts';
import type { Field, Register } from '../registers/index.ts';
import { isBlank } from './cells.ts';
import type { Content } from './entry.ts';
import { readValue } from './values.ts';

/** What is wrong with one cell of a row; `column` is the field's id, null when it is the row as a whole. */
export type CellProblem = Message & { readonly column: string | null; readonly value: Cell };

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
  if (options.isNew) {
    for (const field of register.fields) {
      if (field.required && !columns.includes(field.id)) problems.push({ ...message('problem.requiredColumn'), column: field.id, value: null });
    }
  }
  return { content, blanked, problems };
}

/** An entry's content after a push: a column that was not pushed keeps its field, one pushed blank empties it (api, Push). */
export function mergeContent(stored: Content | null, reading: RowReading): Content {
  if (stored === null) return reading.content;
  const merged: Record<string, string | number> = { ...stored, ...reading.content };
  for (const field of reading.blanked) delete merged[field];
  return merged;
}

/** Whether the cells of a row that feed fields hold nothing; `isFormula` tells, by position, cells that are only computed. */
export function isBlankRow(cells: readonly Cell[], isFormula?: (at: number) => boolean): boolean {
  return cells.every((cell, at) => isBlank(cell) || isFormula?.(at) === true);
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
