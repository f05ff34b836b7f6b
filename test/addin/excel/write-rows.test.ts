import { describe, expect, test, vi } from 'vitest';
import { officeWorkbook } from '../../../addin/excel/office-workbook.ts';
import type { RowChanges, RowWriting } from '../../../addin/excel/port.ts';
import { cellAt, putCell } from '../../../addin/preview/model/book.ts';
import { headlessHost } from '../../../addin/preview/node/headless-host.ts';
import { FIRST_ROW, HEADERS, HEADER_ROW, LINES, asTable, bindActiveSheet, idOf, ledgerBook, put, rowValues, valueAt } from './support/ledger-book.ts';
import type { Line } from './support/ledger-book.ts';

const ID = HEADERS.length;
const column = (header: string): number => HEADERS.indexOf(header);
const WRITING: RowWriting = { language: 'zh-CN', words: new Map([['status', new Map([['done', '办结']])]]), replacesFormulas: false };
const NOTHING: RowChanges = { updated: [], added: [], removed: [] };

interface Opening {
  readonly lines?: readonly Line[];
  readonly isTable?: boolean;
}

/** A ledger whose rows carry ids 1, 2, 3 …, as after a push. */
async function opened({ lines = LINES, isTable = false }: Opening = {}) {
  const { book, sheet } = ledgerBook(lines);
  if (isTable) asTable(sheet, lines);
  const host = headlessHost(book);
  const workbook = officeWorkbook();
  const binding = await bindActiveSheet(workbook);
  await workbook.prepareResults(
    binding,
    lines.map((_, at) => ({ sheetRow: FIRST_ROW + at, id: idOf(at + 1) })),
    'zh-CN',
  );
  const write = (changes: Partial<RowChanges>, writing: Partial<RowWriting> = {}) =>
    workbook.writeRows(binding, { ...NOTHING, ...changes }, { ...WRITING, ...writing });
  const titles = () => Array.from({ length: 8 }, (_, at) => valueAt(sheet, FIRST_ROW + at, column('工作措施'))).filter((title) => title !== null);
  return { host, sheet, workbook, binding, write, titles };
}

describe('values written into rows', () => {
  test('go beside the id, as dates, fractions and words, and leave the other cells and every format as they are', async () => {
    const { sheet, write } = await opened();
    put(sheet, FIRST_ROW + 1, column('完成进度'), 0.4, { numberFormat: '0%' });
    await write({ updated: [{ id: idOf(2), values: { status: 'done', progress: 60, completedOn: '2022-06-14', due: '2022-06-30', leader: null } }] });
    expect(rowValues(sheet, FIRST_ROW + 1, 0, ID)).toEqual([2, '区政务服务局', '推行一窗受理', '2022-06-30', null, '办结', 0.6, 44_726]);
    expect(cellAt(sheet, FIRST_ROW + 1, column('完成时间')).style?.numberFormat).toBe('yyyy/m/d');
    expect(rowValues(sheet, FIRST_ROW, 0, ID)).toEqual(LINES[0]);
  });

  test('never become formulas or numbers by themselves', async () => {
    const { sheet, write } = await opened();
    await write({ updated: [{ id: idOf(1), values: { title: '=HYPERLINK("x")', leader: '007' } }] });
    expect(rowValues(sheet, FIRST_ROW, 2, 1)).toEqual(['=HYPERLINK("x")']);
    expect(cellAt(sheet, FIRST_ROW, 2).formula).toBeUndefined();
    expect(valueAt(sheet, FIRST_ROW, column('责任人'))).toBe('007');
  });

  test('a date field’s cell that shows no dates is given a date’s format', async () => {
    const { sheet, write } = await opened();
    put(sheet, FIRST_ROW, column('完成时间'), '六月中旬', { numberFormat: 'General' });
    await write({ updated: [{ id: idOf(1), values: { completedOn: '2022-06-14' } }] });
    expect(cellAt(sheet, FIRST_ROW, column('完成时间'))).toMatchObject({ value: 44_726, style: { numberFormat: 'yyyy-mm-dd' } });
  });

  test('find their rows wherever sorting has moved them, and say so when they are gone', async () => {
    const { sheet, write } = await opened();
    const [one, other] = [rowValues(sheet, FIRST_ROW, 0, ID + 1), rowValues(sheet, FIRST_ROW + 1, 0, ID + 1)];
    one.forEach((value, at) => put(sheet, FIRST_ROW + 1, at, value));
    other.forEach((value, at) => put(sheet, FIRST_ROW, at, value));
    await write({ updated: [{ id: idOf(1), values: { leader: '赵六' } }] });
    expect(valueAt(sheet, FIRST_ROW + 1, column('责任人'))).toBe('赵六');
    await expect(write({ updated: [{ id: idOf(9), values: { leader: '赵六' } }] })).rejects.toMatchObject({ code: 'rowsGone' });
  });
});

describe('nothing is written', () => {
  test('over a formula, until the clerk says so', async () => {
    const { sheet, write } = await opened();
    putCell(sheet, FIRST_ROW, column('完成进度'), { value: 100, formula: '=50+50' });
    const changes = { updated: [{ id: idOf(1), values: { progress: 70, leader: '赵六' } }] };
    await expect(write(changes)).rejects.toMatchObject({ code: 'formulaCells', params: { count: 1, address: 'G4' } });
    expect(valueAt(sheet, FIRST_ROW, column('责任人'))).toBe('张三');
    await write(changes, { replacesFormulas: true });
    expect(cellAt(sheet, FIRST_ROW, column('完成进度'))).toMatchObject({ value: 70 });
  });

  test('into a cell that stands for several rows, and such rows are not taken off', async () => {
    const { sheet, write } = await opened();
    sheet.merges.push({ row: FIRST_ROW, column: column('责任单位'), rows: 2, columns: 1 });
    await expect(write({ updated: [{ id: idOf(2), values: { unit: '区司法局', leader: '赵六' } }] })).rejects.toMatchObject({
      code: 'cellsMerged',
      params: { address: 'B4' },
    });
    await expect(write({ removed: [idOf(1)] })).rejects.toMatchObject({ code: 'cellsMerged' });
    await write({ updated: [{ id: idOf(2), values: { leader: '赵六' } }] });
    expect(valueAt(sheet, FIRST_ROW + 1, column('责任人'))).toBe('赵六');
  });

  test('on a protected or filtered sheet', async () => {
    const { sheet, host, write } = await opened({ isTable: true });
    await host.Excel.run(async (context) => {
      context.workbook.tables.getItem('表1').columns.getItemAt(1).filter.applyValuesFilter(['区发改委']);
      await context.sync();
    });
    await expect(write({ removed: [idOf(1)] })).rejects.toMatchObject({ code: 'filtered' });
    sheet.isProtected = true;
    await expect(write({ removed: [idOf(1)] })).rejects.toMatchObject({ code: 'sheetProtected' });
  });
});

const ADDED = [
  { id: idOf(8), values: { unit: '区司法局', title: '公开办事指南', status: 'open', completedOn: null, progress: 10 } },
  { id: idOf(9), values: { unit: '区财政局', title: '兑现惠企资金', status: 'done', completedOn: '2022-06-14' } },
];

describe('rows added', () => {
  test('stand below the last, look like it, and carry id and running number; what stood below moves down', async () => {
    const { sheet, write, workbook, binding } = await opened();
    put(sheet, FIRST_ROW + 3, 1, '填表人：张三');
    await write({ added: ADDED });
    expect(rowValues(sheet, FIRST_ROW + 3, 0, ID + 1)).toEqual([4, '区司法局', '公开办事指南', null, null, '进行中', 10, null, idOf(8)]);
    expect(rowValues(sheet, FIRST_ROW + 4, 0, ID + 1)).toEqual([5, '区财政局', '兑现惠企资金', null, null, '办结', null, 44_726, idOf(9)]);
    expect(cellAt(sheet, FIRST_ROW + 4, column('完成时间')).style?.numberFormat).toBe('yyyy/m/d');
    expect(cellAt(sheet, FIRST_ROW + 4, 1).style?.borders).toEqual({ bottom: { style: 'thin' } });
    expect(valueAt(sheet, FIRST_ROW + 5, 1)).toBe('填表人：张三');
    expect((await workbook.readLedger(binding)).rows.map(({ id }) => id)).toEqual([1, 2, 3, 8, 9].map(idOf));
  });

  test('become rows of the table', async () => {
    const { sheet, write } = await opened({ isTable: true });
    put(sheet, FIRST_ROW + 4, 1, '填表人：张三');
    await write({ added: ADDED });
    expect(sheet.tables[0]?.area).toMatchObject({ row: HEADER_ROW, rows: 6 });
    expect(rowValues(sheet, FIRST_ROW + 4, 1, 2)).toEqual(['区财政局', '兑现惠企资金']);
    expect(valueAt(sheet, FIRST_ROW + 6, 1)).toBe('填表人：张三');
  });

  test('are within the AutoFilter, so that a sort takes them along', async () => {
    const { sheet, host, write } = await opened();
    await host.Excel.run(async (context) => {
      const active = context.workbook.worksheets.getActiveWorksheet();
      active.autoFilter.apply(active.getRangeByIndexes(HEADER_ROW, 0, 4, ID + 6));
      await context.sync();
    });
    await write({ added: ADDED });
    expect(sheet.filter?.area).toMatchObject({ row: HEADER_ROW, rows: 6 });
  });

  test('fill a ledger that was just created', async () => {
    const host = headlessHost(ledgerBook().book);
    const workbook = officeWorkbook();
    const { sheetName } = await workbook.createLedger('measures', 'zh-CN');
    const binding = { ...(await bindActiveSheet(workbook)) };
    await workbook.prepareResults(binding, [], 'zh-CN');
    await workbook.writeRows(binding, { ...NOTHING, added: ADDED }, WRITING);
    const { rows } = await workbook.readLedger(binding);
    expect(rows.map(({ id }) => id)).toEqual([idOf(8), idOf(9)]);
    expect(rows[0]?.cells).toContain('10%');
    expect(host.book.activeSheet.name).toBe(sheetName);
  });
});

describe('rows taken off', () => {
  test('go with their whole row', async () => {
    const { sheet, write, titles } = await opened();
    await write({ removed: [idOf(3), idOf(1)] });
    expect(titles()).toEqual(['推行一窗受理']);
    expect(valueAt(sheet, FIRST_ROW, ID)).toBe(idOf(2));
  });

  test('are only emptied where something of the clerk’s stands beside the ledger', async () => {
    const { sheet, write, workbook, binding } = await opened();
    put(sheet, FIRST_ROW + 1, ID + 8, '旁注');
    await write({ removed: [idOf(2)] });
    expect(valueAt(sheet, FIRST_ROW + 1, ID + 8)).toBe('旁注');
    expect(rowValues(sheet, FIRST_ROW + 1, 0, ID + 1).every((value) => value === null)).toBe(true);
    expect((await workbook.readLedger(binding)).rows.map(({ id }) => id)).toEqual([idOf(1), idOf(3)]);
  });

  test('leave the table; the last one stays as a blank row', async () => {
    const { sheet, write, titles } = await opened({ isTable: true });
    await write({ removed: [idOf(1), idOf(2)] });
    expect(sheet.tables[0]?.area.rows).toBe(2);
    await write({ removed: [idOf(3)] });
    expect(titles()).toEqual([]);
    expect(sheet.tables[0]?.area.rows).toBe(2);
  });
});

test('rows are changed, added and taken off in one go, with few context.sync()', async () => {
  const many = Array.from({ length: 1_500 }, (_, at): Line => [at + 1, '区政务服务局', `措施${at}`, '年底前', '李四', '进行中', 40, null]);
  const { host, write, workbook, binding } = await opened({ lines: many });
  const sync = vi.spyOn(host.Excel.RequestContext.prototype, 'sync');
  await write({
    updated: many.slice(0, 1_000).map((_, at) => ({ id: idOf(at + 1), values: { leader: `新人${at}` } })),
    added: ADDED,
    removed: Array.from({ length: 100 }, (_, at) => idOf(1_100 + at)),
  });
  // Two to find the ledger, one for what stands in the rows, one for where rows are added, one for their room, one for their cells, one for the rest.
  expect(sync.mock.calls.length - 1).toBe(7);
  const { rows } = await workbook.readLedger(binding);
  expect(rows).toHaveLength(1_402);
  expect(rows[999]?.cells).toContain('新人999');
});
