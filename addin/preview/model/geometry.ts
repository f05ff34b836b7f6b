/** Where things that float over a sheet lie, in points from its top left corner, going by the sizes rows and columns have. */
import { MAX_COLUMNS, MAX_ROWS } from './areas.ts';
import type { Column, Row, Sheet } from './book.ts';

/** Points per character of column width in the default font; Excel's own ratio depends on the font. */
export const POINTS_PER_CHARACTER = 5.25;
/** Of a column without a width of its own, in characters. */
export const DEFAULT_WIDTH = 8.43;
/** Of a row without a height of its own, in points. */
export const DEFAULT_HEIGHT = 15;

/** A cell, and how far right and below its corner, in points. */
export interface Corner {
  readonly row: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
}

export interface Point {
  readonly left: number;
  readonly top: number;
}

const widthOf = (column: Column | undefined): number => (column?.hidden ? 0 : (column?.width ?? DEFAULT_WIDTH) * POINTS_PER_CHARACTER);
const heightOf = (row: Row | undefined): number => (row?.hidden ? 0 : (row?.height ?? DEFAULT_HEIGHT));

export function pointOf(sheet: Sheet, { row, column, x, y }: Corner): Point {
  let [left, top] = [x, y];
  for (let at = 0; at < column; at++) left += widthOf(sheet.columns.get(at));
  for (let at = 0; at < row; at++) top += heightOf(sheet.rows.get(at));
  return { left, top };
}

/** The corner that lies at a point. */
export function cornerAt(sheet: Sheet, { left, top }: Point): Corner {
  const across = lineAt(left, MAX_COLUMNS, (at) => widthOf(sheet.columns.get(at)));
  const down = lineAt(top, MAX_ROWS, (at) => heightOf(sheet.rows.get(at)));
  return { row: down.index, column: across.index, x: across.rest, y: down.rest };
}

function lineAt(distance: number, count: number, sizeOf: (index: number) => number): { readonly index: number; readonly rest: number } {
  let rest = Math.max(0, distance);
  let index = 0;
  while (index < count - 1 && rest >= sizeOf(index)) rest -= sizeOf(index++);
  return { index, rest };
}
