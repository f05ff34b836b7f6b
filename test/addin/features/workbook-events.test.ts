import { expect, test } from 'vitest';
import { officeWorkbook } from '../../../addin/excel/office-workbook.ts';
import { WorkbookError } from '../../../addin/excel/port.ts';
import { follow } from '../../../addin/features/workbook-events.ts';
import { Book } from '../../../addin/preview/model/book.ts';
import { headlessHost } from '../../../addin/preview/node/headless-host.ts';

const settled = async (): Promise<void> => new Promise((later) => void setTimeout(later, 20));

test('another sheet activated is heard until one stops listening', async () => {
  const book = new Book();
  const names = ['措施', '问题', '单位'].map((name) => book.addSheet(name).name);
  const host = headlessHost(book);
  const activate = async (name: string): Promise<void> => {
    await host.Excel.run(async (context) => {
      context.workbook.worksheets.getItem(name).activate();
      await context.sync();
    });
    await settled();
  };
  const faults: unknown[] = [];
  let heard = 0;
  const stop = follow(
    officeWorkbook(),
    'onSheetActivated',
    () => (heard += 1),
    (fault) => faults.push(fault),
  );
  await settled();
  await activate(names[1] ?? '');
  expect(heard).toBe(1);
  stop();
  await activate(names[2] ?? '');
  expect([heard, faults]).toEqual([1, []]);
});

test('an Excel that does not let events be followed is told of, and stopping is quiet', async () => {
  const fault = new WorkbookError('hostLacks', { feature: 'worksheets.onSelectionChanged' });
  const lacking = { onSheetActivated: () => Promise.reject(fault), onSelectionChanged: () => Promise.reject(fault) };
  const unhandled: unknown[] = [];
  const note = (reason: unknown): unknown => unhandled.push(reason);
  process.on('unhandledRejection', note);
  const faults: unknown[] = [];
  const stop = follow(
    lacking,
    'onSelectionChanged',
    () => expect.fail('nothing is followed'),
    (one) => faults.push(one),
  );
  await settled();
  stop();
  await settled();
  process.off('unhandledRejection', note);
  expect([faults, unhandled]).toEqual([[fault], []]);
});
