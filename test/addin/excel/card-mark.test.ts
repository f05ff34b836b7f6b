import { beforeEach, describe, expect, test } from 'vitest';
import { officeWorkbook } from '../../../addin/excel/office-workbook.ts';
import type { Binding } from '../../../addin/excel/port.ts';
import type { Book, ConditionalFormat, Sheet } from '../../../addin/preview/model/book.ts';
import { headlessHost } from '../../../addin/preview/node/headless-host.ts';
import { openXlsx, saveXlsx } from '../../../addin/preview/xlsx/index.ts';
import { FIRST_ROW, HEADER_ROW, LINES, asTable, bindActiveSheet, idOf, ledgerBook, put, resultFor, snapshot } from './support/ledger-book.ts';

const NOTE = { language: 'zh-CN', asOf: '2022-06-30', updatedAt: '2022-07-01 09:30' } as const;
const ROWS = LINES.length;

let book: Book;
let sheet: Sheet;
let host: ReturnType<typeof headlessHost>;
let binding: Binding;
const workbook = officeWorkbook();

async function start(isTable = false): Promise<void> {
  ({ book, sheet } = ledgerBook());
  if (isTable) asTable(sheet);
  host = headlessHost(book, { today: () => ({ year: 2022 }) });
  binding = await bindActiveSheet(workbook);
}
beforeEach(() => start());

/** What a push does to the sheet; `firstRow` is that of the ledger's data by now. */
async function push(firstRow = FIRST_ROW): Promise<void> {
  await workbook.prepareResults(
    binding,
    LINES.map((_, at) => ({ sheetRow: firstRow + at, id: idOf(at + 1) })),
    'zh-CN',
  );
  await workbook.writeResults(binding, [resultFor(1), resultFor(2), resultFor(3)], NOTE);
}

/** Something the clerk does by hand, on the ledger's sheet. */
function byHand(act: (sheet: Excel.Worksheet) => void): Promise<void> {
  return host.Excel.run(async (context) => {
    act(context.workbook.worksheets.getActiveWorksheet());
    await context.sync();
  });
}

const isMark = ({ format }: ConditionalFormat): boolean => format.borders !== undefined;

/** Column, colour and formula of the marks. */
function marks(of = sheet): readonly (readonly [column: number, colour: string | undefined, formula: string | undefined])[] {
  return of.conditionalFormats.filter(isMark).map(({ area, format, formula }) => [area.column, format.borders?.left?.color, formula] as const);
}

/** One mark a card on a column, and one for rows that were not taken, looking at the flag column. */
function expectMarks(column: number, flag: string, firstRow = FIRST_ROW, rows = ROWS): void {
  expect(marks().map(([at, colour]) => [at, colour])).toEqual(['#A4262C', '#B86E00', '#0B6A0B', '#605E5C', '#323130'].map((colour) => [column, colour]));
  for (const [, , formula] of marks()) expect(formula).toMatch(new RegExp(`^=OR\\(\\$${flag}${firstRow + 1}="`));
  for (const format of sheet.conditionalFormats.filter(isMark)) {
    expect(format.format).toEqual({ borders: { left: { style: 'thin', color: expect.any(String) } } });
    expect(format.area).toEqual({ row: firstRow, column, rows, columns: 1 });
  }
  expect(sheet.conditionalFormats.filter((format) => format.format.fill)).toHaveLength(5);
}

describe('a thin mark in the card’s colour at the row’s start', () => {
  test.each([
    ['a plain range', false],
    ['a table', true],
  ])('stands on the first column of %s, by the label in 预警, and never in the clerk’s cells', async (_, isTable) => {
    await start(isTable);
    const clerks = structuredClone([...(sheet.cells.get(FIRST_ROW) ?? [])]);
    await push();
    expectMarks(0, 'J');
    expect(marks()[0]?.[2]).toBe('=OR($J4="已逾期",$J4="Overdue")');
    expect([...(sheet.cells.get(FIRST_ROW) ?? [])].slice(0, clerks.length)).toEqual(clerks);
  });

  test.each([false, true])('is not doubled by the next push (table: %s)', async (isTable) => {
    await start(isTable);
    await push();
    await push();
    expectMarks(0, 'J');
  });

  test('begins at the named columns left of the bound ones, not at what stands apart', async () => {
    await byHand((on) => {
      on.getRange('A:B').insert('Right');
      on.getRange('A3').values = [['备查']];
    });
    await push();
    expectMarks(2, 'L');
  });

  test('goes with a file: found again after saving and opening', async () => {
    await push();
    book = await openXlsx(await saveXlsx(book));
    sheet = book.sheets[0]!;
    host = headlessHost(book);
    binding = { ...binding, sheetId: sheet.id };
    await push();
    expectMarks(0, 'J');
  });

  test('a units ledger has none: only verdicts on deadlines have colours', async () => {
    await workbook.prepareResults({ ...binding, register: 'units' }, [{ sheetRow: FIRST_ROW, id: idOf(1) }], 'zh-CN');
    await workbook.writeResults({ ...binding, register: 'units' }, [resultFor(1)], NOTE);
    expect(sheet.conditionalFormats).toEqual([]);
  });
});

describe('the mark is found again when the clerk', () => {
  test.each([false, true])(
    'puts a column before the first (table: %s): it moves along, and begins at the new column once that has a header',
    async (isTable) => {
      await start(isTable);
      await push();
      await byHand((on) => on.getRange('A:A').insert('Right'));
      expectMarks(1, 'K');
      await push();
      expectMarks(1, 'K');
      put(sheet, HEADER_ROW, 0, '备查');
      await push();
      expectMarks(isTable ? 1 : 0, 'K');
      await workbook.removeResults(binding);
      expect(sheet.conditionalFormats).toEqual([]);
    },
  );

  test('puts a column without a header after the first: the mark goes to the column that begins the ledger now', async () => {
    await push();
    await byHand((on) => on.getRange('B:B').insert('Right'));
    await push();
    expectMarks(2, 'K');
    await workbook.removeResults(binding);
    expect(sheet.conditionalFormats).toEqual([]);
  });

  test('deletes the first column', async () => {
    await push();
    await byHand((on) => on.getRange('A:A').delete('Left'));
    await push();
    expectMarks(0, 'I');
  });

  test('puts rows above, and adds some among the data', async () => {
    await push();
    await byHand((on) => {
      on.getRange('1:2').insert('Down');
      on.getRange('7:7').insert('Down');
    });
    expectMarks(0, 'J', FIRST_ROW + 2, ROWS + 1);
    await push(FIRST_ROW + 2);
    expectMarks(0, 'J', FIRST_ROW + 2, ROWS + 1);
  });

  test('sorts: a rule looks at the label of its own row', async () => {
    await push();
    await byHand((on) => on.getRange('A4:N6').sort.apply([{ key: 0, ascending: false }]));
    await push();
    expectMarks(0, 'J');
  });

  test('deletes 预警: the dead rules go with the next push', async () => {
    await push();
    await byHand((on) => on.getRange('J:J').delete('Left'));
    for (const [, , formula] of marks()) expect(formula).toContain('#REF!="');
    await push();
    expectMarks(0, 'N');
  });
});

describe('removing the results', () => {
  test.each([false, true])('leaves the clerk’s own conditional formats and nothing of ours (table: %s)', async (isTable) => {
    await start(isTable);
    // One of the clerk's own compares with a word that is also a label of ours.
    const own = '=$F4="已完成"';
    await byHand((on) => (on.getRange('A4:N6').conditionalFormats.add('Custom').custom.rule.formula = own));
    const before = snapshot(sheet);
    await push();
    await push();
    await workbook.removeResults(binding);
    expect(sheet.conditionalFormats.map(({ formula }) => formula)).toEqual([own]);
    expect(snapshot(sheet)).toEqual(before);
  });

  test('leaves the marks of another ledger left of it, which look at another 预警', async () => {
    await byHand((on) => on.getRange('A:D').insert('Right'));
    const others = '=OR($C4="已逾期",$C4="Overdue")';
    await byHand((on) => (on.getRange('A4:A6').conditionalFormats.add('Custom').custom.rule.formula = others));
    await push();
    await push();
    expect(marks().map(([column]) => column)).toEqual([4, 4, 4, 4, 4]);
    await workbook.removeResults(binding);
    expect(sheet.conditionalFormats.map(({ formula }) => formula)).toEqual([others]);
  });
});
