import { beforeAll, describe, expect, test } from 'vitest';
import type { PaneApi } from '../../../addin/api/client.ts';
import { officeWorkbook } from '../../../addin/excel/office-workbook.ts';
import type { Binding, LedgerWorkbook } from '../../../addin/excel/port.ts';
import { columnsOf } from '../../../addin/excel/result-places.ts';
import { pushFile } from '../../../addin/features/import/push-file.ts';
import { pushLedger } from '../../../addin/features/push/push-ledger.ts';
import { openWorkbookFile } from '../../../addin/files/workbook-file.ts';
import { headlessHost } from '../../../addin/preview/node/headless-host.ts';
import type { HeadlessHost } from '../../../addin/preview/node/headless-host.ts';
import { cellAt } from '../../../addin/preview/model/book.ts';
import type { Book } from '../../../addin/preview/model/book.ts';
import type { RegisterId } from '../../../shared/registers/index.ts';
import { saveXlsx } from '../../../addin/preview/xlsx/index.ts';
import { connect, counting } from '../features/push/support.ts';
import type { Server } from '../features/push/support.ts';
import { bookOf } from './support/messy-book.ts';
import { pictureOf } from './support/picture.ts';

type Kind = 'measures' | 'units';

const HEADERS = { measures: ['序号', '责任单位', '工作措施', '完成时限'], units: ['序号', '单位名称', '类别'] } as const;
const FIELDS = { measures: [null, 'unit', 'title', 'due'], units: [null, 'name', 'tier'] } as const;
const ROWS = 2;

let server: Server;
beforeAll(async () => {
  server = await connect();
});

interface Sides {
  readonly book: Book;
  readonly host: HeadlessHost;
  readonly workbook: LedgerWorkbook;
  readonly api: PaneApi;
  readonly pushes: () => number;
  bind(kind: Kind): Promise<void>;
  push(kind: Kind): Promise<{ readonly inserted: number; readonly unchanged: number }>;
  remove(kind: Kind): Promise<void>;
  ids(kind: Kind): Promise<readonly (string | null)[]>;
  insertColumn(letters: string): Promise<void>;
}

let serial = 0;

/** Two ledgers on one header row with so many blank columns between. */
async function sideBySide(left: Kind, gap: number): Promise<Sides> {
  serial += 1;
  const right: Kind = left === 'units' ? 'measures' : 'units';
  const cells = (kind: Kind, row: number) =>
    kind === 'measures' ? [`#${row}`, `区${serial}局`, `第${serial}组第${row}项`, '6月底前'] : [`#${row}`, `区${serial}${row}局`, '其他部门'];
  const blank = Array.from({ length: gap }, () => '');
  const line = (of: (kind: Kind) => readonly string[]) => `| ${[...of(left), ...blank, ...of(right)].join(' | ')} |`;
  const book = bookOf([`H ${line((kind) => HEADERS[kind])}`, ...Array.from({ length: ROWS }, (_, at) => line((kind) => cells(kind, at + 1)))].join('\n'));
  // What lies between has no look of its own.
  for (const cellsOfRow of book.activeSheet.cells.values()) for (let at = 0; at < gap; at += 1) cellsOfRow.delete(HEADERS[left].length + at);
  const host = headlessHost(book, { today: () => ({ year: 2022 }) });
  const workbook = officeWorkbook();
  const { fetch, pushes } = counting();
  const api = server.api(fetch);
  const workspace = (await api.me()).workspace.id;
  const sheet = await workbook.activeSheet();
  const from = { [left]: 0, [right]: HEADERS[left].length + gap };
  const saved = async (kind: Kind): Promise<Binding> => {
    const found = (await workbook.bindings()).find(({ register }) => register === kind);
    if (found === undefined) throw new Error(`${kind} is not bound`);
    return found;
  };
  return {
    book,
    host,
    workbook,
    api,
    pushes,
    bind: (kind) =>
      workbook.saveBinding({
        ...sheet,
        id: `B-${kind}`,
        register: kind satisfies RegisterId,
        workspace,
        tableId: null,
        headerRow: 0,
        columns: FIELDS[kind].flatMap((field, at) => (field === null ? [] : [{ field, header: HEADERS[kind][at] ?? '', column: (from[kind] ?? 0) + at }])),
        base: 0,
        pending: [],
        syncedAt: null,
      }),
    push: async (kind) =>
      (
        await pushLedger({
          workbook,
          api,
          binding: await saved(kind),
          asOf: '2022-06-30',
          language: 'zh-CN',
          timeZone: 'Asia/Shanghai',
          now: () => new Date('2022-07-01T01:30:00Z'),
        })
      ).counts,
    remove: async (kind) => workbook.removeResults(await saved(kind)),
    ids: async (kind) => (await workbook.readLedger(await saved(kind))).rows.map(({ id }) => id),
    insertColumn: (letters) =>
      host.Excel.run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().getRange(`${letters}:${letters}`).insert('Right');
        await context.sync();
      }),
  };
}

/** The texts of the header row. */
function headersOf({ activeSheet }: Book): readonly unknown[] {
  return Array.from({ length: 40 }, (_, column) => cellAt(activeSheet, 0, column).value);
}

const sides = (['units', 'measures'] as const).flatMap((left) => (['left', 'right'] as const).map((first) => ({ left, first })));
const kindsOf = (left: Kind, first: 'left' | 'right'): readonly [Kind, Kind] => {
  const right: Kind = left === 'units' ? 'measures' : 'units';
  return first === 'left' ? [left, right] : [right, left];
};

describe.each(sides)('two ledgers side by side, $left on the left, the $first one pushed first', ({ left, first }) => {
  const [one, other] = kindsOf(left, first);
  const room = columnsOf(left).length;

  test.each([
    { gap: room, what: 'just enough room between' },
    { gap: room + 1, what: 'a blank column besides' },
    { gap: room + 3, what: 'more room than is needed' },
  ])('$what: each keeps its own ids, again and again', async ({ gap }) => {
    const ledgers = await sideBySide(left, gap);
    const before = pictureOf(ledgers.book);
    await ledgers.bind(one);
    expect(await ledgers.push(one)).toMatchObject({ inserted: ROWS });
    const ids = await ledgers.ids(one);
    await ledgers.bind(other);
    expect(await ledgers.ids(other)).toEqual([null, null]);
    expect(await ledgers.push(other)).toMatchObject({ inserted: ROWS });
    const otherIds = await ledgers.ids(other);
    expect(new Set([...ids, ...otherIds]).size).toBe(2 * ROWS);
    expect(await ledgers.ids(one)).toEqual(ids);
    for (const kind of [one, other, one]) expect(await ledgers.push(kind)).toMatchObject({ inserted: 0, unchanged: ROWS });
    expect(ledgers.book.activeSheet.conditionalFormats).toHaveLength(10); // fill and mark, of four cards and of rows not taken

    await ledgers.remove(one);
    expect(await ledgers.ids(other)).toEqual(otherIds);
    expect(await ledgers.push(other)).toMatchObject({ inserted: 0, unchanged: ROWS });
    expect(ledgers.book.activeSheet.comments).toHaveLength(1);
    await ledgers.remove(other);
    expect(pictureOf(ledgers.book)).toEqual(before);
  });

  test('columns inserted anywhere leave each its ids', async () => {
    const ledgers = await sideBySide(left, room + 1);
    for (const kind of [one, other]) {
      await ledgers.bind(kind);
      await ledgers.push(kind);
    }
    const ids = [await ledgers.ids(one), await ledgers.ids(other)];
    const width = HEADERS[left].length;
    // Before the first ledger, before its results, among them, and before the second ledger.
    for (const column of [0, width + 1, width + 4, width + room + 3]) {
      await ledgers.insertColumn(String.fromCharCode(65 + column));
      expect([await ledgers.ids(one), await ledgers.ids(other)]).toEqual(ids);
    }
    for (const kind of [other, one]) expect(await ledgers.push(kind)).toMatchObject({ inserted: 0, unchanged: ROWS });
    expect([await ledgers.ids(one), await ledgers.ids(other)]).toEqual(ids);
  });

  test('the saved file has each with its own ids, and pushed as a file nothing changes', async () => {
    const ledgers = await sideBySide(left, room + 1);
    for (const kind of [one, other]) {
      await ledgers.bind(kind);
      await ledgers.push(kind);
    }
    const file = await openWorkbookFile(await saveXlsx(ledgers.book), '两份台账.xlsx');
    for (const binding of file.bindings) {
      const { rows } = await file.readLedger(file.sheets[0]?.sheetId ?? '', binding);
      expect(rows.map(({ id }) => id)).toEqual(await ledgers.ids(binding.register === 'units' ? 'units' : 'measures'));
    }
    const { id } = (await ledgers.api.me()).workspace;
    const outcome = await pushFile('两份台账.xlsx', file, { api: ledgers.api, workspace: id, asOf: '2022-06-30', language: 'zh-CN' });
    expect(outcome.sheets.map(({ counts }) => counts)).toMatchObject([{ unchanged: ROWS }, { unchanged: ROWS }]);
  });

  test('either whose rows have all lost their ids uses its columns again, and not those of the other', async () => {
    const ledgers = await sideBySide(left, room + 1);
    for (const kind of [one, other]) {
      await ledgers.bind(kind);
      await ledgers.push(kind);
    }
    const before = headersOf(ledgers.book);
    for (const kind of [one, other]) {
      const ids = await ledgers.ids(kind);
      await ledgers.host.Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        for (const column of before.flatMap((header, at) => (header === '编号' ? [at] : []))) {
          const cells = sheet.getRangeByIndexes(1, column, ROWS, 1).load('values');
          await context.sync();
          if (cells.values[0]?.[0] === ids[0]) cells.clear('Contents');
        }
        await context.sync();
      });
      expect(await ledgers.push(kind)).toMatchObject({ unchanged: ROWS }); // known again by what the rows hold
      expect(await ledgers.ids(kind)).toEqual(ids);
      expect(headersOf(ledgers.book)).toEqual(before);
    }
  });

  test.each([0, 1, room - 1])('no room, %i blank columns between: the left one is refused before anything is sent', async (gap) => {
    const ledgers = await sideBySide(left, gap);
    const [leftKind, rightKind] = kindsOf(left, 'left');
    for (const kind of [one, other]) await ledgers.bind(kind);
    const before = pictureOf(ledgers.book);
    const refused = async () => {
      const sent = ledgers.pushes();
      await expect(ledgers.push(leftKind)).rejects.toMatchObject({ code: 'resultAreaTaken' });
      expect(ledgers.pushes()).toBe(sent);
    };
    if (first === 'left') await refused();
    expect(pictureOf(ledgers.book)).toEqual(before);
    expect(await ledgers.push(rightKind)).toMatchObject({ inserted: ROWS });
    const ids = await ledgers.ids(rightKind);
    await refused();
    expect(await ledgers.ids(leftKind)).toEqual([null, null]);
    expect(await ledgers.ids(rightKind)).toEqual(ids);
    expect(await ledgers.push(rightKind)).toMatchObject({ unchanged: ROWS });
  });
});

describe('a ledger whose results were made before the one beside it was bound', () => {
  test('keeps them beyond that one, which is refused until there is room', async () => {
    const ledgers = await sideBySide('units', 0);
    await ledgers.bind('units');
    await ledgers.push('units');
    const ids = await ledgers.ids('units');
    await ledgers.bind('measures');
    const sent = ledgers.pushes();
    await expect(ledgers.push('measures')).rejects.toMatchObject({ code: 'resultAreaTaken' });
    expect(ledgers.pushes()).toBe(sent);
    expect(await ledgers.push('units')).toMatchObject({ inserted: 0, unchanged: ROWS });

    for (let count = 0; count < columnsOf('measures').length; count += 1) await ledgers.insertColumn('H');
    expect(await ledgers.push('measures')).toMatchObject({ inserted: ROWS });
    for (const kind of ['units', 'measures'] as const) expect(await ledgers.push(kind)).toMatchObject({ inserted: 0, unchanged: ROWS });
    expect(await ledgers.ids('units')).toEqual(ids);
    await ledgers.remove('units');
    expect(await ledgers.push('measures')).toMatchObject({ inserted: 0, unchanged: ROWS });
  });

  test('and a ledger never bound here keeps its ids when the one beside it is pushed', async () => {
    const ledgers = await sideBySide('units', columnsOf('units').length + 1);
    await ledgers.bind('measures');
    await ledgers.push('measures');
    const ids = await ledgers.ids('measures');
    await ledgers.workbook.removeBinding('B-measures');
    await ledgers.bind('units');
    expect(await ledgers.ids('units')).toEqual([null, null]);
    expect(await ledgers.push('units')).toMatchObject({ inserted: ROWS });
    await ledgers.bind('measures');
    expect(await ledgers.ids('measures')).toEqual(ids);
  });

  test('one AutoFilter over both is no room beyond the other', async () => {
    const ledgers = await sideBySide('units', 1);
    ledgers.book.activeSheet.filter = { area: { row: 0, column: 0, rows: ROWS + 1, columns: 8 }, isActive: false };
    for (const kind of ['units', 'measures'] as const) await ledgers.bind(kind);
    await expect(ledgers.push('units')).rejects.toMatchObject({ code: 'resultAreaTaken' });
    expect(ledgers.pushes()).toBe(0);
    expect(await ledgers.push('measures')).toMatchObject({ inserted: ROWS });
  });
});
