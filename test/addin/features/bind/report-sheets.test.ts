import { beforeEach, describe, expect, test } from 'vitest';
import { officeWorkbook } from '../../../../addin/excel/office-workbook.ts';
import { findSheetWith } from '../../../../addin/features/bind/find-sheet.ts';
import { recogniseLedgers } from '../../../../addin/features/import/recognise.ts';
import { openWorkbookFile } from '../../../../addin/files/workbook-file.ts';
import { Book, putCell } from '../../../../addin/preview/model/book.ts';
import type { Sheet } from '../../../../addin/preview/model/book.ts';
import { headlessHost } from '../../../../addin/preview/node/headless-host.ts';
import { openXlsx, saveXlsx } from '../../../../addin/preview/xlsx/index.ts';
import { rollUp } from '../../excel/support/reports.ts';

/** A roll-up names a unit in every row, so it would pass for a list of units. */
let book: Book;
let own: Sheet;
const workbook = officeWorkbook();

beforeEach(async () => {
  book = new Book();
  own = book.addSheet('说明');
  headlessHost(book);
  await workbook.writeReport(rollUp());
});

/** A list of units as a clerk keeps it. */
function addUnits(name: string): Sheet {
  const sheet = book.addSheet(name);
  [
    ['责任单位', '类别'],
    ['区发改委', '重点部门'],
  ].forEach((line, row) => line.forEach((value, column) => putCell(sheet, row, column, { value })));
  return sheet;
}

describe('a sheet that the product wrote', () => {
  test('is told from those of the clerk, under whatever name, also once the file was saved and opened', async () => {
    const report = (await workbook.sheets()).at(-1);
    const isReport = async (name: string | undefined): Promise<boolean | undefined> => {
      const sheet = (await workbook.sheets()).find(({ sheetName }) => sheetName === name);
      return (await workbook.readSheet(String(sheet?.sheetId))).isReport;
    };
    expect([await isReport(report?.sheetName), await isReport(own.name)]).toEqual([true, undefined]);
    const sheet = book.sheetNamed(String(report?.sheetName));
    if (sheet) sheet.name = '上月存档';
    expect(await isReport('上月存档')).toBe(true);
    if (sheet) sheet.name = String(report?.sheetName);
    book = await openXlsx(await saveXlsx(book));
    headlessHost(book);
    expect(await isReport(report?.sheetName)).toBe(true);
  });

  test('is never the list that a clerk is led to, though it would pass for one', async () => {
    expect(await findSheetWith(workbook, 'units', own.id)).toBeNull();
    addUnits('名单');
    expect(await findSheetWith(workbook, 'units', own.id)).toMatchObject({ sheetName: '名单' });
  });

  test('is not pushed with the ledgers of its file, and is named as what it is', async () => {
    addUnits('名单');
    const file = await openWorkbookFile(await saveXlsx(book), '台账.xlsx');
    const { ledgers, others, reports } = recogniseLedgers(file, 'W');
    expect(ledgers.map(({ binding }) => [binding.sheetName, binding.register])).toEqual([['名单', 'units']]);
    expect([others, reports]).toEqual([['说明'], ['月度汇总 2022-06']]);
  });
});
