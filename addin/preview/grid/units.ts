import type { Area } from '../model/book.ts';
import type { IRange } from '@univerjs/core';

/** Pixels of a column without a width of its own, as Excel in Chinese opens one. */
export const DEFAULT_COLUMN_PIXELS = 72;
/** Pixels of a row without a height of its own. */
export const DEFAULT_ROW_PIXELS = 20;
/** Pixels of one character of the default font, by which .xlsx counts column widths. */
const CHARACTER_PIXELS = 7;
const PIXELS_PER_POINT = 4 / 3;

/** Pixels of a column width given in characters. */
export function columnPixels(width: number): number {
  return Math.round(width * CHARACTER_PIXELS);
}

/** Characters of a column width given in pixels. */
export function columnWidth(pixels: number): number {
  return pixels / CHARACTER_PIXELS;
}

/** Pixels of a row height given in points. */
export function rowPixels(height: number): number {
  return Math.round(height * PIXELS_PER_POINT);
}

/** Points of a row height given in pixels. */
export function rowHeight(pixels: number): number {
  return pixels / PIXELS_PER_POINT;
}

/** An area as Univer writes it, with inclusive ends. */
export function toRange(area: Area): IRange {
  return { startRow: area.row, startColumn: area.column, endRow: area.row + area.rows - 1, endColumn: area.column + area.columns - 1 };
}

/** Univer's range as an area; ends that a whole-row or whole-column range leaves open are closed at the sheet's size. */
export function toArea(range: IRange, size: { readonly rows: number; readonly columns: number }): Area {
  const row = Number.isFinite(range.startRow) ? range.startRow : 0;
  const column = Number.isFinite(range.startColumn) ? range.startColumn : 0;
  const endRow = Number.isFinite(range.endRow) ? range.endRow : size.rows - 1;
  const endColumn = Number.isFinite(range.endColumn) ? range.endColumn : size.columns - 1;
  return { row, column, rows: endRow - row + 1, columns: endColumn - column + 1 };
}
