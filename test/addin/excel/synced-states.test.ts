import { describe, expect, test } from 'vitest';
import { officeWorkbook } from '../../../addin/excel/office-workbook.ts';
import type { Binding } from '../../../addin/excel/port.ts';
import { Book } from '../../../addin/preview/model/book.ts';
import { headlessHost } from '../../../addin/preview/node/headless-host.ts';
import { openXlsx, saveXlsx } from '../../../addin/preview/xlsx/index.ts';
import type { SyncedStates } from '../../../shared/sync/alignment.ts';
import { idOf, ledgerBook } from './support/ledger-book.ts';

const states = (count: number, mark = 'c'): SyncedStates =>
  new Map(Array.from({ length: count }, (_, at) => [idOf(at), { content: `${mark}${at}`, key: `k${at}` }]));

function open(book: Book = ledgerBook().book) {
  const host = headlessHost(book);
  return { book, host, workbook: officeWorkbook() };
}

describe('what ids stood beside is kept in the workbook', () => {
  test('ledger by ledger, replaced by the next push', async () => {
    const { workbook, book } = open();
    expect((await workbook.syncedStates('B1')).size).toBe(0);
    await workbook.saveSyncedStates('B1', states(3));
    await workbook.saveSyncedStates('B2', states(1, 'x'));
    await workbook.saveSyncedStates('B1', states(2, 'd'));
    expect(await workbook.syncedStates('B1')).toEqual(states(2, 'd'));
    expect(await workbook.syncedStates('B2')).toEqual(states(1, 'x'));
    expect(book.customXmlParts).toHaveLength(2);
    expect([...book.settings.keys()]).toEqual([]);
  });

  test('and goes with its binding', async () => {
    const { workbook, book } = open();
    await workbook.saveBinding({ id: 'B1' } as Binding);
    await workbook.saveSyncedStates('B1', states(3));
    await workbook.removeBinding('B1');
    expect(book.customXmlParts).toEqual([]);
  });

  test('is there when the file was saved and opened again', async () => {
    const { workbook, book } = open();
    await workbook.saveSyncedStates('B <1> & "2"', states(3));
    const again = open(await openXlsx(await saveXlsx(book)));
    expect(await again.workbook.syncedStates('B <1> & "2"')).toEqual(states(3));
  });

  test('of 50,000 rows whole, and of larger ledgers the first, so that Excel on the web takes it at once', async () => {
    const { workbook, book } = open();
    const real = (count: number): SyncedStates => new Map([...states(count)].map(([id]) => [id, { content: '1z141z4.1z141z4', key: '1z141z4.1z141z4' }]));
    await workbook.saveSyncedStates('B1', real(50_000));
    expect(await workbook.syncedStates('B1')).toEqual(real(50_000));
    await workbook.saveSyncedStates('B1', real(90_000));
    const kept = await workbook.syncedStates('B1');
    expect(kept.size).toBeGreaterThan(50_000);
    expect([...kept.keys()]).toEqual([...real(kept.size).keys()]);
    expect(book.customXmlParts[0]?.xml.length).toBeLessThan(4_100_000);
  });

  test('is not believed where it cannot be ours, and other programs’ parts are left alone', async () => {
    const { workbook, book } = open();
    const theirs = { id: '{9}', xml: '<a xmlns="urn:other">1</a>' };
    book.customXmlParts = [theirs, { id: '{8}', xml: `<rows xmlns="urn:taizhang:synced-rows:1:B1">\nx y z\n${idOf(1)} c k\n${idOf(2)} c\n<script/>\n</rows>` }];
    expect([...(await workbook.syncedStates('B1'))]).toEqual([[idOf(1), { content: 'c', key: 'k' }]]);
    await workbook.saveSyncedStates('B1', states(1));
    expect(book.customXmlParts).toHaveLength(2);
    expect(book.customXmlParts).toContainEqual(theirs);
  });
});
