import { describe, expect, test, vi } from 'vitest';
import { officeWorkbook } from '../../../addin/excel/office-workbook.ts';
import type { RowValues, RowWriting } from '../../../addin/excel/port.ts';
import { Book, cellAt } from '../../../addin/preview/model/book.ts';
import type { CellValue } from '../../../addin/preview/model/book.ts';
import { headlessHost } from '../../../addin/preview/node/headless-host.ts';
import { FIRST_ROW, HEADERS, HEADER_ROW, LINES, asTable, bindActiveSheet, idOf, ledgerBook, put, rowValues, snapshot, valueAt } from './support/ledger-book.ts';

/** Rows that others added are taken into the sheet: over the ledger's own columns, however many they are, all of them or none. */
const ID = HEADERS.length;
/** The ledger, its id and its five results, two blank columns, and what stands beside. */
const BESIDE = ID + 8;
const MB = 1024 * 1024;
const WRITING: RowWriting = { language: 'zh-CN', words: new Map(), replacesFormulas: false };

async function opened({ isTable = false }: { readonly isTable?: boolean } = {}) {
  const { book, sheet } = ledgerBook();
  if (isTable) asTable(sheet, LINES);
  const host = headlessHost(book);
  const workbook = officeWorkbook();
  const binding = await bindActiveSheet(workbook);
  await workbook.prepareResults(
    binding,
    LINES.map((_, at) => ({ sheetRow: FIRST_ROW + at, id: idOf(at + 1) })),
    'zh-CN',
  );
  const add = (rows: readonly RowValues[], updated: readonly RowValues[] = []) => workbook.writeRows(binding, { updated, added: rows, removed: [] }, WRITING);
  return { host, sheet, workbook, binding, add };
}

/** A ledger of units beside, longer than ours; each of its cells. */
function unitsBeside(sheet: Awaited<ReturnType<typeof opened>>['sheet']): () => readonly CellValue[] {
  put(sheet, HEADER_ROW, BESIDE, '单位名称');
  put(sheet, HEADER_ROW, BESIDE + 1, '类别');
  for (let row = 0; row < 6; row += 1) {
    put(sheet, FIRST_ROW + row, BESIDE, `区${row}局`);
    put(sheet, FIRST_ROW + row, BESIDE + 1, row % 2 === 0 ? '重点部门' : '其他部门');
  }
  return () => Array.from({ length: 10 }, (_, row) => rowValues(sheet, HEADER_ROW + row, BESIDE, 2)).flat();
}

const measure = (at: number): RowValues => ({
  id: idOf(1_000 + at),
  values: { unit: '区司法局', title: `公开办事指南${at}`, due: '2022-06-30', status: 'open', completedOn: '2022-06-14', progress: at % 100 },
});
const many = (count: number): readonly RowValues[] => Array.from({ length: count }, (_, at) => measure(at));

/** A text of another clerk's that Excel would run, were it read as typed. */
const HOSTILE = '=HYPERLINK("http://example.invalid/")';

describe('rows added take the look of the row above, whatever the cells that wait for them look like', () => {
  const TITLE = HEADERS.indexOf('工作措施');
  const WAITING = 5;

  async function added(above: string, waiting: string) {
    const { book, sheet } = ledgerBook();
    asTable(sheet, [...LINES, ...Array.from({ length: WAITING }, () => [])]);
    LINES.forEach((line, at) => put(sheet, FIRST_ROW + at, TITLE, line[TITLE] ?? null, { numberFormat: above }));
    for (let at = 0; at < WAITING; at += 1) put(sheet, FIRST_ROW + LINES.length + at, TITLE, null, { numberFormat: waiting });
    headlessHost(book);
    const workbook = officeWorkbook();
    const binding = await bindActiveSheet(workbook);
    const ids = LINES.map((_, at) => ({ sheetRow: FIRST_ROW + at, id: idOf(at + 1) }));
    await workbook.prepareResults(binding, ids, 'zh-CN');
    const rows = many(WAITING).map(({ id, values }) => ({ id, values: { ...values, title: HOSTILE } }));
    await workbook.writeRows(binding, { updated: [], added: rows, removed: [] }, WRITING);
    return Array.from({ length: WAITING }, (_, at) => cellAt(sheet, FIRST_ROW + LINES.length + at, TITLE));
  }

  test.each([
    ['@', 'General'],
    ['General', '@'],
    ['@', '@'],
    ['yyyy/m/d', '@'],
    ['0%', 'General'],
  ])('a text is the same text: %s above, %s waiting', async (above, waiting) => {
    for (const cell of await added(above, waiting)) {
      expect(cell.formula).toBeUndefined();
      expect(cell).toMatchObject({ value: HOSTILE });
    }
  });

  test('past the 500 rows that a new ledger has ready: no formula, and a deadline stays the words it is', async () => {
    const book = new Book();
    book.addSheet('Sheet1');
    headlessHost(book, { today: () => ({ year: 2022 }) });
    const workbook = officeWorkbook();
    await workbook.createLedger('measures', 'zh-CN');
    const binding = await bindActiveSheet(workbook);
    await workbook.prepareResults(binding, [], 'zh-CN');
    const dues = ['6-30', HOSTILE, '1/2'];
    const rows = Array.from({ length: 520 }, (_, at) => ({ id: idOf(at), values: { unit: '区司法局', title: `事项${at}`, due: dues[at % 3] ?? '' } }));
    await workbook.writeRows(binding, { updated: [], added: rows, removed: [] }, WRITING);
    const reading = await workbook.readLedger(binding);
    const due = reading.fields.indexOf('due');
    expect(reading.rows.map(({ cells }) => cells[due])).toEqual(rows.map(({ values }) => values.due));
    const column = binding.columns.find(({ field }) => field === 'due')?.column ?? -1;
    const sheet = book.sheets.at(-1);
    expect(rows.filter((_, at) => sheet && cellAt(sheet, binding.headerRow + 1 + at, column).formula !== undefined)).toEqual([]);
  });
});

describe.each([{ isTable: false }, { isTable: true }])('rows added (table: $isTable)', ({ isTable }) => {
  test('leave a ledger beside as it stands, without blank rows in it', async () => {
    const { sheet, workbook, binding, add } = await opened({ isTable });
    const beside = unitsBeside(sheet);
    const before = beside();
    put(sheet, FIRST_ROW + 3, 1, '填表人：张三');
    await add(many(2));
    expect(beside()).toEqual(before);
    expect(rowValues(sheet, FIRST_ROW + 3, 1, 2)).toEqual(['区司法局', '公开办事指南0']);
    expect(valueAt(sheet, FIRST_ROW + 5, 1)).toBe('填表人：张三');
    expect((await workbook.readLedger(binding)).rows.map(({ id }) => id)).toEqual([1, 2, 3, 1_000, 1_001].map(idOf));
  });

  test('may be thousands: every one with its id, its date as a date, and no request over the 5 MB of Excel on the web', async () => {
    const { host, sheet, workbook, binding, add } = await opened({ isTable });
    await add(many(12_000), [{ id: idOf(1), values: { leader: '赵六' } }]);
    expect(host.stats.largestRequestBytes).toBeLessThan(5 * MB); // more the host refuses, as Excel on the web does
    const { rows } = await workbook.readLedger(binding);
    expect(rows).toHaveLength(12_003);
    expect(rows.at(-1)?.id).toBe(idOf(1_000 + 11_999));
    expect(cellAt(sheet, FIRST_ROW + 12_002, HEADERS.indexOf('完成时间'))).toMatchObject({ value: 44_726, style: { numberFormat: 'yyyy/m/d' } });
    expect(valueAt(sheet, FIRST_ROW, HEADERS.indexOf('责任人'))).toBe('赵六');
  });

  test('that break off on their way leave the sheet as it was', async () => {
    const { host, sheet, add } = await opened({ isTable });
    unitsBeside(sheet);
    put(sheet, FIRST_ROW + 3, 1, '填表人：张三');
    const before = snapshot(sheet);
    const sync = vi.spyOn(host.Excel.RequestContext.prototype, 'sync');
    const isFilled = (): boolean => valueAt(sheet, FIRST_ROW + 3, 2) === '公开办事指南0';
    const stop = host.book.onChange(() => {
      if (!isFilled()) return;
      stop();
      sync.mockRejectedValueOnce(new Error('connection lost')); // the block after the first
    });
    await expect(add(many(12_000), [{ id: idOf(1), values: { leader: '赵六' } }])).rejects.toThrow('connection lost');
    vi.restoreAllMocks();
    expect(snapshot(sheet)).toEqual(before);
  });
});

test('where nothing stands beside, whole rows are inserted, so that notes merged across go down as they are', async () => {
  const { sheet, add } = await opened();
  put(sheet, FIRST_ROW + 4, 0, '填表人：张三');
  sheet.merges.push({ row: FIRST_ROW + 4, column: 0, rows: 1, columns: BESIDE + 2 });
  await add(many(2));
  expect(valueAt(sheet, FIRST_ROW + 6, 0)).toBe('填表人：张三');
  expect(sheet.merges).toContainEqual({ row: FIRST_ROW + 6, column: 0, rows: 1, columns: BESIDE + 2 });
});

test('cells merged across the ledger’s edge would be torn: they are named, and nothing is written', async () => {
  const { sheet, add } = await opened();
  unitsBeside(sheet);
  put(sheet, FIRST_ROW + 8, 3, '合计见附件');
  sheet.merges.push({ row: FIRST_ROW + 8, column: 3, rows: 1, columns: BESIDE });
  const before = snapshot(sheet);
  await expect(add(many(2), [{ id: idOf(1), values: { leader: '赵六' } }])).rejects.toMatchObject({ code: 'cellsMerged', params: { address: 'D12' } });
  expect(snapshot(sheet)).toEqual(before);
});
