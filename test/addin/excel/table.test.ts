import { describe, expect, test } from 'vitest';
import { officeWorkbook } from '../../../addin/excel/office-workbook.ts';
import { headlessHost } from '../../../addin/preview/node/headless-host.ts';
import {
  FIRST_ROW,
  HEADER_ROW,
  HEADERS,
  LINES,
  asTable,
  bindActiveSheet,
  idOf,
  ledgerBook,
  put,
  resultFor,
  rowValues,
  snapshot,
  valueAt,
} from './support/ledger-book.ts';

const RESULTS = HEADERS.length;
const NOTE = { language: 'zh-CN', asOf: '2022-06-30', updatedAt: '2022-07-01 09:30' } as const;
const rowIds = LINES.map((_, at) => ({ sheetRow: FIRST_ROW + at, id: idOf(at + 1) }));

async function openTable() {
  const { book, sheet } = ledgerBook();
  asTable(sheet);
  const host = headlessHost(book);
  const workbook = officeWorkbook();
  return { sheet, host, workbook, binding: await bindActiveSheet(workbook) };
}

describe('a ledger that is an Excel table', () => {
  test('is recognised as one, and its rows end where the table does', async () => {
    const { workbook, binding, sheet } = await openTable();
    put(sheet, FIRST_ROW + 4, 1, '填表人：张三');
    expect(binding.tableId).toBe('1');
    expect((await workbook.readLedger(binding)).rows).toHaveLength(3);
  });

  test('a totals row is no entry', async () => {
    const { workbook, binding, sheet } = await openTable();
    const [table] = sheet.tables;
    if (table) Object.assign(table, { showTotals: true, area: { ...table.area, rows: table.area.rows + 1 } });
    put(sheet, FIRST_ROW + 3, 1, '汇总');
    put(sheet, FIRST_ROW + 3, 2, '三项');
    expect((await workbook.readLedger(binding)).rows).toHaveLength(3);
  });

  test('results become table columns, and a second push uses them again', async () => {
    const { workbook, binding, sheet } = await openTable();
    for (const score of [10, 30]) {
      await workbook.prepareResults(binding, rowIds, 'zh-CN');
      await workbook.writeResults(binding, [resultFor(2, { score })], NOTE);
    }
    expect(sheet.tables[0]?.area).toEqual({ row: HEADER_ROW, column: 0, rows: 4, columns: RESULTS + 6 });
    expect(rowValues(sheet, HEADER_ROW, RESULTS, 6)).toEqual(['编号', '预警', '时限', '剩余天数', '得分', '说明']);
    expect(rowValues(sheet, 4, RESULTS, 6)).toEqual([idOf(2), '已逾期', 44727, -15, 30, '按 2022-06-15 计']);
    expect(sheet.columns.get(RESULTS)?.hidden).toBe(true);
  });

  test('a sort of the table moves ids and results with their rows', async () => {
    const { workbook, binding, sheet, host } = await openTable();
    await workbook.prepareResults(binding, rowIds, 'zh-CN');
    await host.Excel.run(async (context) => {
      context.workbook.tables.getItem('表1').sort.apply([{ key: 0, ascending: false }]);
      await context.sync();
    });
    await workbook.writeResults(
      binding,
      [1, 2, 3].map((number) => resultFor(number, { score: number })),
      NOTE,
    );
    expect((await workbook.readLedger(binding)).rows.map((row) => row.id)).toEqual([idOf(3), idOf(2), idOf(1)]);
    expect([3, 4, 5].map((row) => valueAt(sheet, row, RESULTS + 4))).toEqual([3, 2, 1]);
  });

  test('while the table is filtered nothing is written', async () => {
    const { workbook, binding, host } = await openTable();
    await host.Excel.run(async (context) => {
      context.workbook.tables.getItem('表1').columns.getItemAt(1).filter.applyValuesFilter(['区发改委']);
      await context.sync();
    });
    await expect(workbook.checkWritable(binding)).rejects.toMatchObject({ code: 'filtered', params: { sheet: '责任清单' } });
  });

  test('something right of the table is not pushed aside', async () => {
    const { workbook, binding, sheet } = await openTable();
    put(sheet, 4, 9, '旁注');
    await expect(workbook.prepareResults(binding, rowIds, 'zh-CN')).rejects.toMatchObject({ code: 'resultAreaTaken', params: { address: 'J5' } });
    expect(sheet.tables[0]?.area.columns).toBe(RESULTS);
  });

  test('a table made over a bound range is used as a table from then on', async () => {
    const { book, sheet } = ledgerBook();
    headlessHost(book);
    const workbook = officeWorkbook();
    const binding = await bindActiveSheet(workbook);
    asTable(sheet);
    await workbook.prepareResults(binding, rowIds, 'zh-CN');
    expect(sheet.tables[0]?.area.columns).toBe(RESULTS + 6);
  });

  test('removing the results leaves the table as it was', async () => {
    const { workbook, binding, sheet } = await openTable();
    const before = snapshot(sheet);
    await workbook.prepareResults(binding, rowIds, 'zh-CN');
    await workbook.writeResults(binding, [resultFor(1), resultFor(2), resultFor(3)], NOTE);
    await workbook.removeResults(binding);
    expect(snapshot(sheet)).toEqual(before);
  });
});
