import { describe, expect, test } from 'vitest';
import { columnLetters } from '../../../../addin/excel/cells.ts';
import { bindingOf, draftOf, faultsOf, headerRowChoices, ledgersOn, mappingOf, noChoice, rowsBelow } from '../../../../addin/features/bind/draft.ts';
import type { Binding, SheetReading } from '../../../../addin/excel/port.ts';
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

describe('several ledgers on one sheet', () => {
  const two = sheetOf([
    ['序号', '责任单位', '工作措施', null, '单位名称', '类别'],
    [1, '区发改委', '推进联审联批', null, '区发改委', '重点部门'],
    [2, '区住建局', '推进联合验收', null, '区住建局', '其他部门'],
  ]);

  test('are all offered, with where they stand', () => {
    expect(ledgersOn(two)).toEqual([
      { register: 'measures', headerRow: 2, firstColumn: 2, lastColumn: 3 },
      { register: 'units', headerRow: 2, firstColumn: 5, lastColumn: 6 },
    ]);
  });

  test('are bound one at a time, the one chosen', () => {
    expect(draftOf(two, { ...noChoice, ledger: 1 })).toMatchObject({ register: 'units', columns: [{ column: 5 }, { column: 6 }] });
  });
});

describe('what was said of columns before in this workbook', () => {
  const said = { measures: { 领导意见: 'note' } };

  test('is read from a corrected draft by header, whatever year or blanks stand in it', () => {
    const choice = { fields: new Map([[4, 'note']]) }; // prettier-ignore
    const draft = draftOf(ledger, choice);
    expect(draft && mappingOf(draft, choice)).toEqual({ 领导意见: 'note' });
  });

  test('counts over what is recognised, and is shown as remembered', () => {
    const next = sheetOf([['责任单位', '工作措施', '领导意见（2023年）'], ['区发改委', '推进联审联批', null]]); // prettier-ignore
    expect(draftOf(next, noChoice, said)?.columns.at(-1)).toMatchObject({ field: 'note', confidence: 'remembered' });
  });

  test('counts less than what the clerk says now, and not for other kinds of ledger', () => {
    expect(draftOf(ledger, { fields: new Map([[4, null]]) }, said)?.columns.at(-1)).toMatchObject({ field: null, confidence: 'none' }); // prettier-ignore
    expect(draftOf(ledger, noChoice, { problems: { 领导意见: 'note' } })?.columns.at(-1)).toMatchObject({ field: null });
  });
});

test('rows below the header are counted, and those passed over said', () => {
  const draft = draftOf(ledger, noChoice);
  const more = sheetOf([...ledger.cells, ['合计', null, null, null], [2, '区住建局', '推进联合验收', null]]);
  expect(draft && rowsBelow(more, draft)).toMatchObject({ entries: [2, 4], skipped: [{ row: 3, reason: 'problem.skippedTotal' }] });
});

describe('a ledger bound again', () => {
  const draft = draftOf(ledger, noChoice);
  if (!draft) throw new Error('not recognised');
  const before = { ...bindingOf(draft, ledger, 'W1', 'B1'), base: 42, bases: { a: 7 }, pending: ['p'], left: { b: 8 }, syncedAt: '2022-06-30T00:00:00Z' };

  test('stays what it was to the server', () => {
    expect(bindingOf(draft, ledger, 'W1', 'B2', before)).toMatchObject({
      id: 'B1',
      base: 42,
      bases: { a: 7 },
      pending: ['p'],
      left: { b: 8 },
      syncedAt: before.syncedAt,
    });
  });

  test('has not seen what the server has in fields it did not have, until it was pushed with them', () => {
    const isUnseen = (binding: Binding) => binding.columns.flatMap((column) => (column.isUnseen ? [column.field] : []));
    const without = { ...before, columns: before.columns.slice(1) };
    const once = bindingOf(draft, ledger, 'W1', 'B2', without);
    expect(isUnseen(once)).toEqual([before.columns[0]?.field]);
    expect(isUnseen(bindingOf(draft, ledger, 'W1', 'B2', once))).toEqual(isUnseen(once));
    expect(isUnseen(bindingOf(draft, ledger, 'W1', 'B2', before))).toEqual([]);
  });

  test('is another one where it is the other of two of its kind on the sheet, wherever rows were inserted since', () => {
    const half = [
      ['序号', '责任单位', '工作措施', '领导意见'],
      [1, '区发改委', '推进联审联批', null],
    ];
    const both = sheetOf([[null], ...half, [null], ...half]);
    const [upper, lower] = [3, 6].map((headerRow) => draftOf(both, { ...noChoice, headerRow }));
    if (!upper || !lower) throw new Error('not recognised');
    const bound = { ...bindingOf(upper, both, 'W1', 'B1'), base: 42, syncedAt: '2022-06-30T00:00:00Z' };
    expect(bindingOf(lower, both, 'W1', 'B2', bound)).toMatchObject({ id: 'B2', base: 0, syncedAt: null });
    expect(bindingOf(upper, both, 'W1', 'B2', bound)).toMatchObject({ id: 'B1', base: 42 });
    const moved = sheetOf([[null], [null], ...half, [null], ...half]);
    const [still, other] = [4, 7].map((headerRow) => draftOf(moved, { ...noChoice, headerRow }));
    if (!still || !other) throw new Error('not recognised');
    expect(bindingOf(still, moved, 'W1', 'B2', bound)).toMatchObject({ id: 'B1', base: 42 });
    expect(bindingOf(other, moved, 'W1', 'B2', bound)).toMatchObject({ id: 'B2', base: 0 });
    const renamed = sheetOf([[null], ['序号', '牵头单位', '工作措施', '领导意见'], [1, '区发改委', '推进联审联批', null]]);
    const again = draftOf(renamed, noChoice);
    expect(again && bindingOf(again, renamed, 'W1', 'B2', bound)).toMatchObject({ id: 'B1', base: 42 });
  });

  test('to another workspace, or as another kind, begins anew', () => {
    expect(bindingOf(draft, ledger, 'W2', 'B2', before)).toMatchObject({ id: 'B2', base: 0, pending: [], syncedAt: null });
    expect(bindingOf({ ...draft, register: 'problems' }, ledger, 'W1', 'B2', before)).toMatchObject({ id: 'B2', base: 0 });
  });
});
