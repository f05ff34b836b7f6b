/** Arithmetic on rectangles of a sheet. */
import type { Area } from './book.ts';

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

export function areaOf(row: number, column: number, rows = 1, columns = 1): Area {
  return { row, column, rows, columns };
}

export function sameArea(a: Area, b: Area): boolean {
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
}

export function holdsCell(area: Area, row: number, column: number): boolean {
  return row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
}

/** Whether `inner` lies wholly within `outer`. */
export function holds(outer: Area, inner: Area): boolean {
  return holdsCell(outer, inner.row, inner.column) && holdsCell(outer, inner.row + inner.rows - 1, inner.column + inner.columns - 1);
}

/** What two areas share; null when they are apart. */
export function intersection(a: Area, b: Area): Area | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

export function overlaps(a: Area, b: Area): boolean {
  return intersection(a, b) !== null;
}

/** The smallest area that holds both. */
export function bounding(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  const rows = Math.max(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.max(a.column + a.columns, b.column + b.columns) - column;
  return { row, column, rows, columns };
}

/** What is left of `area` without `hole`, in at most four pieces; `[area]` when they are apart. */
export function subtract(area: Area, hole: Area): readonly Area[] {
  const shared = intersection(area, hole);
  if (!shared) return [area];
  const below = shared.row + shared.rows;
  const after = shared.column + shared.columns;
  const pieces: Area[] = [
    areaOf(area.row, area.column, shared.row - area.row, area.columns),
    areaOf(below, area.column, area.row + area.rows - below, area.columns),
    areaOf(shared.row, area.column, shared.rows, shared.column - area.column),
    areaOf(shared.row, after, shared.rows, area.column + area.columns - after),
  ];
  return pieces.filter((piece) => piece.rows > 0 && piece.columns > 0);
}

/** Whether the area takes whole columns of the sheet. */
export function isWholeColumns(area: Area): boolean {
  return area.rows === MAX_ROWS;
}

/** Whether the area takes whole rows of the sheet. */
export function isWholeRows(area: Area): boolean {
  return area.columns === MAX_COLUMNS;
}

export function isOnSheet(area: Area): boolean {
  return (
    area.row >= 0 && area.column >= 0 && area.rows > 0 && area.columns > 0 && area.row + area.rows <= MAX_ROWS && area.column + area.columns <= MAX_COLUMNS
  );
}
