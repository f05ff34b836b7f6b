/** Cell references of the A1 kind to zero-based positions and back. */

import type { Area } from '../model/book.ts';
import { alike } from './equal.ts';

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

/** `A` for 0, `AA` for 26. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** 0 for `A`. */
export function columnIndex(name: string): number {
  let index = 0;
  for (let at = 0; at < name.length; at++) index = index * 26 + (name.charCodeAt(at) & 31);
  return index - 1;
}

export function cellReference(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

const CELL = /^\$?([A-Za-z]{1,3})?\$?(\d+)?$/;

/** The area of `B2`, `A1:C3`, `A:C` or `2:5`; null for anything else. */
export function areaOf(reference: string): Area | null {
  const [first = '', second = first] = reference.split(':');
  const from = CELL.exec(first);
  const to = CELL.exec(second);
  if (from === null || to === null || first === '') return null;
  const top = from[2] === undefined ? 0 : Number(from[2]) - 1;
  const bottom = to[2] === undefined ? LAST_ROW - 1 : Number(to[2]) - 1;
  const left = from[1] === undefined ? 0 : columnIndex(from[1]);
  const right = to[1] === undefined ? LAST_COLUMN - 1 : columnIndex(to[1]);
  return { row: Math.min(top, bottom), column: Math.min(left, right), rows: Math.abs(bottom - top) + 1, columns: Math.abs(right - left) + 1 };
}

/** The areas of a blank-separated list such as `A1:B2 D4`. */
export function areasOf(list: string): Area[] {
  return list.split(/\s+/).flatMap((reference) => areaOf(reference) ?? []);
}

/** `B2` for one cell, else `A1:C3`. */
export function areaReference(area: Area): string {
  const first = cellReference(area.row, area.column);
  return area.rows === 1 && area.columns === 1 ? first : `${first}:${cellReference(area.row + area.rows - 1, area.column + area.columns - 1)}`;
}

/** A list of areas as `sqref` attributes have it; `was` where it says the same (a whole column can be `A:A`). */
export function sqrefOf(areas: readonly Area[], was: string | undefined): string {
  return was !== undefined && alike(areasOf(was), areas) ? was : areas.map(areaReference).join(' ');
}

/** `$A$1:$C$3`, as defined names write it. */
export function absoluteReference(area: Area): string {
  return areaReference(area).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
}
