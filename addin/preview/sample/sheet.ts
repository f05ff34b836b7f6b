/** A sheet of the sample ledger, as data, and how it is laid out in the workbook. */

import { dayOf, serialOf } from '../../../shared/calendar/day.ts';
import { putCell, type Book, type CellValue, type Sheet, type Style } from '../model/book.ts';
import { newSheetOrigin } from '../xlsx/sheet-origin.ts';
import type { SampleCell } from './line.ts';
import { cellStyle, headerStyle, titleStyle, type CellKind } from './look.ts';

export interface SampleColumn {
  readonly header: string;
  readonly width: number;
  readonly kind: CellKind;
  /** What a clerk may pick. */
  readonly list?: readonly string[];
}

export interface SampleSheet {
  readonly name: string;
  readonly title: string;
  readonly orientation: 'portrait' | 'landscape';
  readonly columns: readonly SampleColumn[];
  readonly rows: readonly (readonly SampleCell[])[];
  /** In points; a row whose text needs more is higher. */
  readonly rowHeight: number;
  /** Whether the headers have filter buttons. */
  readonly hasFilter?: true;
}

const TITLE_ROW = 0;
const HEADER_ROW = 1;
const FIRST_ROW = 2;
/** In points, for 11-point text. */
const LINE_HEIGHT = 16;

function serial(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return serialOf(dayOf(year, month, day));
}

function valueOf(cell: SampleCell): { value: CellValue; format?: string } {
  if (cell === null || typeof cell !== 'object') return { value: cell };
  return 'date' in cell ? { value: serial(cell.date), format: 'yyyy/m/d' } : { value: cell.percent / 100, format: '0%' };
}

/** How many lines a text takes in a column, a Chinese character counting as two of the width's units. */
function linesOf(cell: SampleCell, width: number): number {
  if (typeof cell !== 'string') return 1;
  const units = [...cell].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0);
  return Math.ceil(units / (width - 1));
}

function fillSheet(sheet: Sheet, { title, columns, rowHeight, rows }: SampleSheet): void {
  const put = (row: number, column: number, value: CellValue, style: Style): void => putCell(sheet, row, column, { value, style });
  columns.forEach(({ header, width }, column) => {
    sheet.columns.set(column, { width });
    put(TITLE_ROW, column, column === 0 ? title : null, titleStyle);
    put(HEADER_ROW, column, header, headerStyle);
  });
  sheet.merges.push({ row: TITLE_ROW, column: 0, rows: 1, columns: columns.length });
  sheet.rows.set(TITLE_ROW, { height: 36 }).set(HEADER_ROW, { height: 28 });
  rows.forEach((cells, index) => {
    cells.forEach((cell, column) => {
      const { value, format } = valueOf(cell);
      put(index + FIRST_ROW, column, value, cellStyle(columns[column]?.kind ?? 'text', format));
    });
    const lines = Math.max(...cells.map((cell, column) => linesOf(cell, columns[column]?.width ?? 10)));
    sheet.rows.set(index + FIRST_ROW, { height: Math.max(rowHeight, lines * LINE_HEIGHT) });
  });
  sheet.frozen = { rows: FIRST_ROW, columns: 0 };
}

/** Page set-up that the model does not hold: A4, one page wide, the headers on every page. */
function pageOf({ name, orientation }: SampleSheet): ReturnType<typeof newSheetOrigin> {
  const settings = `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetFormatPr defaultRowHeight="24" customHeight="1"/><printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>`;
  return newSheetOrigin(settings, { '_xlnm.Print_Titles': `${name}!$1:$2` });
}

/** Adds a sheet to the book: merged title, headers, rows with borders, lists to pick from, ready to print. Answers with it. */
export function addSampleSheet(book: Book, sample: SampleSheet): Sheet {
  const { name, columns, rows, hasFilter = false } = sample;
  const sheet = book.addSheet(name, pageOf(sample));
  fillSheet(sheet, sample);
  columns.forEach(({ header, list }, column) => {
    if (list === undefined) return;
    sheet.validations.push({
      areas: [{ row: FIRST_ROW, column, rows: rows.length, columns: 1 }],
      list,
      errorAlert: { title: header, message: `请从下拉列表中选择：${list.join('、')}。` },
    });
  });
  if (hasFilter) sheet.filter = { area: { row: HEADER_ROW, column: 0, rows: rows.length + 1, columns: columns.length }, isActive: false };
  return sheet;
}
