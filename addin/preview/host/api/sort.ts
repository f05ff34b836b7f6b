import { ApiObject } from '../api-object.ts';
import type { HostContext } from '../context.ts';
import { ApiError, invalidArgument, notImplemented } from '../errors.ts';
import { holdsCell, overlaps } from '../../model/areas.ts';
import { cellAt, putCell, type Area, type Cell, type CellValue, type Sheet } from '../../model/book.ts';

interface SortField {
  readonly key: number;
  readonly ascending?: boolean;
  readonly sortOn?: string;
}

/** Excel's RangeSort, for rows by value. Text is compared by code unit, case folded: Excel's own order depends on the locale. */
export class RangeSort extends ApiObject {
  readonly apiClass = 'RangeSort';
  readonly #context: HostContext;
  readonly #sheet: Sheet;
  readonly #area: Area;

  constructor(context: HostContext, sheet: Sheet, area: Area) {
    super();
    this.#context = context;
    this.#sheet = sheet;
    this.#area = area;
  }

  apply(fields: readonly SortField[], matchCase?: boolean | null, hasHeaders?: boolean | null, orientation?: string | null): void {
    if (orientation === 'Columns') throw notImplemented("RangeSort.apply with orientation 'Columns'");
    if (fields.some((field) => field.sortOn !== undefined && field.sortOn !== 'Value')) throw notImplemented('RangeSort.apply on colours and icons');
    if (fields.length === 0 || fields.some((field) => field.key < 0 || field.key >= this.#area.columns)) throw invalidArgument();
    const area = hasHeaders ? { ...this.#area, row: this.#area.row + 1, rows: this.#area.rows - 1 } : this.#area;
    this.#context.requireWritable(this.#sheet, area);
    if (this.#sheet.merges.some((merge) => overlaps(merge, area))) throw new ApiError('MergedRangeConflict', 'All the merged cells need to be the same size.');
    sortRows(this.#sheet, area, fields, matchCase ?? false);
    this.#context.changed('cells', this.#sheet, area);
  }
}

/** Cells move with their styles and comments; blanks go last either way. */
function sortRows(sheet: Sheet, area: Area, fields: readonly SortField[], matchCase: boolean): void {
  const columns = Array.from({ length: area.columns }, (_, index) => area.column + index);
  const rows = Array.from({ length: area.rows }, (_, index) => area.row + index).map((row) => ({
    row,
    cells: columns.map((column) => cellAt(sheet, row, column)),
  }));
  rows.sort((a, b) => compareRows(a.cells, b.cells, fields, matchCase));
  const target = new Map(rows.map(({ row }, index) => [row, area.row + index]));
  for (const [index, { cells }] of rows.entries()) for (const [offset, cell] of cells.entries()) putCell(sheet, area.row + index, area.column + offset, cell);
  sheet.comments = sheet.comments.map((comment) =>
    holdsCell(area, comment.row, comment.column) ? { ...comment, row: target.get(comment.row) ?? comment.row } : comment,
  );
}

function compareRows(a: readonly Cell[], b: readonly Cell[], fields: readonly SortField[], matchCase: boolean): number {
  for (const { key, ascending = true } of fields) {
    const [left, right] = [a[key]?.value ?? null, b[key]?.value ?? null];
    if (left === null || right === null) {
      if (left !== right) return left === null ? 1 : -1;
      continue;
    }
    const order = compareValues(left, right, matchCase);
    if (order !== 0) return ascending ? order : -order;
  }
  return 0;
}

const KINDS: readonly string[] = ['number', 'string', 'boolean', 'object'];

function kindOf(value: Exclude<CellValue, null>): number {
  return KINDS.indexOf(typeof value);
}

/** Numbers before text before truth values before errors, as Excel sorts. */
function compareValues(a: Exclude<CellValue, null>, b: Exclude<CellValue, null>, matchCase: boolean): number {
  if (kindOf(a) !== kindOf(b)) return kindOf(a) - kindOf(b);
  if (typeof a === 'object') return 0;
  const [left, right] = typeof a === 'string' && typeof b === 'string' && !matchCase ? [a.toLowerCase(), b.toLowerCase()] : [a, b];
  return left < right ? -1 : left > right ? 1 : 0;
}
