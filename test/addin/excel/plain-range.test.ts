import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { officeWorkbook } from '../../../addin/excel/office-workbook.ts';
import { headlessHost } from '../../../addin/preview/node/headless-host.ts';
import { cellAt } from '../../../addin/preview/model/book.ts';
import type { Binding, LedgerWorkbook } from '../../../addin/excel/port.ts';
import {
  FIRST_ROW,
  HEADER_ROW,
  HEADERS,
  LINES,
  bindActiveSheet,
  idOf,
  ledgerBook,
  put,
  resultFor,
  rowValues,
  snapshot,
  sortRows,
  valueAt,
} from './support/ledger-book.ts';

const RESULTS = HEADERS.length;
const NOTE = { language: 'zh-CN', asOf: '2022-06-30', updatedAt: '2022-07-01 09:30' } as const;
const rowIds = LINES.map((_, at) => ({ sheetRow: FIRST_ROW + at, id: idOf(at + 1) }));

async function open(lines = LINES) {
  const { book, sheet } = ledgerBook(lines);
  const host = headlessHost(book, { today: () => ({ year: 2022 }) });
  const workbook = officeWorkbook();
  return { book, sheet, host, workbook, binding: await bindActiveSheet(workbook) };
}

describe('reading a plain range', () => {
  test('rows come with their cells as they stand, ids are null before the first push', async () => {
    const { workbook, binding } = await open();
    const reading = await workbook.readLedger(binding);
    expect(reading.fields).toEqual(['unit', 'title', 'due', 'leader', 'status', 'progress', 'completedOn']);
    expect(reading.rows[0]).toEqual({
      sheetRow: FIRST_ROW,
      id: null,
      cells: ['区发改委', '编制营商环境优化方案', '2022年5月底前', '张三', '已完成', 100, 44701],
    });
    expect(reading.rows.map((row) => row.sheetRow)).toEqual([3, 4, 5]);
  });

  test('a percent-formatted progress travels as 60%, an error value as its text, a blank as null', async () => {
    const { workbook, binding, sheet } = await open();
    put(sheet, 4, 6, 0.6, { numberFormat: '0%' });
    put(sheet, 5, 3, { error: '#REF!' });
    put(sheet, 5, 4, null);
    const { rows } = await workbook.readLedger(binding);
    expect(rows[1]?.cells[5]).toBe('60%');
    expect(rows[2]?.cells.slice(2, 4)).toEqual(['#REF!', null]);
  });

  test('section rows, totals and blank rows are skipped, and it is said why', async () => {
    const { workbook, binding } = await open([['一、营商环境'], ...LINES, [null], ['合计', null, null, null, null, null, 3]]);
    const reading = await workbook.readLedger(binding);
    expect(reading.rows.map((row) => row.sheetRow)).toEqual([4, 5, 6]);
    expect(reading.skipped).toEqual([
      { sheetRow: 3, reason: 'problem.skippedSection', id: null },
      { sheetRow: 7, reason: 'problem.skippedBlank', id: null },
      { sheetRow: 8, reason: 'problem.skippedTotal', id: null },
    ]);
  });

  test('columns are found again by their header when columns are inserted or moved, and rows inserted above', async () => {
    const { binding, workbook, host } = await open();
    await host.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('2:3').insert('Down');
      sheet.getRange('C:D').insert('Right');
      await context.sync();
    });
    const reading = await workbook.readLedger(binding);
    expect(reading.binding.headerRow).toBe(HEADER_ROW + 2);
    expect(reading.binding.columns.map((column) => column.column)).toEqual([1, 4, 5, 6, 7, 8, 9]);
    expect(reading.rows[0]?.cells[1]).toBe('编制营商环境优化方案');
  });

  test('a header that is gone is named', async () => {
    const { workbook, binding, sheet } = await open();
    put(sheet, HEADER_ROW, 3, '说不清');
    await expect(workbook.readLedger(binding)).rejects.toMatchObject({ code: 'headerChanged', params: { header: '完成时限', sheet: '责任清单' } });
  });

  test('a sheet whose id changed, as after a save by another program, is found by its name', async () => {
    const { workbook, binding, sheet } = await open();
    const reading = await workbook.readLedger({ ...binding, sheetId: '{00000099-0001-0000-0000-000000000000}' });
    expect(reading.rows).toHaveLength(3);
    expect(reading.binding.sheetId).toBe(sheet.id);
  });

  test('a renamed sheet is the same sheet, a deleted one is gone', async () => {
    const { workbook, binding, sheet, book } = await open();
    sheet.name = '清单（2022）';
    expect((await workbook.readLedger(binding)).binding.sheetName).toBe('清单（2022）');
    book.sheets.splice(0, 1, book.addSheet('另一张'));
    await expect(workbook.readLedger(binding)).rejects.toMatchObject({ code: 'sheetGone' });
  });
});

describe('writing beside a plain range', () => {
  test('result columns adjoin the data, the ids hidden, and nothing of the clerk’s is touched', async () => {
    const { workbook, binding, sheet } = await open();
    const before = sheet.cells.get(FIRST_ROW);
    const clerk = structuredClone([...(before ?? [])].filter(([column]) => column < RESULTS));
    await workbook.prepareResults(binding, rowIds, 'zh-CN');
    await workbook.writeResults(binding, [resultFor(1, { flag: '已完成', score: 100 }), resultFor(2), resultFor(3)], NOTE);

    expect(rowValues(sheet, HEADER_ROW, RESULTS, 6)).toEqual(['编号', '预警', '时限', '剩余天数', '得分', '说明']);
    expect(rowValues(sheet, 4, RESULTS, 6)).toEqual([idOf(2), '已逾期', 44727, -15, 20, '按 2022-06-15 计']);
    expect(sheet.columns.get(RESULTS)?.hidden).toBe(true);
    expect(cellAt(sheet, 4, RESULTS + 2).style?.numberFormat).toBe('yyyy-mm-dd');
    expect(cellAt(sheet, 4, RESULTS + 4).style?.numberFormat).toBe('0.0');
    expect([...(sheet.cells.get(FIRST_ROW) ?? [])].filter(([column]) => column < RESULTS)).toEqual(clerk);
    expect(valueAt(sheet, 0, 0)).toBe('乌达区2022年责任清单');
    expect(sheet.merges).toEqual([{ row: 0, column: 0, rows: 1, columns: 8 }]);
  });

  test('colours hang on the label in 预警, one conditional format a card, over the result columns only', async () => {
    const { workbook, binding, sheet } = await open();
    await workbook.prepareResults(binding, rowIds, 'zh-CN');
    await workbook.writeResults(binding, [resultFor(1)], NOTE);
    await workbook.writeResults(binding, [resultFor(1), resultFor(2), resultFor(3)], NOTE);
    expect(sheet.conditionalFormats.filter((format) => format.format.fill !== undefined)).toHaveLength(5);
    const red = sheet.conditionalFormats.find((format) => format.format.fill === '#FDE7E9');
    expect(red).toMatchObject({
      area: { row: FIRST_ROW, column: RESULTS + 1, rows: 3, columns: 5 },
      formula: '=OR($J4="已逾期",$J4="Overdue")',
      format: { font: { color: '#A4262C' } },
    });
  });

  test('a conditional format of the clerk’s over the whole sheet stays', async () => {
    const { workbook, binding, sheet, host } = await open();
    await host.Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange('A1:Z50').conditionalFormats.add('Custom').custom.rule.formula = '=MOD(ROW(),2)=0';
      await context.sync();
    });
    await workbook.prepareResults(binding, rowIds, 'zh-CN');
    await workbook.writeResults(binding, [resultFor(1)], NOTE);
    await workbook.writeResults(binding, [resultFor(1)], NOTE);
    expect(sheet.conditionalFormats.map((format) => format.formula).filter((formula) => formula === '=MOD(ROW(),2)=0')).toHaveLength(1);
    expect(sheet.conditionalFormats).toHaveLength(1 + 5 + 5);
  });

  test('the comment on the first visible header says legend, day and when updated, and is replaced', async () => {
    const { workbook, binding, sheet } = await open();
    await workbook.prepareResults(binding, rowIds, 'zh-CN');
    await workbook.writeResults(binding, [resultFor(1)], NOTE);
    await workbook.writeResults(binding, [resultFor(1)], { ...NOTE, updatedAt: '2022-07-02 10:00' });
    expect(sheet.comments).toHaveLength(1);
    expect(sheet.comments[0]).toMatchObject({ row: HEADER_ROW, column: RESULTS + 1 });
    expect(sheet.comments[0]?.text).toContain('截至 2022-06-30，更新于 2022-07-02 10:00');
  });

  test('a second push uses the columns there are', async () => {
    const { workbook, binding, sheet } = await open();
    for (const score of [10, 30]) {
      await workbook.prepareResults(binding, rowIds, 'zh-CN');
      await workbook.writeResults(binding, [resultFor(2, { score })], NOTE);
    }
    expect(rowValues(sheet, HEADER_ROW, RESULTS, 7).at(-1)).toBeNull();
    expect(valueAt(sheet, 4, RESULTS + 4)).toBe(30);
    expect((await workbook.readLedger(binding)).rows.map((row) => row.id)).toEqual([idOf(1), idOf(2), idOf(3)]);
  });

  test('text stays text: no formula, date or number is made of it', async () => {
    const { workbook, binding, sheet } = await open();
    await workbook.prepareResults(binding, rowIds, 'zh-CN');
    const risky = ['=HYPERLINK("http://x")', '+1', '-2022', '@SUM(A1)', '2022-06-30', '60%', 'TRUE', "'quoted"];
    for (const explanation of risky) {
      await workbook.writeResults(binding, [resultFor(1, { explanation })], NOTE);
      expect(cellAt(sheet, FIRST_ROW, RESULTS + 5)).toMatchObject({ value: explanation });
      expect(cellAt(sheet, FIRST_ROW, RESULTS + 5).formula).toBeUndefined();
    }
  });

  test('whatever the text, it is read back as it was', async () => {
    const count = 40;
    const { workbook, binding, sheet } = await open(Array.from({ length: count }, (_, at) => [at + 1, '区发改委', `措施${at}`, '年底前']));
    const ids = Array.from({ length: count }, (_, at) => ({ sheetRow: FIRST_ROW + at, id: idOf(at) }));
    await workbook.prepareResults(binding, ids, 'zh-CN');
    const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom("'", '=', '-', '+', '@', '1', '/', '.', '%', 'E', ' ', '年') }));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: count, maxLength: count }), async (texts) => {
        await workbook.writeResults(
          binding,
          texts.map((explanation, at) => resultFor(at, { explanation })),
          NOTE,
        );
        expect(texts.map((_, at) => valueAt(sheet, FIRST_ROW + at, 8 + 5) ?? '')).toEqual(texts);
      }),
      { numRuns: 25 },
    );
  });

  test('results follow their ids: rows sorted between reading and writing get their own', async () => {
    const { workbook, binding, sheet } = await open();
    await workbook.prepareResults(binding, rowIds, 'zh-CN');
    sortRows(sheet, { row: FIRST_ROW, column: 0, rows: 3, columns: RESULTS + 6 }, 2);
    await workbook.writeResults(binding, [resultFor(1, { score: 1 }), resultFor(2, { score: 2 }), resultFor(3, { score: 3 })], NOTE);
    for (let row = FIRST_ROW; row < FIRST_ROW + 3; row += 1) expect(valueAt(sheet, row, RESULTS + 4)).toBe(valueAt(sheet, row, 0));
  });

  test('a row without a result keeps what it has', async () => {
    const { workbook, binding, sheet } = await open();
    await workbook.prepareResults(binding, rowIds, 'zh-CN');
    await workbook.writeResults(binding, [resultFor(1), resultFor(2), resultFor(3)], NOTE);
    await workbook.writeResults(binding, [resultFor(1, { score: 5 }), resultFor(3, { score: 7 })], NOTE);
    expect([3, 4, 5].map((row) => valueAt(sheet, row, RESULTS + 4))).toEqual([5, 20, 7]);
  });

  test('an AutoFilter is widened over the result columns, so that sorting moves the ids too', async () => {
    const { workbook, binding, sheet } = await open();
    sheet.filter = { area: { row: HEADER_ROW, column: 0, rows: 4, columns: 8 }, isActive: false };
    await workbook.prepareResults(binding, rowIds, 'zh-CN');
    expect(sheet.filter?.area).toEqual({ row: HEADER_ROW, column: 0, rows: 4, columns: 14 });
  });

  test('and rows the clerk has hidden by hand stay hidden', async () => {
    const { workbook, binding, sheet } = await open(Array.from({ length: 40 }, (_, at) => [at + 1, '区发改委', `措施${at}`, '年底前']));
    const ids = Array.from({ length: 40 }, (_, at) => ({ sheetRow: FIRST_ROW + at, id: idOf(at) }));
    const hidden = [FIRST_ROW, FIRST_ROW + 7, FIRST_ROW + 8, FIRST_ROW + 39];
    for (const row of hidden) sheet.rows.set(row, { hidden: true });
    sheet.filter = { area: { row: HEADER_ROW, column: 0, rows: 41, columns: 8 }, isActive: false };
    const shown = () => [...sheet.rows].flatMap(([row, { hidden: isHidden }]) => (isHidden ? [row] : [])).toSorted((a, b) => a - b);
    await workbook.prepareResults(binding, ids, 'zh-CN');
    expect(shown()).toEqual(hidden);
    await workbook.removeResults(binding);
    expect(shown()).toEqual(hidden);
    expect(sheet.filter?.area.columns).toBe(8);
  });

  test('the ids are not hidden where that would hide something of the clerk’s with them', async () => {
    const { workbook, binding, sheet } = await open();
    put(sheet, FIRST_ROW + 20, RESULTS, '另一张表的列');
    await workbook.prepareResults(binding, rowIds, 'zh-CN');
    expect(sheet.columns.get(RESULTS)?.hidden).not.toBe(true);
    expect(valueAt(sheet, FIRST_ROW, RESULTS)).toBe(idOf(1));
  });

  test('a clerk’s column of the same name keeps it; ours says that it is ours and is used again', async () => {
    const { book, sheet } = ledgerBook(
      LINES.map((line) => [...line, '自己写的']),
      [...HEADERS, '说明'],
    );
    headlessHost(book);
    const workbook = officeWorkbook();
    const binding = await bindActiveSheet(workbook);
    for (const explanation of ['一', '二']) {
      await workbook.prepareResults(binding, rowIds, 'zh-CN');
      await workbook.writeResults(binding, [resultFor(1, { explanation })], NOTE);
    }
    expect(rowValues(sheet, HEADER_ROW, 8, 8)).toEqual(['说明', '编号', '预警', '时限', '剩余天数', '得分', '说明（台账）', null]);
    expect([valueAt(sheet, FIRST_ROW, 8), valueAt(sheet, FIRST_ROW, 14)]).toEqual(['自己写的', '二']);
  });

  test('a result column the clerk deleted comes again with the next push', async () => {
    const { workbook, binding, sheet, host } = await open();
    await workbook.prepareResults(binding, rowIds, 'zh-CN');
    await host.Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange('K:K').delete('Left');
      await context.sync();
    });
    await workbook.prepareResults(binding, rowIds, 'zh-CN');
    await workbook.writeResults(binding, [resultFor(2)], NOTE);
    expect(rowValues(sheet, HEADER_ROW, RESULTS, 6)).toEqual(['编号', '预警', '剩余天数', '得分', '说明', '时限']);
    expect(rowValues(sheet, 4, RESULTS, 6)).toEqual([idOf(2), '已逾期', -15, 20, '按 2022-06-15 计', 44727]);
  });

  describe('the columns of an earlier push are used again', () => {
    const pushed = { syncedAt: '2022-06-30T00:00:00.000Z' };

    async function push(workbook: LedgerWorkbook, binding: Binding, ids: readonly number[]): Promise<void> {
      const rows = ids.map((id, at) => ({ sheetRow: FIRST_ROW + at, id: idOf(id) }));
      await workbook.prepareResults(binding, rows, 'zh-CN');
      await workbook.writeResults(
        binding,
        ids.map((id) => resultFor(id)),
        NOTE,
      );
    }

    /** The row's own range, changed as the clerk does it. */
    const edit = async ({ Excel }: Awaited<ReturnType<typeof open>>['host'], change: (sheet: Excel.Worksheet) => void): Promise<void> =>
      Excel.run(async (context) => {
        change(context.workbook.worksheets.getActiveWorksheet());
        await context.sync();
      });

    test('when all rows were deleted and others typed', async () => {
      const { workbook, binding, sheet, host } = await open();
      await push(workbook, binding, [1, 2, 3]);
      await edit(host, (active) => active.getRange('4:6').delete('Up'));
      LINES.forEach((line, row) => line.forEach((value, column) => put(sheet, FIRST_ROW + row, column, value)));
      await push(workbook, { ...binding, ...pushed }, [4, 5, 6]);
      expect(rowValues(sheet, HEADER_ROW, RESULTS, 7)).toEqual(['编号', '预警', '时限', '剩余天数', '得分', '说明', null]);
      expect([FIRST_ROW, FIRST_ROW + 1, FIRST_ROW + 2].map((row) => valueAt(sheet, row, RESULTS))).toEqual([idOf(4), idOf(5), idOf(6)]);
    });

    test('when the ids were emptied, also by who binds the sheet anew and with columns of the clerk’s among them', async () => {
      const { workbook, binding, sheet, host } = await open();
      await push(workbook, binding, [1, 2, 3]);
      await edit(host, (active) => {
        active.getRange('L:L').insert('Right');
        active.getRange('I4:I6').clear('Contents');
      });
      put(sheet, HEADER_ROW, 11, '我的');
      await push(workbook, await bindActiveSheet(workbook), [4, 5, 6]);
      expect(rowValues(sheet, HEADER_ROW, RESULTS, 8)).toEqual(['编号', '预警', '时限', '我的', '剩余天数', '得分', '说明', null]);
      expect(rowValues(sheet, FIRST_ROW, RESULTS, 3)).toEqual([idOf(4), '已逾期', 44727]);
    });

    test('when there never was a row', async () => {
      const { workbook, binding, sheet } = await open([]);
      for (let time = 0; time < 2; time += 1) await push(workbook, binding, []);
      expect(rowValues(sheet, HEADER_ROW, RESULTS, 7)).toEqual(['编号', '预警', '时限', '剩余天数', '得分', '说明', null]);
    });

    test('when the column of ids was deleted: it alone is made again', async () => {
      const { workbook, binding, sheet, host } = await open();
      await push(workbook, binding, [1, 2, 3]);
      await edit(host, (active) => active.getRange('I:I').delete('Left'));
      await push(workbook, { ...binding, ...pushed }, [4, 5, 6]);
      expect(rowValues(sheet, HEADER_ROW, RESULTS, 7)).toEqual(['预警', '时限', '剩余天数', '得分', '说明', '编号', null]);
      expect(rowValues(sheet, FIRST_ROW, RESULTS, 6)).toEqual(['已逾期', 44727, -15, 20, '按 2022-06-15 计', idOf(4)]);
    });

    test('but not those of the clerk’s that have the same names', async () => {
      const own = ['编号', '预警'];
      const { book, sheet } = ledgerBook(
        LINES.map((line) => [...line, null, '自己写的']),
        [...HEADERS, ...own],
      );
      headlessHost(book);
      const workbook = officeWorkbook();
      await push(workbook, await bindActiveSheet(workbook), [1, 2, 3]);
      expect(rowValues(sheet, HEADER_ROW, RESULTS, 9).slice(0, 4)).toEqual([...own, '编号（台账）', '预警（台账）']);
      expect(rowValues(sheet, FIRST_ROW, RESULTS, 2)).toEqual([null, '自己写的']);
    });
  });

  test.each([
    ['every result column', 'I:N'],
    ['the column of ids', 'I:I'],
  ])('results for which %s was deleted are not said to be written', async (_, columns) => {
    const { workbook, binding, sheet, host } = await open();
    await workbook.prepareResults(binding, rowIds, 'zh-CN');
    await host.Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange(columns).delete('Left');
      await context.sync();
    });
    const before = snapshot(sheet);
    await expect(workbook.writeResults(binding, [resultFor(1)], NOTE)).rejects.toMatchObject({ code: 'resultsGone', params: { sheet: '责任清单' } });
    expect(snapshot(sheet)).toEqual(before);
    await workbook.writeResults(binding, [], NOTE); // of a ledger without rows there is nothing to write
  });

  test('the results are not taken for columns of the clerk’s when the sheet is bound anew', async () => {
    const { workbook, binding } = await open();
    await workbook.prepareResults(binding, rowIds, 'zh-CN');
    await workbook.writeResults(binding, [resultFor(1)], NOTE);
    expect((await bindActiveSheet(workbook)).columns).toEqual(binding.columns);
  });
});

describe('what must not be written to', () => {
  test('a protected sheet is said before anything is written', async () => {
    const { workbook, binding, sheet } = await open();
    sheet.isProtected = true;
    const before = snapshot(sheet);
    await expect(workbook.checkWritable(binding)).rejects.toMatchObject({ code: 'sheetProtected', params: { sheet: '责任清单' } });
    await expect(workbook.prepareResults(binding, rowIds, 'zh-CN')).rejects.toMatchObject({ code: 'sheetProtected' });
    expect(snapshot(sheet)).toEqual(before);
  });

  test('while a filter hides rows nothing is written: Excel would put values into the wrong ones', async () => {
    const { workbook, binding, host, sheet } = await open();
    await workbook.prepareResults(binding, rowIds, 'zh-CN');
    await host.Excel.run(async (context) => {
      const active = context.workbook.worksheets.getActiveWorksheet();
      active.autoFilter.apply(active.getRange('A3:N6'), 1, { filterOn: 'Values', values: ['区发改委'] });
      await context.sync();
    });
    const before = snapshot(sheet);
    await expect(workbook.checkWritable(binding)).rejects.toMatchObject({ code: 'filtered' });
    await expect(workbook.writeResults(binding, [resultFor(1)], NOTE)).rejects.toMatchObject({ code: 'filtered' });
    expect(snapshot(sheet)).toEqual(before);
    expect((await workbook.readLedger(binding)).rows).toHaveLength(3);
  });

  test('merged cells where results are to stand are named', async () => {
    const { workbook, binding, sheet } = await open();
    sheet.merges.push({ row: 4, column: 9, rows: 2, columns: 2 });
    await expect(workbook.prepareResults(binding, rowIds, 'zh-CN')).rejects.toMatchObject({
      code: 'resultAreaMerged',
      params: { address: 'J5:K6', sheet: '责任清单' },
    });
  });

  test('something of the clerk’s where results are to stand is named and kept', async () => {
    const { workbook, binding, sheet } = await open();
    put(sheet, 4, 10, '旁注');
    await expect(workbook.prepareResults(binding, rowIds, 'zh-CN')).rejects.toMatchObject({ code: 'resultAreaTaken', params: { address: 'K5' } });
    expect(valueAt(sheet, HEADER_ROW, RESULTS)).toBeNull();
  });
});

describe('removing the results', () => {
  test('the sheet is as it was before the first push', async () => {
    const { workbook, binding, sheet } = await open();
    sheet.filter = { area: { row: HEADER_ROW, column: 0, rows: 4, columns: 8 }, isActive: false };
    sheet.columns.set(10, { width: 33 });
    const before = snapshot(sheet);
    await workbook.prepareResults(binding, rowIds, 'zh-CN');
    await workbook.writeResults(binding, [resultFor(1), resultFor(2), resultFor(3)], NOTE);
    await workbook.removeResults(binding);
    expect(snapshot(sheet)).toEqual(before);
  });

  test('without results there is nothing to do', async () => {
    const { workbook, binding, sheet } = await open();
    const before = snapshot(sheet);
    await workbook.removeResults(binding);
    expect(snapshot(sheet)).toEqual(before);
  });
});
