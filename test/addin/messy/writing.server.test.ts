import { beforeAll, describe, expect, test } from 'vitest';
import type { PaneApi } from '../../../addin/api/client.ts';
import { columnsOf } from '../../../addin/excel/result-places.ts';
import { pushLedger } from '../../../addin/features/push/push-ledger.ts';
import type { Binding, LedgerWorkbook } from '../../../addin/excel/port.ts';
import { cellAt } from '../../../addin/preview/model/book.ts';
import type { Book } from '../../../addin/preview/model/book.ts';
import { openXlsx, saveXlsx } from '../../../addin/preview/xlsx/index.ts';
import { ULID_PATTERN } from '../../../shared/contract/primitives.ts';
import { resultHeaders } from '../../../shared/ledger/result-columns.ts';
import { connect, counting } from '../features/push/support.ts';
import type { Server } from '../features/push/support.ts';
import { messyBooks } from './corpus/index.ts';
import type { MessyLedger } from './support/messy-book.ts';
import { pictureOf } from './support/picture.ts';
import type { Results } from './support/picture.ts';
import { bind, openMessy } from './support/reading.ts';

let server: Server;
beforeAll(async () => {
  server = await connect();
});

const push = (workbook: LedgerWorkbook, binding: Binding, api: PaneApi) =>
  pushLedger({ workbook, api, binding, asOf: '2022-06-30', language: 'zh-CN', timeZone: 'Asia/Shanghai', now: () => new Date('2022-07-01T01:30:00Z') });

/** Where the results stand: the last columns of the header row that are called like ours. */
function resultsIn(book: Book, { register, headerRow }: MessyLedger): Results & { readonly id: number; readonly flag: number } {
  const sheet = book.activeSheet;
  const line = [...(sheet.cells.get(headerRow) ?? [])];
  // The results speak the language of the ledger's own headers.
  const headers = resultHeaders[line.some(([, { value }]) => value === resultHeaders.en.flag) ? 'en' : 'zh-CN'];
  const columnFor = (header: string) =>
    Math.max(...line.filter(([, { value }]) => value === header || value === `${header}（台账）`).map(([column]) => column));
  const columns = new Set(columnsOf(register).map((column) => columnFor(headers[column])));
  return { sheet: sheet.name, headerRow, columns, id: columnFor(headers.id), flag: columnFor(headers.flag) };
}

const ledgers = messyBooks.flatMap((messy) => messy.ledgers.map((ledger, at) => ({ name: `${messy.name}: ${ledger.register}`, messy, ledger, at })));

describe('a push leaves the clerk’s area as it was: values, formulas, formats, merges, filters', () => {
  test.each(ledgers.filter(({ ledger }) => ledger.refused === undefined))('$name', async ({ messy, ledger, at }) => {
    const { book, workbook } = await openMessy(messy);
    const before = pictureOf(book);
    const api = server.api();
    const { binding } = await bind(workbook, ledger, at === 0, (await api.me()).workspace.id);
    const first = await push(workbook, binding, api);

    const entries = Object.keys(ledger.entries).map(Number);
    const rejected = new Set((ledger.problems ?? []).map((problem) => Number.parseInt(problem, 10)));
    expect(first.unwritten).toBeNull();
    expect(first.counts).toMatchObject({ conflict: 0, rejected: rejected.size });
    const results = resultsIn(book, ledger);
    expect(pictureOf(book, results)).toEqual(before);
    expect(pictureOf(await openXlsx(await saveXlsx(book)), results)).toEqual(before);

    const sheet = book.activeSheet;
    for (const row of entries) expect(cellAt(sheet, row, results.id).value).toMatch(ULID_PATTERN);
    for (const row of rejected) expect(cellAt(sheet, row, results.flag).value).toBe('未接受');
    for (const row of Object.keys(ledger.skipped ?? {}).map(Number)) for (const column of results.columns) expect(cellAt(sheet, row, column).value).toBeNull();

    const second = await push(workbook, first.binding, api);
    expect(second.counts).toEqual({ inserted: 0, updated: 0, unchanged: entries.length, deleted: 0, incoming: 0, conflict: 0, rejected: rejected.size });
    expect(resultsIn(book, ledger)).toEqual(results);
    expect(pictureOf(book, results)).toEqual(before);

    await workbook.removeResults(second.binding);
    expect(pictureOf(book)).toEqual(before);
  });
});

describe('two ledgers one above the other', () => {
  async function stacked() {
    const messy = messyBooks.find(({ ledgers: [, second] }) => second?.register === 'problems');
    if (messy === undefined) throw new Error('not in the corpus');
    const [measures, problems] = messy.ledgers;
    if (problems === undefined) throw new Error('two ledgers are expected');
    const { book, workbook } = await openMessy(messy);
    const api = server.api();
    const { id } = (await api.me()).workspace;
    const upper = (await bind(workbook, measures, true, id)).binding;
    const lower = { ...(await bind(workbook, problems, false, id)).binding, id: 'B2' };
    return { book, workbook, api, upper, lower, measures };
  }

  test('are pushed each for itself, again and again', async () => {
    const { book, workbook, api, measures, ...bound } = await stacked();
    const before = pictureOf(book);
    let { upper, lower } = bound;
    for (const outcome of ['inserted', 'unchanged', 'unchanged']) {
      const reports = [await push(workbook, upper, api), await push(workbook, lower, api)] as const;
      for (const { counts } of reports) expect(counts).toMatchObject({ rejected: 0, conflict: 0, [outcome]: 1 });
      [upper, lower] = [reports[0].binding, reports[1].binding];
    }
    expect(pictureOf(book, resultsIn(book, measures))).toEqual(before);
    await workbook.removeResults(lower);
    await workbook.removeResults(upper);
    expect(pictureOf(book)).toEqual(before);
  });

  test('and the results of the upper one are removed without those of the lower', async () => {
    const { book, workbook, api, upper, lower } = await stacked();
    await push(workbook, upper, api);
    const { binding } = await push(workbook, lower, api);
    await workbook.removeResults(upper);
    expect((await push(workbook, binding, api)).counts).toMatchObject({ inserted: 0, unchanged: 1 });
    expect(book.activeSheet.conditionalFormats).toHaveLength(10); // fill and mark, of four cards and of rows not taken
    expect(book.activeSheet.comments).toHaveLength(1);
  });
});

describe('a push that must not write sends nothing and leaves everything as it was', () => {
  test.each(ledgers.filter(({ ledger }) => ledger.refused !== undefined))('$name', async ({ messy, ledger, at }) => {
    const { book, workbook } = await openMessy(messy);
    const before = pictureOf(book);
    const { fetch, pushes } = counting();
    const api = server.api(fetch);
    const { binding } = await bind(workbook, ledger, at === 0, (await api.me()).workspace.id);
    await expect(push(workbook, binding, api)).rejects.toMatchObject({ code: ledger.refused });
    expect(pushes()).toBe(0);
    expect(pictureOf(book)).toEqual(before);
    expect(book.customXmlParts).toEqual([]);
  });
});
