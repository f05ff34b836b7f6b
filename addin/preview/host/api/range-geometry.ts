import { areaAddress, quotedSheetName } from '../../model/address.ts';
import { areaOf, bounding, intersection, isWholeColumns, isWholeRows, MAX_COLUMNS, MAX_ROWS, overlaps } from '../../model/areas.ts';
import { usedArea, type Area, type Sheet } from '../../model/book.ts';
import { ApiObject } from '../api-object.ts';
import type { HostContext, Place } from '../context.ts';
import { invalidArgument, itemNotFound } from '../errors.ts';
import type { Range } from './range.ts';
import type { RangeAreas } from './range-areas.ts';
import type { Worksheet } from './worksheet.ts';

/** The part of Excel's Range that is about where it is: its address and the ranges one gets from it. */
export abstract class RangeGeometry extends ApiObject {
  readonly context: HostContext;
  readonly sheet: Sheet;
  /** Follows inserted and deleted cells while the client tracks the range. */
  area: Area;
  /** Set when all its cells are deleted. */
  isDeleted = false;

  constructor(context: HostContext, sheet: Sheet, area: Area) {
    super();
    this.context = context;
    this.sheet = sheet;
    this.area = context.onSheet(area);
  }

  override get exists(): boolean {
    return !this.isDeleted && this.context.book.sheets.includes(this.sheet);
  }

  get address(): string {
    return `${quotedSheetName(this.sheet.name)}!${areaAddress(this.area)}`;
  }
  get addressLocal(): string {
    return this.address;
  }
  get rowIndex(): number {
    return this.area.row;
  }
  get columnIndex(): number {
    return this.area.column;
  }
  get rowCount(): number {
    return this.area.rows;
  }
  get columnCount(): number {
    return this.area.columns;
  }
  /** -1 beyond 2^31-1 cells, as documented. */
  get cellCount(): number {
    const cells = this.area.rows * this.area.columns;
    return cells > 2 ** 31 - 1 ? -1 : cells;
  }
  get isEntireRow(): boolean {
    return isWholeRows(this.area);
  }
  get isEntireColumn(): boolean {
    return isWholeColumns(this.area);
  }
  get worksheet(): Worksheet {
    return this.context.make.worksheet(this.sheet);
  }

  getCell(row: number, column: number): Range {
    return this.#at(this.area.row + row, this.area.column + column, 1, 1);
  }
  getRow(row: number): Range {
    return this.#at(this.area.row + row, this.area.column, 1, this.area.columns);
  }
  getColumn(column: number): Range {
    return this.#at(this.area.row, this.area.column + column, this.area.rows, 1);
  }
  getLastRow(): Range {
    return this.getRow(this.area.rows - 1);
  }
  getLastColumn(): Range {
    return this.getColumn(this.area.columns - 1);
  }
  getLastCell(): Range {
    return this.getCell(this.area.rows - 1, this.area.columns - 1);
  }
  getEntireRow(): Range {
    return this.#at(this.area.row, 0, this.area.rows, MAX_COLUMNS);
  }
  getEntireColumn(): Range {
    return this.#at(0, this.area.column, MAX_ROWS, this.area.columns);
  }
  getResizedRange(deltaRows: number, deltaColumns: number): Range {
    return this.getAbsoluteResizedRange(this.area.rows + deltaRows, this.area.columns + deltaColumns);
  }
  getAbsoluteResizedRange(rows: number, columns: number): Range {
    return this.#at(this.area.row, this.area.column, rows, columns);
  }
  getOffsetRange(rows: number, columns: number): Range {
    return this.#at(this.area.row + rows, this.area.column + columns, this.area.rows, this.area.columns);
  }
  getRowsAbove(count?: number | null): Range {
    const rows = Math.abs(count ?? 1);
    return this.#at((count ?? 1) < 0 ? this.area.row + this.area.rows : this.area.row - rows, this.area.column, rows, this.area.columns);
  }
  getRowsBelow(count?: number | null): Range {
    return this.getRowsAbove(-(count ?? 1));
  }
  getColumnsBefore(count?: number | null): Range {
    const columns = Math.abs(count ?? 1);
    return this.#at(this.area.row, (count ?? 1) < 0 ? this.area.column + this.area.columns : this.area.column - columns, this.area.rows, columns);
  }
  getColumnsAfter(count?: number | null): Range {
    return this.getColumnsBefore(-(count ?? 1));
  }
  getBoundingRect(other: unknown): Range {
    return this.#of(bounding(this.area, this.#other(other).area));
  }
  getIntersection(other: unknown): Range {
    return this.getIntersectionOrNullObject(other) ?? fail();
  }
  getIntersectionOrNullObject(other: unknown): Range | null {
    const place = this.#other(other);
    const shared = place.sheet === this.sheet ? intersection(this.area, place.area) : null;
    return shared && this.#of(shared);
  }
  /** Excel answers the range's first cell when nothing is used. */
  getUsedRange(valuesOnly?: boolean | null): Range {
    return this.getUsedRangeOrNullObject(valuesOnly) ?? this.getCell(0, 0);
  }
  getUsedRangeOrNullObject(valuesOnly?: boolean | null): Range | null {
    const used = usedWithin(this.sheet, this.area, !valuesOnly);
    return used && this.#of(used);
  }
  /** The merged areas that touch the range. */
  getMergedAreasOrNullObject(): RangeAreas | null {
    const merges = this.sheet.merges.filter((merge) => overlaps(merge, this.area));
    return merges.length > 0 ? this.context.make.rangeAreas(this.sheet, merges) : null;
  }
  select(): void {
    const { book } = this.context;
    book.activeSheet = this.sheet;
    book.selection = this.area;
    this.context.changed('selection', this.sheet, this.area);
  }

  #other(argument: unknown): Place {
    return this.context.place(argument, this.sheet);
  }
  #of(area: Area): Range {
    return this.context.make.range(this.sheet, area);
  }
  #at(row: number, column: number, rows: number, columns: number): Range {
    if (![row, column, rows, columns].every(Number.isInteger)) throw invalidArgument();
    return this.#of(areaOf(row, column, rows, columns));
  }
}

function fail(): never {
  throw itemNotFound();
}

/** The used part of an area: of the sheet's own used area when it is the whole sheet, else of the cells within. */
function usedWithin(sheet: Sheet, area: Area, styled: boolean): Area | null {
  const used = usedArea(sheet, styled);
  const shared = used && intersection(used, area);
  if (!shared) return null;
  if (shared.rows === used.rows && shared.columns === used.columns) return used;
  const cells: Sheet['cells'] = new Map();
  for (let row = shared.row; row < shared.row + shared.rows; row++) {
    const within = [...(sheet.cells.get(row) ?? [])].filter(([column]) => column >= shared.column && column < shared.column + shared.columns);
    if (within.length > 0) cells.set(row, new Map(within));
  }
  return usedArea({ ...sheet, cells }, styled);
}
