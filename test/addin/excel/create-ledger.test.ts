import { beforeEach, describe, expect, test } from 'vitest';
import { officeWorkbook } from '../../../addin/excel/office-workbook.ts';
import { Book, cellAt } from '../../../addin/preview/model/book.ts';
import type { Sheet } from '../../../addin/preview/model/book.ts';
import { headlessHost } from '../../../addin/preview/node/headless-host.ts';
import { openXlsx, saveXlsx } from '../../../addin/preview/xlsx/index.ts';
import { findLedgers } from '../../../shared/ledger/find.ts';
import { registers } from '../../../shared/registers/index.ts';

let book: Book;
const workbook = officeWorkbook();

beforeEach(() => {
  book = new Book();
  book.addSheet('Sheet1');
  headlessHost(book);
});

function sheetOf(id: string): Sheet {
  const sheet = book.sheets.find((one) => one.id === id);
  if (!sheet) throw new Error(`no sheet ${id}`);
  return sheet;
}

describe.each(registers.map(({ id, label }) => [id, label['zh-CN']] as const))('a new ledger of %s', (register, label) => {
  test('is named after it, shown, and recognised as one', async () => {
    const { sheetId, sheetName } = await workbook.createLedger(register, 'zh-CN');
    expect(sheetName).toBe(label);
    expect(book.activeSheet.id).toBe(sheetId);
    const reading = await workbook.readActiveSheet();
    expect(findLedgers(reading.cells)[0]).toMatchObject({ register, missing: [], headerRow: 1 });
  });
});

describe('a new ledger of measures', () => {
  test('speaks the language asked for', async () => {
    const { sheetId, sheetName } = await workbook.createLedger('measures', 'en');
    expect([sheetName, cellAt(sheetOf(sheetId), 1, 0).value, cellAt(sheetOf(sheetId), 1, 2).value]).toEqual(['Measures', 'Unit', 'Deadline']);
  });

  test('gets a number where its name is taken, in whatever case', async () => {
    const names = [];
    for (const language of ['en', 'en', 'zh-CN', 'zh-CN'] as const) names.push((await workbook.createLedger('measures', language)).sheetName);
    expect(names).toEqual(['Measures', 'Measures (2)', '责任清单', '责任清单 (2)']);
    for (const sheet of book.sheets) if (sheet.name === 'Measures') sheet.name = 'MEASURES';
    expect((await workbook.createLedger('measures', 'en')).sheetName).toBe('Measures (3)');
  });

  test('offers lists, keeps dates, percentages and wordings as they are meant, and freezes the header', async () => {
    const sheet = sheetOf((await workbook.createLedger('measures', 'zh-CN')).sheetId);
    const headers = Array.from({ length: 13 }, (_, column) => cellAt(sheet, 1, column).value);
    const formatOf = (header: string) => cellAt(sheet, 2, headers.indexOf(header)).style?.numberFormat;
    expect(['开始时间', '完成进度', '完成时限'].map(formatOf)).toEqual(['yyyy-mm-dd', '0%', '@']);
    expect(sheet.validations).toMatchObject([{ list: ['已完成', '进行中', '未完成', '未启动'] }]);
    expect(sheet.frozen).toEqual({ rows: 2, columns: 0 });
    expect(sheet.columns.get(headers.indexOf('工作措施'))?.width).toBe(48);
    expect(sheet.merges).toEqual([{ row: 0, column: 0, rows: 1, columns: 13 }]);
  });

  test('is printed on A4 across, one page wide, its header on every page, also from the file', async () => {
    const { sheetName } = await workbook.createLedger('measures', 'zh-CN');
    const page = { orientation: 'landscape', paper: 9, fit: { wide: 1, tall: 0 }, isCentered: true, titleRows: { first: 1, count: 1 } };
    expect(book.activeSheet.page).toEqual(page);
    expect((await openXlsx(await saveXlsx(book))).sheetNamed(sheetName)?.page).toEqual(page);
  });
});
