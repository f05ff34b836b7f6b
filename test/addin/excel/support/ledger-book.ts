import { findLedgers } from '../../../../shared/ledger/find.ts';
import type { RegisterId } from '../../../../shared/registers/index.ts';
import { Book, cellAt, putCell } from '../../../../addin/preview/model/book.ts';
import type { CellValue, Sheet, Style } from '../../../../addin/preview/model/book.ts';
import type { Binding, LedgerWorkbook, RowResult, SheetReading } from '../../../../addin/excel/port.ts';

export const HEADERS = ['序号', '责任单位', '工作措施', '完成时限', '责任人', '完成情况', '完成进度', '完成时间'];

/** Zero-based: a merged title in row 1, who filled it in row 2, the header in row 3, data from row 4. */
export const HEADER_ROW = 2;
export const FIRST_ROW = 3;

export type Line = readonly CellValue[];

export const LINES: readonly Line[] = [
  [1, '区发改委', '编制营商环境优化方案', '2022年5月底前', '张三', '已完成', 100, 44701],
  [2, '区政务服务局', '推行一窗受理', '6月15日', '李四', '进行中', 40, null],
  [3, '区市场监督管理局', '开展食品安全检查', '年底前', '王五', '进行中', 50, null],
];

/** The measure of a line. */
export function titleOf(line: Line): string {
  const title = line[2];
  return typeof title === 'string' ? title : '';
}

/** A workbook as a clerk keeps it: a ledger of measures under a merged title, with a border and a number format of its own. */
export function ledgerBook(lines: readonly Line[] = LINES, headers: readonly string[] = HEADERS): { readonly book: Book; readonly sheet: Sheet } {
  const book = new Book();
  const sheet = book.addSheet('责任清单');
  put(sheet, 0, 0, '乌达区2022年责任清单', { font: { bold: true, size: 16 } });
  sheet.merges.push({ row: 0, column: 0, rows: 1, columns: headers.length });
  put(sheet, 1, 0, '填报：考核评价组');
  headers.forEach((header, column) => put(sheet, HEADER_ROW, column, header, { fill: '#DDEBF7', font: { bold: true } }));
  lines.forEach((line, row) =>
    line.forEach((value, column) =>
      put(sheet, FIRST_ROW + row, column, value, headers[column] === '完成时间' ? { numberFormat: 'yyyy/m/d' } : { borders: { bottom: { style: 'thin' } } }),
    ),
  );
  return { book, sheet };
}

export function put(sheet: Sheet, row: number, column: number, value: CellValue, style?: Style): void {
  putCell(sheet, row, column, { value, ...(style && { style }) });
}

/** Puts an Excel table over header and data. */
export function asTable(sheet: Sheet, lines: readonly Line[] = LINES): void {
  sheet.tables.push({
    id: '1',
    name: '表1',
    area: { row: HEADER_ROW, column: 0, rows: lines.length + 1, columns: HEADERS.length },
    showTotals: false,
    showFilterButton: true,
    style: 'TableStyleMedium2',
  });
}

/** Binds what is recognised on the active sheet, as the pane does. */
export async function bindActiveSheet(workbook: LedgerWorkbook, workspace = 'W1'): Promise<Binding> {
  return bindingOf(await workbook.readActiveSheet(), workspace);
}

function bindingOf(reading: SheetReading, workspace = 'W1'): Binding {
  const [guess] = findLedgers(reading.cells, { merges: reading.merges ?? [] });
  if (guess === undefined || reading.area === null) throw new Error('no ledger recognised');
  const { area } = reading;
  const columns = guess.columns.flatMap(({ field, header, column }) => (field === null ? [] : [{ field, header, column: area.column + column }]));
  const headerRow = area.row + guess.headerRow;
  const table = reading.tables.find((one) => one.area.row === headerRow);
  return {
    id: 'B1',
    register: guess.register satisfies RegisterId,
    workspace,
    sheetId: reading.sheetId,
    sheetName: reading.sheetName,
    tableId: table?.id ?? null,
    headerRow,
    ...(guess.headerRows > 1 && { headerRows: guess.headerRows }),
    columns,
    base: 0,
    pending: [],
    syncedAt: null,
  };
}

/** A ULID that ends in a number. */
export function idOf(number: number): string {
  return `01G4${String(number).padStart(22, '0')}`;
}

export function resultFor(number: number, more: Partial<RowResult> = {}): RowResult {
  return { id: idOf(number), flag: '已逾期', due: 44727, daysLeft: -15, score: 20, explanation: '按 2022-06-15 计', ...more };
}

export function valueAt(sheet: Sheet, row: number, column: number): CellValue {
  return cellAt(sheet, row, column).value;
}

export function rowValues(sheet: Sheet, row: number, first: number, count: number): readonly CellValue[] {
  return Array.from({ length: count }, (_, at) => valueAt(sheet, row, first + at));
}

/** All of a sheet that can be seen, for “as it was before”. */
export function snapshot(sheet: Sheet): unknown {
  const cells = [...sheet.cells]
    .flatMap(([row, line]) => [...line].map(([column, cell]) => [row, column, cell.value, cell.formula, cell.style]))
    .toSorted((a, b) => Number(a[0]) - Number(b[0]) || Number(a[1]) - Number(b[1]));
  const columns = [...sheet.columns].filter(([, column]) => column.hidden === true || column.width !== undefined);
  const { merges, tables, conditionalFormats, comments, filter } = sheet;
  return structuredClone({
    cells,
    columns: columns.map(([at, column]) => [at, column.hidden === true, column.width]),
    merges,
    tables: tables.map((table) => table.area),
    conditionalFormats: conditionalFormats.length,
    comments,
    filter: filter?.area ?? null,
  });
}

/** Sorts the data rows by a column as Excel does with an AutoFilter: every column within it moves, the rest stays. */
export function sortRows(
  sheet: Sheet,
  area: { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number },
  by: number,
): void {
  const lines = Array.from({ length: area.rows }, (_, at) =>
    Array.from({ length: area.columns }, (__, column) => cellAt(sheet, area.row + at, area.column + column)),
  );
  lines.sort((one, other) => JSON.stringify(one[by - area.column]?.value).localeCompare(JSON.stringify(other[by - area.column]?.value), 'zh'));
  lines.forEach((line, at) => line.forEach((cell, column) => putCell(sheet, area.row + at, area.column + column, cell)));
}
