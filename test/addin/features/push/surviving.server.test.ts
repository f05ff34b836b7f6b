import { beforeAll, describe, expect, test } from 'vitest';
import { realignIds } from '../../../../addin/features/push/align-ledger.ts';
import { cellAt } from '../../../../addin/preview/model/book.ts';
import { FIRST_ROW, HEADERS, HEADER_ROW, LINES, put, rowValues, snapshot, valueAt } from '../../excel/support/ledger-book.ts';
import { clerkWith, connect, counting } from './support.ts';
import type { Clerk, Server } from './support.ts';

const ID = HEADERS.length;
const RESULTS = ['编号', '预警', '时限', '剩余天数', '得分', '说明'];
const TITLE = HEADERS.indexOf('工作措施');
/** What the results say of each measure of `LINES`. */
const FLAGS: Readonly<Record<string, string>> = { 编制营商环境优化方案: '已完成', 推行一窗受理: '已逾期', 开展食品安全检查: '正常推进' };

let server: Server;
beforeAll(async () => {
  server = await connect();
});

async function pushed(): Promise<Clerk> {
  const clerk = await clerkWith(server.api());
  await clerk.push(server.api());
  return clerk;
}

/** Lets the clerk do something to the sheet in Excel. */
function edit(clerk: Clerk, change: (sheet: Excel.Worksheet) => void): Promise<void> {
  return clerk.host.Excel.run(async (context) => {
    change(context.workbook.worksheets.getActiveWorksheet());
    await context.sync();
  });
}

const columnOf = (clerk: Clerk, header: string): number => rowValues(clerk.sheet, HEADER_ROW, 0, 30).indexOf(header);

/** Flag by title, row by row, as the clerk sees it. */
function seen(clerk: Clerk, rows = LINES.length): readonly (readonly unknown[])[] {
  const columns = [columnOf(clerk, '工作措施'), columnOf(clerk, '预警')];
  return Array.from({ length: rows }, (_, at) => columns.map((column) => valueAt(clerk.sheet, FIRST_ROW + at, column)));
}

/** Pushes again and expects every row to be known, its own result beside it and no result column twice. */
async function expectUnchanged(clerk: Clerk, rows = LINES.length): Promise<void> {
  const report = await clerk.push(server.api());
  expect(report.counts).toEqual({ inserted: 0, updated: 0, unchanged: rows, deleted: 0, incoming: 0, conflict: 0, rejected: 0 });
  for (const [title, flag] of seen(clerk, rows)) expect([title, flag]).toEqual([title, FLAGS[String(title)]]);
  const headers = rowValues(clerk.sheet, HEADER_ROW, 0, 40);
  expect(RESULTS.map((result) => headers.filter((header) => header === result).length)).toEqual(RESULTS.map(() => 1));
}

describe('the results stay with their rows', () => {
  test('when the clerk sorts by a column', async () => {
    const clerk = await pushed();
    await edit(clerk, (sheet) => sheet.getRange('A4:N6').sort.apply([{ key: 2, ascending: true }]));
    expect(seen(clerk).map(([title]) => title)).not.toEqual(LINES.map((line) => line[TITLE]));
    await expectUnchanged(clerk);
  });

  test('when rows are inserted and deleted', async () => {
    const clerk = await pushed();
    await edit(clerk, (sheet) => {
      sheet.getRange('4:4').delete('Up');
      sheet.getRange('5:5').insert('Down');
      sheet.getRange('B5:D5').values = [['区住建局', '改造老旧小区', '2022年10月底前']];
    });
    const report = await clerk.push(server.api());
    expect(report.counts).toEqual({ inserted: 1, updated: 0, unchanged: 2, deleted: 0, incoming: 0, conflict: 0, rejected: 0 });
    expect(seen(clerk)).toEqual([
      ['推行一窗受理', '已逾期'],
      ['改造老旧小区', '进度滞后'],
      ['开展食品安全检查', '正常推进'],
    ]);
  });

  test('when a column is inserted inside the ledger', async () => {
    const clerk = await pushed();
    await edit(clerk, (sheet) => {
      sheet.getRange('D:E').insert('Right');
      sheet.getRange('D3').values = [['分管领导']];
    });
    await expectUnchanged(clerk);
    expect(rowValues(clerk.sheet, HEADER_ROW, ID + 2, 6)).toEqual(RESULTS);
  });

  test('when columns are inserted before, among and after them', async () => {
    const clerk = await pushed();
    await edit(clerk, (sheet) => {
      sheet.getRange('O3').values = [['复核意见']];
      sheet.getRange('L:L').insert('Right');
      sheet.getRange('L3').values = [['核实']];
      sheet.getRange('I:I').insert('Right');
      sheet.getRange('I3').values = [['联系电话']];
    });
    await expectUnchanged(clerk);
  });

  test('when a column of the ledger is moved', async () => {
    const clerk = await pushed();
    // Cut 完成时限 (D) and insert it before 责任单位 (B).
    await edit(clerk, (sheet) => sheet.getRange('B:B').insert('Right'));
    for (let row = HEADER_ROW; row < FIRST_ROW + 3; row += 1) {
      const { value, style } = cellAt(clerk.sheet, row, 4);
      put(clerk.sheet, row, 1, value, style);
    }
    await edit(clerk, (sheet) => sheet.getRange('E:E').delete('Left'));
    expect(rowValues(clerk.sheet, HEADER_ROW, 0, 4)).toEqual(['序号', '完成时限', '责任单位', '工作措施']);
    await expectUnchanged(clerk);
  });

  test('when the sheet is renamed and rows are inserted above the header', async () => {
    const clerk = await pushed();
    clerk.sheet.name = '责任清单（7月）';
    await edit(clerk, (sheet) => sheet.getRange('2:2').insert('Down'));
    const report = await clerk.push(server.api());
    expect(report.counts).toMatchObject({ inserted: 0, unchanged: 3 });
    expect((await clerk.binding()).sheetName).toBe('责任清单（7月）');
    expect(rowValues(clerk.sheet, HEADER_ROW + 1, ID, 7)).toEqual([...RESULTS, null]);
  });

  test('when the ledger becomes an Excel table, results and all; new rows get their results within it', async () => {
    const clerk = await pushed();
    await edit(clerk, (sheet) => sheet.tables.add('A3:N6', true));
    await expectUnchanged(clerk);
    await edit(clerk, (sheet) => {
      sheet.tables.getItemAt(0).rows.add(-1, [[4, '区住建局', '改造老旧小区', '2022年10月底前', ...Array.from({ length: 10 }, () => '')]]);
      sheet.tables.getItemAt(0).sort.apply([{ key: 2, ascending: true }]);
    });
    expect((await clerk.push(server.api())).counts).toEqual({ inserted: 1, updated: 0, unchanged: 3, deleted: 0, incoming: 0, conflict: 0, rejected: 0 });
    expect(clerk.sheet.tables[0]?.area).toEqual({ row: HEADER_ROW, column: 0, rows: 5, columns: 14 });
    expect(Object.fromEntries(seen(clerk, 4))).toEqual({ ...FLAGS, 改造老旧小区: '进度滞后' });
  });

  test('when a row is copied and it is the original below that stayed as it was', async () => {
    const clerk = await pushed();
    const original = valueAt(clerk.sheet, FIRST_ROW, ID);
    await edit(clerk, (sheet) => sheet.getRange('4:4').insert('Down'));
    for (let column = 0; column < ID + 6; column += 1) put(clerk.sheet, FIRST_ROW, column, valueAt(clerk.sheet, FIRST_ROW + 1, column));
    put(clerk.sheet, FIRST_ROW, TITLE, '另一项措施');
    const report = await clerk.push(server.api());
    expect(report.counts).toEqual({ inserted: 1, updated: 0, unchanged: 3, deleted: 0, incoming: 0, conflict: 0, rejected: 0 });
    expect(report.rows[0]?.notice).toContain('复制');
    expect(valueAt(clerk.sheet, FIRST_ROW + 1, ID)).toBe(original);
  });

  test('when a filter was set, after it is cleared', async () => {
    const clerk = await pushed();
    await edit(clerk, (sheet) => sheet.autoFilter.apply(sheet.getRange('A3:N6'), 1, { filterOn: 'Values', values: ['区发改委'] }));
    await expect(clerk.push(server.api())).rejects.toMatchObject({ code: 'filtered' });
    await edit(clerk, (sheet) => sheet.autoFilter.clearCriteria());
    await expectUnchanged(clerk);
  });
});

describe('ids that were lost', () => {
  test.each([
    { what: 'cleared', change: (sheet: Excel.Worksheet) => sheet.getRange('I4:I6').clear('Contents') },
    { what: 'deleted with their column', change: (sheet: Excel.Worksheet) => sheet.getRange('I:I').delete('Left') },
    { what: 'deleted with all result columns', change: (sheet: Excel.Worksheet) => sheet.getRange('I:N').delete('Left') },
    {
      what: 'overwritten',
      change: (sheet: Excel.Worksheet) => {
        sheet.getRange('I4:I6').values = [['1'], ['2'], ['3']];
      },
    },
  ])('$what: the rows are known again', async ({ change }) => {
    const clerk = await pushed();
    await edit(clerk, change);
    put(clerk.sheet, FIRST_ROW + 1, 4, '赵六');
    const report = await clerk.push(server.api());
    expect(report.counts).toEqual({ inserted: 0, updated: 1, unchanged: 2, deleted: 0, incoming: 0, conflict: 0, rejected: 0 });
    expect(report.rows.every((row) => row.notice !== null)).toBe(true);
    await expectUnchanged(clerk);
  });
});

describe('ids that a sort left beside the content of others', () => {
  /** Sorts without the hidden column and what is right of it. */
  const sortWithout = (sheet: Excel.Worksheet) => sheet.getRange('A4:H6').sort.apply([{ key: 2, ascending: true }]);

  test('stop the push before anything is written or sent, saying which rows', async () => {
    const clerk = await pushed();
    await edit(clerk, sortWithout);
    const before = snapshot(clerk.sheet);
    const { fetch, pushes } = counting();
    await expect(clerk.push(server.api(fetch))).rejects.toMatchObject({
      code: 'idsMisaligned',
      params: { sheet: '责任清单', count: 2, rows: expect.stringMatching(/^\d、\d$/) },
    });
    expect(pushes()).toBe(0);
    expect(snapshot(clerk.sheet)).toEqual(before);
  });

  test('are put right in one write, and the next push finds every row unchanged', async () => {
    const clerk = await pushed();
    await edit(clerk, sortWithout);
    put(clerk.sheet, FIRST_ROW + 2, 4, '赵六');
    expect(await realignIds(clerk.workbook, await clerk.binding())).toBe(2);
    expect(await realignIds(clerk.workbook, await clerk.binding())).toBe(0);
    expect((await clerk.push(server.api())).counts).toEqual({ inserted: 0, updated: 1, unchanged: 2, deleted: 0, incoming: 0, conflict: 0, rejected: 0 });
    await expectUnchanged(clerk);
  });

  test('also when cells were deleted and the rest moved up beside the ids', async () => {
    const clerk = await pushed();
    await edit(clerk, (sheet) => sheet.getRange('A4:H4').delete('Up'));
    await expect(clerk.push(server.api())).rejects.toMatchObject({ code: 'idsMisaligned', params: { count: 3, rows: '4、5、6' } });
    await realignIds(clerk.workbook, await clerk.binding());
    await expectUnchanged(clerk, 2);
    expect(valueAt(clerk.sheet, FIRST_ROW + 2, ID)).toBeNull();
  });

  test('are not touched while a filter is set', async () => {
    const clerk = await pushed();
    await edit(clerk, (sheet) => {
      sortWithout(sheet);
      sheet.autoFilter.apply(sheet.getRange('A3:N6'), 1, { filterOn: 'Values', values: ['区发改委'] });
    });
    const before = snapshot(clerk.sheet);
    await expect(realignIds(clerk.workbook, await clerk.binding())).rejects.toMatchObject({ code: 'filtered' });
    expect(snapshot(clerk.sheet)).toEqual(before);
  });

  test('are not thought of when rows are only edited, however much', async () => {
    const clerk = await pushed();
    await edit(clerk, (sheet) => {
      sheet.getRange('C4:D6').values = [
        ['甲', '7月底前'],
        ['乙', '8月底前'],
        ['丙', '9月底前'],
      ];
    });
    expect((await clerk.push(server.api())).counts).toMatchObject({ updated: 3 });
  });
});
