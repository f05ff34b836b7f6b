/** The sample ledger: the workbook the preview opens with, as a clerk of the assessment group would have made it. */

import { dayOf, serialOf } from '../../../shared/calendar/day.ts';
import { Book, putCell, type CellValue, type Sheet, type Style } from '../model/book.ts';
import { newSheetOrigin } from '../xlsx/sheet-origin.ts';
import { keyUnits } from './key-units.ts';
import type { SampleCell, SampleMeasure, SampleUnit } from './line.ts';
import { otherUnits } from './other-units.ts';
import { cellStyle, headerStyle, titleStyle, type CellKind } from './look.ts';

/** The workbook's settings pin the day the sample is for, under the key the add-in reads. */
const SAMPLE_AS_OF = '2022-06-30';

interface SampleColumn {
  readonly header: string;
  readonly width: number;
  readonly kind: CellKind;
}

const UNIT_COLUMNS: readonly SampleColumn[] = [
  { header: '序号', width: 8, kind: 'number' },
  { header: '单位名称', width: 26, kind: 'text' },
  { header: '别名', width: 40, kind: 'text' },
  { header: '类别', width: 12, kind: 'choice' },
  { header: '主要负责人', width: 15, kind: 'choice' },
];

const MEASURE_COLUMNS: readonly SampleColumn[] = [
  { header: '序号', width: 8, kind: 'number' },
  { header: '责任单位', width: 18, kind: 'text' },
  { header: '主要负责人', width: 15, kind: 'choice' },
  { header: '工作措施', width: 38, kind: 'text' },
  { header: '开始时间', width: 13, kind: 'choice' },
  { header: '完成时限', width: 17, kind: 'choice' },
  { header: '配合单位', width: 20, kind: 'text' },
  { header: '完成情况', width: 13, kind: 'choice' },
  { header: '完成进度', width: 13, kind: 'choice' },
  { header: '完成时间', width: 13, kind: 'choice' },
  { header: '备注', width: 24, kind: 'text' },
];

const STATUS_COLUMN = 7;
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

function fillSheet(sheet: Sheet, title: string, columns: readonly SampleColumn[], rowHeight: number, rows: readonly (readonly SampleCell[])[]): void {
  const put = (row: number, column: number, value: CellValue, style: Style): void => putCell(sheet, row, column, { value, style });
  columns.forEach(({ header, width }, column) => {
    sheet.columns.set(column, { width });
    put(0, column, column === 0 ? title : null, titleStyle);
    put(1, column, header, headerStyle);
  });
  sheet.merges.push({ row: 0, column: 0, rows: 1, columns: columns.length });
  sheet.rows.set(0, { height: 36 }).set(1, { height: 28 });
  rows.forEach((cells, index) => {
    cells.forEach((cell, column) => {
      const { value, format } = valueOf(cell);
      put(index + 2, column, value, cellStyle(columns[column]?.kind ?? 'text', format));
    });
    const lines = Math.max(...cells.map((cell, column) => linesOf(cell, columns[column]?.width ?? 10)));
    sheet.rows.set(index + 2, { height: Math.max(rowHeight, lines * LINE_HEIGHT) });
  });
  sheet.frozen = { rows: 2, columns: 0 };
}

function measureRow(unit: SampleUnit, measure: SampleMeasure, number: number): SampleCell[] {
  const { title, unitAs = unit.name, start = null, due, coUnits = null, status, progress, completedOn = null, note = null } = measure;
  return [number, unitAs, unit.leader, title, start, due, coUnits, status, progress, completedOn, note];
}

/** Page set-up that the model does not hold: A4 across, one page wide, the headers on every page. */
function pageOf(sheetName: string, orientation: 'portrait' | 'landscape'): ReturnType<typeof newSheetOrigin> {
  const settings = `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetFormatPr defaultRowHeight="24" customHeight="1"/><printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>`;
  return newSheetOrigin(settings, { '_xlnm.Print_Titles': `${sheetName}!$1:$2` });
}

/** The 13 units and 73 measures of the sample, as a workbook of two sheets with the responsibility list in front of the reader. */
export async function sampleLedger(): Promise<Book> {
  await Promise.resolve();
  const units = [...keyUnits, ...otherUnits];
  const book = new Book();
  book.name = '两化一核心责任清单（示例）.xlsx';
  book.settings.set('taizhang.asOf', SAMPLE_AS_OF);

  const unitRows = units.map((unit, at): SampleCell[] => [at + 1, unit.name, unit.aliases === '' ? null : unit.aliases, unit.tier, unit.leader]);
  fillSheet(book.addSheet('责任单位', pageOf('责任单位', 'portrait')), '乌达区优化营商环境责任单位名册', UNIT_COLUMNS, 24, unitRows);

  const measures = units.flatMap((unit) => unit.measures.map((measure) => ({ unit, measure })));
  const rows = measures.map(({ unit, measure }, at) => measureRow(unit, measure, at + 1));
  const list = book.addSheet('责任清单', pageOf('责任清单', 'landscape'));
  fillSheet(list, '乌达区2022年优化营商环境“两化一核心”责任清单', MEASURE_COLUMNS, 33, rows);
  list.validations.push({
    areas: [{ row: 2, column: STATUS_COLUMN, rows: rows.length, columns: 1 }],
    list: ['已完成', '进行中', '未启动'],
    errorAlert: { title: '完成情况', message: '请从下拉列表中选择：已完成、进行中、未启动。' },
  });
  list.filter = { area: { row: 1, column: 0, rows: rows.length + 1, columns: MEASURE_COLUMNS.length }, isActive: false };
  book.activeSheet = book.sheets[0] ?? list;
  return book;
}
