import { describe, expect, test } from 'vitest';
import { allAbilities } from '../../../addin/excel/abilities.ts';
import { officeWorkbook } from '../../../addin/excel/office-workbook.ts';
import type { Binding } from '../../../addin/excel/port.ts';
import { bindingOf, draftOf, noChoice } from '../../../addin/features/bind/draft.ts';
import { Book } from '../../../addin/preview/model/book.ts';
import type { CellValue, Sheet } from '../../../addin/preview/model/book.ts';
import { headlessHost } from '../../../addin/preview/node/headless-host.ts';
import { idOf, put, resultFor, rowValues } from './support/ledger-book.ts';

/** A sheet drawn from its second column and third row on, so that positions in the cells and in the sheet differ. */
function drawn(lines: readonly (readonly CellValue[])[], merges: Sheet['merges']): { readonly book: Book; readonly sheet: Sheet } {
  const book = new Book();
  const sheet = book.addSheet('台账');
  lines.forEach((line, row) => line.forEach((value, column) => value !== null && put(sheet, row + 2, column + 1, value)));
  sheet.merges.push(...merges.map((area) => ({ ...area, row: area.row + 2, column: area.column + 1 })));
  return { book, sheet };
}

async function bind(workbook: ReturnType<typeof officeWorkbook>, headerRow?: number): Promise<Binding> {
  const reading = await workbook.readActiveSheet();
  const draft = draftOf(reading, headerRow === undefined ? noChoice : { ...noChoice, headerRow });
  if (draft === null) throw new Error('no ledger recognised');
  return bindingOf(draft, reading, 'W1', 'B1');
}

const MERGED: readonly (readonly CellValue[])[] = [
  ['2022年责任清单', null, null, null, null],
  ['序号', '责任单位', '工作措施', '落实情况', null],
  [null, null, null, '完成进度', '办结时间'],
  [1, '区发改委', '印发方案', 60, null],
  [2, null, '召开会议', 30, null],
  [3, '区财政局', '拨付资金', 100, 44_701],
];
const MERGES = [
  { row: 0, column: 0, rows: 1, columns: 5 },
  { row: 1, column: 0, rows: 2, columns: 1 },
  { row: 1, column: 1, rows: 2, columns: 1 },
  { row: 1, column: 2, rows: 2, columns: 1 },
  { row: 1, column: 3, rows: 1, columns: 2 },
  { row: 3, column: 1, rows: 2, columns: 1 },
];

describe('a header of two rows over merged units', () => {
  test('is bound, read with the unit of every row, and found again', async () => {
    const { book, sheet } = drawn(MERGED, MERGES);
    headlessHost(book);
    const workbook = officeWorkbook();
    const binding = await bind(workbook);
    expect(binding).toMatchObject({
      headerRow: 4,
      headerRows: 2,
      columns: [{ field: 'unit' }, { field: 'title' }, { field: 'progress' }, { field: 'completedOn' }],
    });

    const reading = await workbook.readLedger(binding);
    expect(reading.rows.map(({ sheetRow, cells }) => [sheetRow, ...cells])).toEqual([
      [5, '区发改委', '印发方案', 60, null],
      [6, '区发改委', '召开会议', 30, null],
      [7, '区财政局', '拨付资金', 100, 44_701],
    ]);
    await workbook.prepareResults(
      binding,
      [5, 6, 7].map((sheetRow) => ({ sheetRow, id: idOf(sheetRow) })),
      'zh-CN',
    );
    await workbook.writeResults(binding, [resultFor(6)], { language: 'zh-CN', asOf: '2022-06-30', updatedAt: '2022-07-01 09:30' });
    expect(rowValues(sheet, 4, 6, 2)).toEqual(['编号', '预警']);
    expect(rowValues(sheet, 6, 7, 1)).toEqual(['已逾期']);
    expect((await workbook.readLedger(binding)).rows.map(({ id }) => id)).toEqual([idOf(5), idOf(6), idOf(7)]);
    expect(sheet.merges).toHaveLength(MERGES.length);
  });

  test('leaves the cells below blank where Excel cannot tell what is merged', async () => {
    const { book } = drawn(MERGED, MERGES);
    headlessHost(book);
    const workbook = officeWorkbook({ ...allAbilities, mergedAreas: false });
    expect(await workbook.readActiveSheet()).not.toHaveProperty('merges');
    const binding = await bind(workbook);
    expect(binding.headerRows).toBe(2);
    expect((await workbook.readLedger(binding)).rows.map(({ cells }) => cells[0])).toEqual(['区发改委', null, '区财政局']);
  });
});

test('of two ledgers, one above the other, each has its own rows, and the ids of the other are not taken for its own', async () => {
  const { book } = drawn(
    [
      ['序号', '责任单位', '工作措施', '完成时限'],
      [1, '区发改委', '印发方案', '6月底'],
      [null, null, null, null],
      ['问题清单', null, null, null],
      ['序号', '责任单位', '存在问题', '发现时间'],
      [1, '区财政局', '拨付不及时', '2022.5.9'],
    ],
    [],
  );
  headlessHost(book);
  const workbook = officeWorkbook();
  const measures = await bind(workbook, 2);
  const problems = { ...(await bind(workbook, 6)), id: 'B2' };
  expect([measures.register, problems.register]).toEqual(['measures', 'problems']);
  await workbook.prepareResults(measures, [{ sheetRow: 3, id: idOf(3) }], 'zh-CN');
  await workbook.prepareResults(problems, [{ sheetRow: 7, id: idOf(7) }], 'zh-CN');
  const upper = await workbook.readLedger(measures);
  expect(upper.rows.map(({ sheetRow, id }) => [sheetRow, id])).toEqual([[3, idOf(3)]]);
  expect(upper.skipped).toEqual([]);
  const lower = await workbook.readLedger(problems);
  expect(lower.rows.map(({ sheetRow, id }) => [sheetRow, id])).toEqual([[7, idOf(7)]]);
});
