import { describe, expect, test, vi } from 'vitest';
import { officeWorkbook } from '../../../addin/excel/office-workbook.ts';
import type { Binding } from '../../../addin/excel/port.ts';
import { Book } from '../../../addin/preview/model/book.ts';
import { headlessHost } from '../../../addin/preview/node/headless-host.ts';
import { FIRST_ROW, HEADER_ROW, LINES, bindActiveSheet, idOf, ledgerBook, put, rowValues } from './support/ledger-book.ts';

const binding: Binding = {
  id: 'B1',
  register: 'measures',
  workspace: 'W1',
  sheetId: 'S1',
  sheetName: '责任清单',
  tableId: null,
  headerRow: 2,
  columns: [{ field: 'unit', header: '责任单位', column: 1 }],
  base: 0,
  pending: [],
  syncedAt: null,
};

function open() {
  const { book, sheet } = ledgerBook();
  const host = headlessHost(book);
  return { book, sheet, host, workbook: officeWorkbook() };
}

describe('a sheet as it stands', () => {
  test('comes with its place, its cells and its protection', async () => {
    const { workbook, sheet } = open();
    sheet.isProtected = true;
    const reading = await workbook.readActiveSheet();
    expect(reading).toMatchObject({ sheetName: '责任清单', isProtected: true, area: { row: 0, column: 0, rows: 6, columns: 8 }, tables: [] });
    expect(reading.cells[FIRST_ROW]?.slice(0, 4)).toEqual([1, '区发改委', '编制营商环境优化方案', '2022年5月底前']);
  });

  test('that does not begin in A1 says where it begins', async () => {
    const book = new Book();
    put(book.addSheet('表'), 4, 2, 0.25, { numberFormat: '0.0%' });
    headlessHost(book);
    expect(await officeWorkbook().readActiveSheet()).toMatchObject({ area: { row: 4, column: 2, rows: 1, columns: 1 }, cells: [['25%']] });
  });

  test('that is empty has no area', async () => {
    const book = new Book();
    book.addSheet('空表');
    headlessHost(book);
    expect(await officeWorkbook().readActiveSheet()).toMatchObject({ area: null, cells: [] });
  });

  test('can be another than the active one; hidden sheets are not offered', async () => {
    const { workbook, book } = open();
    const units = book.addSheet('责任单位');
    put(units, 0, 0, '单位名称');
    book.addSheet('隐藏').visibility = 'hidden';
    expect((await workbook.sheets()).map((sheet) => sheet.sheetName)).toEqual(['责任清单', '责任单位']);
    expect(await workbook.readSheet(units.id)).toMatchObject({ sheetName: '责任单位', cells: [['单位名称']] });
    expect(await workbook.activeSheet()).toMatchObject({ sheetName: '责任清单' });
    await expect(workbook.readSheet('{nowhere}')).rejects.toMatchObject({ code: 'sheetGone' });
  });
});

describe('bindings are kept in the workbook', () => {
  test('added, replaced by their id, and removed', async () => {
    const { workbook, book } = open();
    await workbook.saveBinding(binding);
    await workbook.saveBinding({ ...binding, id: 'B2' });
    await workbook.saveBinding({ ...binding, base: 42 });
    expect((await workbook.bindings()).map(({ id, base }) => [id, base])).toEqual([
      ['B1', 42],
      ['B2', 0],
    ]);
    await workbook.removeBinding('B1');
    await workbook.removeBinding('B2');
    expect(await workbook.bindings()).toEqual([]);
    expect([...book.settings.keys()]).toEqual([]);
  });

  test('all of them, also when several are saved and forgotten at once', async () => {
    const { workbook } = open();
    await workbook.saveBinding(binding);
    const [two, three] = [
      { ...binding, id: 'B2' },
      { ...binding, id: 'B3' },
    ];
    await Promise.all([workbook.saveBinding(two), workbook.removeBinding('B1'), workbook.saveBinding(three), workbook.saveBinding({ ...two, base: 42 })]);
    expect((await workbook.bindings()).map(({ id, base }) => [id, base])).toEqual([
      ['B2', 42],
      ['B3', 0],
    ]);
  });

  test('on the sheet of their name, where another program has given the sheets other ids; never on one that took the name of a renamed sheet', async () => {
    const { workbook, book } = open();
    const [first, second] = [book.activeSheet, book.addSheet('另一张')];
    book.settings.set('taizhang.bindings', [
      { ...binding, sheetId: '{00000099-0001-0000-0000-000000000000}', sheetName: second.name },
      { ...binding, id: 'B2', sheetId: first.id, sheetName: second.name },
      { ...binding, id: 'B3', sheetId: '{00000098-0001-0000-0000-000000000000}', sheetName: '已删除' },
    ]);
    expect((await workbook.bindings()).map(({ sheetId }) => sheetId)).toEqual([second.id, first.id, '{00000098-0001-0000-0000-000000000000}']);
  });

  test('what is no binding is passed over: anyone may have written it', async () => {
    const { workbook, book, sheet } = open();
    book.settings.set('taizhang.bindings', [{ id: 'x' }, null, 'y', binding]);
    expect(await workbook.bindings()).toEqual([{ ...binding, sheetId: sheet.id }]);
    book.settings.set('taizhang.bindings', 'broken');
    expect(await workbook.bindings()).toEqual([]);
  });

  test('and so is the pinned day', async () => {
    const { workbook, book } = open();
    expect(await workbook.pinnedAsOf()).toBeNull();
    await workbook.pinAsOf('2022-06-30');
    expect(await workbook.pinnedAsOf()).toBe('2022-06-30');
    await workbook.pinAsOf(null);
    expect(await workbook.pinnedAsOf()).toBeNull();
    book.settings.set('taizhang.asOf', '2022-06-31');
    expect(await workbook.pinnedAsOf()).toBeNull();
  });
});

describe('going to a cell', () => {
  test('selects it on its sheet', async () => {
    const { workbook, book, sheet } = open();
    book.activeSheet = book.addSheet('另一张');
    await workbook.select(sheet.id, 4, 3);
    expect(book.activeSheet).toBe(sheet);
    expect(await workbook.selection()).toEqual({ sheetId: sheet.id, row: 4, column: 3 });
  });

  test('an entry is found by its id, wherever its row is by now', async () => {
    const { workbook, sheet } = open();
    const bound = await bindActiveSheet(workbook);
    await workbook.prepareResults(
      bound,
      LINES.map((_, at) => ({ sheetRow: FIRST_ROW + at, id: idOf(at) })),
      'zh-CN',
    );
    expect(await workbook.selectEntry(bound, idOf(2))).toBe(true);
    expect(await workbook.selection()).toEqual({ sheetId: sheet.id, row: FIRST_ROW + 2, column: 1 });
    expect(await workbook.selectEntry(bound, idOf(99))).toBe(false);
  });

  test('the results of the first row are shown once there are any', async () => {
    const { workbook, book, sheet } = open();
    const bound = await bindActiveSheet(workbook);
    const selected = { ...book.selection };
    await workbook.showResults(bound);
    expect(book.selection).toEqual(selected);
    await workbook.prepareResults(
      bound,
      LINES.map((_, at) => ({ sheetRow: FIRST_ROW + at, id: idOf(at) })),
      'zh-CN',
    );
    await workbook.showResults(bound);
    const { row, column, rows, columns } = book.selection;
    expect({ row, rows, columns }).toEqual({ row: FIRST_ROW, rows: 1, columns: 5 });
    expect(sheet.cells.get(FIRST_ROW - 1)?.get(column)?.value).toBe('预警');
  });

  test('the row the clerk is on is told with its id, header and other sheets with nothing', async () => {
    const { workbook, book, sheet } = open();
    const bound = await bindActiveSheet(workbook);
    const on = async (row: number) => {
      await workbook.select(sheet.id, row, 3);
      return workbook.selectedRow(bound);
    };
    expect(await on(FIRST_ROW + 1)).toEqual({ sheetRow: FIRST_ROW + 1, id: null });
    await workbook.prepareResults(
      bound,
      LINES.slice(0, 2).map((_, at) => ({ sheetRow: FIRST_ROW + at, id: idOf(at) })),
      'zh-CN',
    );
    expect(await on(FIRST_ROW + 1)).toEqual({ sheetRow: FIRST_ROW + 1, id: idOf(1) });
    expect(await on(FIRST_ROW + 2)).toEqual({ sheetRow: FIRST_ROW + 2, id: null });
    expect(await on(HEADER_ROW)).toBeNull();
    expect(await on(FIRST_ROW + LINES.length)).toBeNull();
    const other = book.addSheet('另一张');
    await workbook.select(other.id, FIRST_ROW + 1, 0);
    expect(await workbook.selectedRow(bound)).toBeNull();
  });

  test('a listener hears of every other selection, until it is stopped', async () => {
    const { workbook, sheet } = open();
    const listener = vi.fn<() => void>();
    const stop = await workbook.onSelectionChanged(listener);
    await workbook.select(sheet.id, 4, 3);
    await vi.waitFor(() => expect(listener).toHaveBeenCalledOnce());
    await stop();
    await workbook.select(sheet.id, 5, 3);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(listener).toHaveBeenCalledOnce();
  });

  test('a listener hears of another sheet being activated, until it is stopped', async () => {
    const { workbook, book, host } = open();
    const other = book.addSheet('另一张');
    const listener = vi.fn<() => void>();
    const stop = await workbook.onSheetActivated(listener);
    const activate = (id: string) =>
      host.Excel.run(async (context) => {
        context.workbook.worksheets.getItem(id).activate();
        await context.sync();
      });
    await activate(other.id);
    await vi.waitFor(() => expect(listener).toHaveBeenCalledOnce());
    await stop();
    await activate(book.sheets[0]?.id ?? '');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(listener).toHaveBeenCalledOnce();
  });
});

describe('a ledger of units', () => {
  test('has no deadlines: only whether a row was taken, and why not', async () => {
    const book = new Book();
    const sheet = book.addSheet('责任单位');
    ['单位名称', '类别', '主要负责人'].forEach((header, column) => put(sheet, 0, column, header));
    ['区发改委', '重点部门', '张三'].forEach((value, column) => put(sheet, 1, column, value));
    headlessHost(book);
    const workbook = officeWorkbook();
    const bound = await bindActiveSheet(workbook);
    await workbook.prepareResults(bound, [{ sheetRow: 1, id: idOf(1) }], 'en');
    await workbook.writeResults(bound, [{ id: idOf(1), flag: 'Accepted', due: null, daysLeft: null, score: null, explanation: '' }], {
      language: 'en',
      asOf: '2022-06-30',
      updatedAt: '',
    });
    expect(rowValues(sheet, 0, 3, 4)).toEqual(['ID', 'Alert', 'Explanation', null]);
    expect(rowValues(sheet, 1, 3, 3)).toEqual([idOf(1), 'Accepted', null]);
    expect(sheet.conditionalFormats).toEqual([]);
    expect(sheet.comments[0]?.text).toMatch(/^As of 2022-06-30/);
  });
});

describe('what Excel refuses has a code the clerk is told in words', () => {
  test.each([
    { excel: 'InvalidOperationInCellEditMode', code: 'busy' },
    { excel: 'ApiNotFound', code: 'hostLacks' },
    { excel: 'RequestPayloadSizeLimitExceeded', code: 'tooLarge' },
    { excel: 'GeneralException', code: 'host' },
  ])('$excel is $code', async ({ excel, code }) => {
    const { workbook, host } = open();
    const fault: unknown = Reflect.construct(host.OfficeExtension.Error, [
      { code: excel, message: 'no', debugInfo: { code: excel, message: 'no', errorLocation: 'Range.values' } },
    ]);
    vi.spyOn(host.Excel, 'run').mockRejectedValue(fault);
    await expect(workbook.readActiveSheet()).rejects.toMatchObject({ name: 'WorkbookError', code, cause: fault });
  });

  test('an Excel without comments or merged areas gets its results without the legend', async () => {
    const { sheet } = open();
    const workbook = officeWorkbook({ comments: false, mergedAreas: false });
    const bound = await bindActiveSheet(workbook);
    await workbook.prepareResults(bound, [{ sheetRow: FIRST_ROW, id: idOf(1) }], 'zh-CN');
    await workbook.writeResults(bound, [{ id: idOf(1), flag: '已逾期', due: 44727, daysLeft: -15, score: 20, explanation: '' }], {
      language: 'zh-CN',
      asOf: '2022-06-30',
      updatedAt: '',
    });
    expect(sheet.comments).toEqual([]);
    expect(rowValues(sheet, HEADER_ROW + 1, 9, 1)).toEqual(['已逾期']);
  });
});
