/** A1 addresses: `B2:C5`, `C:C`, `3:4`, `'My sheet'!A1`. */
import { areaOf, isWholeColumns, isWholeRows, MAX_COLUMNS, MAX_ROWS } from './areas.ts';
import type { Area } from './book.ts';

const A = 65;

/** `0` → `A`, `26` → `AA`. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(A + ((rest - 1) % 26)) + name;
  return name;
}

/** `A` → `0`, `AA` → `26`. */
export function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - A + 1;
  return index - 1;
}

/** The address without a sheet: `B2`, `B2:C5`, `C:C`, `3:4`; with `fixed`, `$B$2:$C$5`. */
export function areaAddress(area: Area, fixed = false): string {
  const mark = fixed ? '$' : '';
  const left = mark + columnName(area.column);
  const right = mark + columnName(area.column + area.columns - 1);
  const top = `${mark}${area.row + 1}`;
  const bottom = `${mark}${area.row + area.rows}`;
  if (isWholeColumns(area)) return `${left}:${right}`;
  if (isWholeRows(area)) return `${top}:${bottom}`;
  return area.rows === 1 && area.columns === 1 ? left + top : `${left}${top}:${right}${bottom}`;
}

const PLAIN_NAME = /^[\p{L}_][\p{L}\p{N}_.]*$/u;
const CELL_LIKE = /^(?:[a-z]{1,3}\d+|r\d*c\d*|[rc])$/i;

/** A sheet name as it stands in a reference, quoted when Excel would quote it. */
export function quotedSheetName(name: string): string {
  return PLAIN_NAME.test(name) && !CELL_LIKE.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

const CORNER = String.raw`\$?([A-Z]{1,3})?\$?(\d{1,7})?`;
const ADDRESS = new RegExp(`^${CORNER}(:${CORNER})?$`, 'i');

/** The area an address without a sheet names; null when it is none. */
export function parseAddress(text: string): Area | null {
  const [whole, column1, row1, second, column2, row2] = ADDRESS.exec(text.trim()) ?? [];
  if (!whole || (!column1 && !row1)) return null;
  if (!second) return column1 && row1 ? span(Number(row1) - 1, columnIndex(column1), Number(row1) - 1, columnIndex(column1)) : null;
  if (Boolean(column1) !== Boolean(column2) || Boolean(row1) !== Boolean(row2)) return null;
  return span(
    row1 ? Number(row1) - 1 : 0,
    column1 ? columnIndex(column1) : 0,
    row2 ? Number(row2) - 1 : MAX_ROWS - 1,
    column2 ? columnIndex(column2) : MAX_COLUMNS - 1,
  );
}

function span(row1: number, column1: number, row2: number, column2: number): Area | null {
  const area = areaOf(Math.min(row1, row2), Math.min(column1, column2), Math.abs(row2 - row1) + 1, Math.abs(column2 - column1) + 1);
  return area.row >= 0 && area.row + area.rows <= MAX_ROWS && area.column + area.columns <= MAX_COLUMNS ? area : null;
}

/** Splits `'My sheet'!A1` into the sheet's plain name (null when none is given) and the rest. */
export function splitReference(text: string): { readonly sheet: string | null; readonly address: string } {
  const [whole, quoted, plain, address] = /^=?(?:'((?:[^']|'')*)'!|([^'!]+)!)?(.*)$/.exec(text.trim()) ?? [];
  if (whole === undefined) return { sheet: null, address: text };
  return { sheet: quoted?.replaceAll("''", "'") ?? plain ?? null, address: address ?? '' };
}
