import { describe, expect, test, vi } from 'vitest';
import { officeWorkbook } from '../../../addin/excel/office-workbook.ts';
import { headlessHost } from '../../../addin/preview/node/headless-host.ts';
import { FIRST_ROW, asTable, bindActiveSheet, idOf, ledgerBook, resultFor } from './support/ledger-book.ts';
import type { Line } from './support/ledger-book.ts';

const MB = 1024 * 1024;
const NOTE = { language: 'zh-CN', asOf: '2022-06-30', updatedAt: '2022-07-01 09:30' } as const;

function lines(count: number, title = '推行一窗受理、集成服务，压减办理时限'): readonly Line[] {
  return Array.from({ length: count }, (_, at) => [at + 1, '区政务服务局', `${title}${at}`, '2022年6月底前', '李四', '进行中', 40, null]);
}

/** Counts the product's `context.sync()` in a step; `Excel.run` adds one of its own, which sends nothing when nothing is left to send. */
async function counting(rows: readonly Line[], options: { readonly isTable?: boolean } = {}) {
  const { book, sheet } = ledgerBook(rows);
  if (options.isTable) asTable(sheet, rows);
  const host = headlessHost(book);
  const workbook = officeWorkbook();
  const binding = await bindActiveSheet(workbook);
  const sync = vi.spyOn(host.Excel.RequestContext.prototype, 'sync');
  const run = vi.spyOn(host.Excel, 'run');
  const count = async (step: () => Promise<unknown>): Promise<number> => {
    sync.mockClear();
    run.mockClear();
    await step();
    return sync.mock.calls.length - run.mock.calls.length;
  };
  return { host, workbook, binding, count };
}

describe('the number of context.sync() does not grow with the rows, but for one in 5,000', () => {
  test.each([
    { rows: 3, blocks: 1 },
    { rows: 5_000, blocks: 1 },
    { rows: 12_000, blocks: 3 },
  ])('$rows rows', async ({ rows, blocks }) => {
    const { host, workbook, binding, count } = await counting(lines(rows));
    const ids = Array.from({ length: rows }, (_, at) => ({ sheetRow: FIRST_ROW + at, id: idOf(at) }));
    const results = ids.map((_, at) =>
      resultFor(at, { explanation: '按 2022-06-30 计；完成时间写的是“说不清”，认不出是哪一天。请写成 2022-06-30 或 2022年6月30日。' }),
    );
    expect(await count(() => workbook.checkWritable(binding))).toBe(2);
    expect(await count(() => workbook.readLedger(binding))).toBe(2 + blocks);
    expect(await count(() => workbook.prepareResults(binding, ids, 'zh-CN'))).toBe(4 + blocks);
    expect(await count(() => workbook.writeResults(binding, results, NOTE))).toBe(5 + blocks);

    expect(await count(() => workbook.prepareResults(binding, ids, 'zh-CN'))).toBe(3);
    expect(await count(() => workbook.writeResults(binding, results, NOTE))).toBe(4 + blocks);
    expect(await count(() => workbook.removeResults(binding))).toBeLessThanOrEqual(9);

    expect(host.stats.largestRequestBytes).toBeLessThan(5 * MB);
    expect(host.stats.largestResponseBytes).toBeLessThan(5 * MB);
  });

  test('a table takes no more', async () => {
    const { workbook, binding, count } = await counting(lines(5_000), { isTable: true });
    expect(await count(() => workbook.readLedger(binding))).toBe(3);
    expect(await count(() => workbook.prepareResults(binding, [{ sheetRow: FIRST_ROW, id: idOf(1) }], 'zh-CN'))).toBe(5);
    expect(await count(() => workbook.writeResults(binding, [resultFor(1)], NOTE))).toBe(6);
  });
});

describe('answers and requests over 5 MB', () => {
  test('are cut: rows with long texts are read and written in smaller blocks', async () => {
    const rows = lines(4_000, '很长的措施'.repeat(120));
    const { host, workbook, binding } = await counting(rows);
    const reading = await workbook.readLedger(binding);
    expect(reading.rows).toHaveLength(4_000);
    expect(reading.rows.at(-1)?.cells[1]).toBe(rows.at(-1)?.[2]);
    await workbook.prepareResults(
      binding,
      reading.rows.map(({ sheetRow }, at) => ({ sheetRow, id: idOf(at) })),
      'zh-CN',
    );
    await workbook.writeResults(
      binding,
      reading.rows.map((_, at) => resultFor(at, { explanation: '很长的说明'.repeat(200) })),
      NOTE,
    );
    expect(host.stats.largestRequestBytes).toBeLessThan(5 * MB);
  });
});
