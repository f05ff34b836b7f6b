import type { Cell } from '../cell.ts';
import { textOf } from '../ledger/cells.ts';
import { readValue } from '../ledger/values.ts';
import type { Register } from '../registers/index.ts';

/** What is remembered of a row to know it again: short texts, equal when the values are. */
export interface RowState {
  /** Of every field read. */
  readonly content: string;
  /** Of the required fields, which seldom change. */
  readonly key: string;
}

/**
 * The state of a row's cells, `fields` naming the field of each. The order of the columns and how a date or a percentage is
 * written make no difference; a cell that cannot be read counts as its text.
 */
export function rowState(register: Register, fields: readonly string[], cells: readonly Cell[]): RowState {
  const content: string[] = [];
  const key: string[] = [];
  for (const field of register.fields) {
    const at = fields.indexOf(field.id);
    if (at === -1) continue;
    const cell = cells[at] ?? null;
    const reading = readValue(field, cell);
    const value = 'problem' in reading ? textOf(cell) : (reading.value ?? '');
    if (value === '') continue;
    content.push(field.id, String(value));
    if (field.required) key.push(field.id, String(value));
  }
  return { content: hash(content), key: hash(key) };
}

/** Two hashes of 32 bits (FNV-1a with different primes) in base 36: enough to tell a workbook's rows apart, not meant against forgery. */
function hash(parts: readonly string[]): string {
  const text = JSON.stringify(parts);
  let one = 0x811c9dc5;
  let other = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ code ^ (other >>> 15), 0x85ebca6b);
  }
  return `${(one >>> 0).toString(36)}.${(other >>> 0).toString(36)}`;
}
