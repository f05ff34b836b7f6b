import { describe, expect, test } from 'vitest';
import { bindingOf, columnLetters, draftOf, faultsOf, headerRowChoices, noChoice } from '../../../../addin/features/bind/draft.ts';
import type { SheetReading } from '../../../../addin/excel/port.ts';
import type { Cell } from '../../../../shared/cell.ts';

/** A sheet whose used area begins at B3. */
function sheetOf(cells: readonly (readonly Cell[])[], tables: SheetReading['tables'] = []): SheetReading {
  const columns = Math.max(0, ...cells.map((row) => row.length));
  const area = cells.length === 0 ? null : { row: 2, column: 1, rows: cells.length, columns };
  return { sheetId: 'S1', sheetName: '责任清单', isProtected: false, area, cells, tables };
}

const ledger = sheetOf([
  ['2022年责任清单', null, null, null],
  ['序号', '责任单位', '工作措施', '领导意见'],
  [1, '区发改委', '推进联审联批', null],
]);

describe('what is recognised on a sheet', () => {
  test('stands at its place in the sheet, not in the used area', () => {
    const draft = draftOf(ledger, noChoice);
    expect(draft).toMatchObject({ register: 'measures', headerRow: 3, tableId: null });
    expect(draft?.columns.map(({ column, field }) => [columnLetters(column), field])).toEqual([
      ['C', 'unit'],
      ['D', 'title'],
      ['E', null],
    ]);
  });

  test('belongs to the table whose header it is', () => {
    const area = { row: 3, column: 1, rows: 2, columns: 4 };
    expect(draftOf({ ...ledger, tables: [{ id: 'T1', name: '清单', area }] }, noChoice)?.tableId).toBe('T1');
  });

  test('is nothing on an empty sheet or one without a header', () => {
    expect(draftOf(sheetOf([]), noChoice)).toBeNull();
    expect(draftOf(sheetOf([['甲', '乙']]), noChoice)).toBeNull();
  });
});

describe('what the clerk chooses', () => {
  test('goes before what was recognised, and is marked as chosen', () => {
    const draft = draftOf(ledger, { fields: new Map([[4, 'note'], [3, null]]) }); // prettier-ignore
    expect(draft?.columns.map(({ field, confidence }) => [field, confidence])).toEqual([
      ['unit', 'exact'],
      [null, 'none'],
      ['note', 'chosen'],
    ]);
  });

  test('of a header row takes that row of the sheet', () => {
    const odd = sheetOf([['甲', '乙'], ['谁来做', '做什么']]); // prettier-ignore
    const draft = draftOf(odd, { register: 'measures', headerRow: 3, fields: new Map([[1, 'unit'], [2, 'title']]) }); // prettier-ignore
    expect(draft?.headerRow).toBe(3);
    expect(draft && faultsOf(draft)).toEqual({ missing: [], twice: [] });
  });

  test('is held up by a required field without a column and by a field with two', () => {
    const draft = draftOf(ledger, { fields: new Map([[4, 'unit'], [3, null]]) }); // prettier-ignore
    const faults = draft && faultsOf(draft);
    expect(faults?.missing.map((field) => field.id)).toEqual(['title']);
    expect(faults?.twice.map((field) => field.id)).toEqual(['unit']);
  });
});

test('a binding holds the columns that feed a field, and no key', () => {
  const draft = draftOf(ledger, noChoice);
  expect(draft && bindingOf(draft, ledger, 'W1', 'B1')).toEqual({
    id: 'B1',
    register: 'measures',
    workspace: 'W1',
    sheetId: 'S1',
    sheetName: '责任清单',
    tableId: null,
    headerRow: 3,
    columns: [
      { field: 'unit', header: '责任单位', column: 2 },
      { field: 'title', header: '工作措施', column: 3 },
    ],
    base: 0,
    pending: [],
    syncedAt: null,
  });
});

test('header rows are offered with their place in the sheet and their text', () => {
  expect(headerRowChoices(ledger)).toEqual([
    { row: 2, text: '2022年责任清单' },
    { row: 3, text: '序号 责任单位 工作措施 领导意见' },
    { row: 4, text: '1 区发改委 推进联审联批' },
  ]);
});

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %i is %s', (column, letters) => {
  expect(columnLetters(column)).toBe(letters);
});
