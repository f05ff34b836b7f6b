import type { ICellData, IColumnData, IRowData, IStyleData, IWorkbookData, IWorksheetData, LocaleType, Workbook } from '@univerjs/core';
import { usedArea } from '../model/book.ts';
import type { Book, Cell, Column, Row, Sheet } from '../model/book.ts';
import { drawCell } from './cells.ts';
import type { OriginTable } from './cells.ts';
import type { StyleTable } from './styles.ts';
import { columnPixels, DEFAULT_COLUMN_PIXELS, DEFAULT_ROW_PIXELS, rowPixels, toRange } from './units.ts';

const DEFAULT_STYLE: IStyleData = { ff: '微软雅黑', fs: 11, vt: 3 };
const LEAST_ROWS = 200;
const LEAST_COLUMNS = 26;
/** Rows and columns kept free below and right of what is used. */
const SPARE_ROWS = 100;
const SPARE_COLUMNS = 6;

export interface Tables {
  readonly styles: StyleTable;
  readonly origins: OriginTable;
}

/** What Univer opens: cells, sizes, merges and panes of every sheet. Tables, formats, filters and notes are drawn by the parts afterwards. */
export function snapshotOf(book: Book, unitId: string, locale: LocaleType, tables: Tables): IWorkbookData {
  const styles: Record<string, IStyleData> = {};
  const registry = { get: (id: string) => styles[id], addCustomStyle: (id: string, data: IStyleData) => void (styles[id] = data) };
  const toCell = (cell: Cell): ICellData => cellData(cell, registry as unknown as ReturnType<Workbook['getStyles']>, tables);
  const sheets = book.sheets.map((sheet) => sheetSnapshot(sheet, toCell));
  return {
    id: unitId,
    name: book.name,
    appVersion: '0.25.1',
    locale,
    styles,
    sheetOrder: book.sheets.map(({ id }) => id),
    sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id, sheet])),
  };
}

/** A model cell as Univer's sheet holds it, its style registered with the workbook's. */
export function cellData(cell: Cell, styles: ReturnType<Workbook['getStyles']>, tables: Tables): ICellData {
  const data = drawCell(cell);
  if (cell.style) data.s = tables.styles.idOf(cell.style, styles);
  tables.origins.mark(data, cell);
  return data;
}

/** Univer's snapshot of one sheet. */
export function sheetSnapshot(sheet: Sheet, toCell: (cell: Cell) => ICellData): Partial<IWorksheetData> & { id: string } {
  const cellLines: Record<number, Record<number, ICellData>> = {};
  for (const [row, line] of sheet.cells) {
    const drawn: Record<number, ICellData> = {};
    for (const [column, cell] of line) drawn[column] = toCell(cell);
    cellLines[row] = drawn;
  }
  const size = sizeFor(sheet);
  return {
    id: sheet.id,
    name: sheet.name,
    hidden: sheet.visibility === 'visible' ? 0 : 1,
    tabColor: sheet.tabColor ?? '',
    rowCount: size.rows,
    columnCount: size.columns,
    defaultStyle: DEFAULT_STYLE,
    defaultColumnWidth: DEFAULT_COLUMN_PIXELS,
    defaultRowHeight: DEFAULT_ROW_PIXELS,
    freeze: freezeOf(sheet),
    mergeData: sheet.merges.map(toRange),
    cellData: cellLines,
    rowData: Object.fromEntries([...sheet.rows].map(([index, row]) => [index, rowData(row)])),
    columnData: Object.fromEntries([...sheet.columns].map(([index, column]) => [index, columnData(column)])),
    showGridlines: 1,
  };
}

/** Rows and columns the sheet needs, with some to spare. */
export function sizeFor(sheet: Sheet): { readonly rows: number; readonly columns: number } {
  const used = usedArea(sheet, true) ?? { row: 0, column: 0, rows: 0, columns: 0 };
  return { rows: Math.max(LEAST_ROWS, used.row + used.rows + SPARE_ROWS), columns: Math.max(LEAST_COLUMNS, used.column + used.columns + SPARE_COLUMNS) };
}

export const freezeOf = ({ frozen }: Sheet): IWorksheetData['freeze'] => ({
  xSplit: frozen.columns,
  ySplit: frozen.rows,
  startRow: frozen.rows > 0 ? frozen.rows : -1,
  startColumn: frozen.columns > 0 ? frozen.columns : -1,
});

const rowData = (row: Row): Partial<IRowData> => ({
  ...(row.height !== undefined && { h: rowPixels(row.height), ia: 0 as const }),
  ...(row.hidden && { hd: 1 as const }),
});
const columnData = (column: Column): Partial<IColumnData> => ({
  ...(column.width !== undefined && { w: columnPixels(column.width) }),
  ...(column.hidden && { hd: 1 as const }),
});
