import { beforeEach, describe, expect, test, vi } from 'vitest';
import { officeWorkbook } from '../../../addin/excel/office-workbook.ts';
import type { ReportSheet } from '../../../addin/excel/reports/report-sheet.ts';
import { Book, cellAt, putCell, type Sheet } from '../../../addin/preview/model/book.ts';
import { headlessHost } from '../../../addin/preview/node/headless-host.ts';
import type { HeadlessHost } from '../../../addin/preview/node/headless-host.ts';
import { openXlsx, saveXlsx } from '../../../addin/preview/xlsx/index.ts';
import { rowValues, valueAt } from './support/ledger-book.ts';
import { order, ranking, rollUp } from './support/reports.ts';

let book: Book;
let host: HeadlessHost;
const workbook = officeWorkbook();

beforeEach(() => {
  book = new Book();
  book.addSheet('台账');
  host = headlessHost(book);
});

async function written(report: ReportSheet): Promise<Sheet> {
  const { sheetName } = await workbook.writeReport(report);
  const sheet = book.sheetNamed(sheetName);
  if (!sheet) throw new Error(`no sheet ${sheetName}`);
  return sheet;
}

const names = (): readonly string[] => book.sheets.map(({ name }) => name);

describe('a ranking', () => {
  test('stands on a sheet of its own, which is shown, with numbers as numbers and cards in their colours', async () => {
    const sheet = await written(ranking());
    expect([sheet.name, book.activeSheet]).toEqual(['综合排名', sheet]);
    expect(rowValues(sheet, 2, 0, 8)).toEqual(['名次', '责任单位', '类别', '得分', '等次', '预警', '逾期', '临期']);
    expect(rowValues(sheet, 3, 0, 5)).toEqual([1, '区发改委', '重点单位', 97.25, '优秀']);
    expect(cellAt(sheet, 3, 3).style?.numberFormat).toBe('0.00');
    expect([3, 9, 13].map((row) => cellAt(sheet, row, 5).style?.fill)).toEqual(['#DFF6DD', '#FFF4CE', '#FDE7E9']);
    expect(sheet.frozen).toEqual({ rows: 3, columns: 0 });
  });

  test('has a native chart of its scores, the first on top, below the table and as wide, on the printed page', async () => {
    const sheet = await written(ranking());
    const cells = (column: number) => ({ sheetId: sheet.id, area: { row: 3, column, rows: 13, columns: 1 } });
    expect(sheet.charts).toMatchObject([
      {
        type: 'bar',
        title: '各单位得分',
        legend: null,
        categoryAxis: { isReversed: true },
        valueAxis: { minimum: 0, maximum: 100 },
        series: [{ name: '得分', values: cells(3), categories: cells(1), showsValues: true }],
        from: { row: 17, column: 0, x: 0, y: 0 },
        to: { row: 41, column: 8 },
      },
    ]);
    expect(sheet.page?.printArea).toEqual({ row: 0, column: 0, rows: 41, columns: 8 });
    expect((await openXlsx(await saveXlsx(book))).sheets[1]?.charts).toHaveLength(1);
  });

  test('of several values has a series for each, and a legend', async () => {
    const sheet = await written({ ...ranking(), chart: { kind: 'column', title: '逾期与临期', category: 1, values: [6, 7] } });
    expect(sheet.charts).toMatchObject([{ type: 'column', legend: 'bottom', series: [{ name: '逾期' }, { name: '临期', values: { area: { column: 7 } } }] }]);
  });

  test('of nobody says so and draws nothing', async () => {
    const sheet = await written({ ...ranking(), sections: [{ rows: [], empty: '还没有单位' }] });
    expect([valueAt(sheet, 3, 0), sheet.charts]).toEqual(['还没有单位', []]);
  });
});

describe('a roll-up', () => {
  test('has its columns under group names, sections under captions, and signs on changes', async () => {
    const sheet = await written(rollUp());
    expect(rowValues(sheet, 2, 0, 11)).toEqual(['责任单位', '措施', null, null, null, '月报', '问题', null, null, null, '得分变化']);
    expect(rowValues(sheet, 3, 1, 4)).toEqual(['总数', '完成', '逾期', '下月到期']);
    expect(sheet.merges).toEqual(
      expect.arrayContaining([
        { row: 2, column: 0, rows: 2, columns: 1 },
        { row: 2, column: 1, rows: 1, columns: 4 },
        { row: 2, column: 6, rows: 1, columns: 4 },
      ]),
    );
    expect([valueAt(sheet, 4, 0), valueAt(sheet, 5, 0), valueAt(sheet, 9, 0)]).toEqual(['重点单位', '区发改委', '一般单位']);
    expect(cellAt(sheet, 5, 10)).toMatchObject({ value: -1.5, style: { numberFormat: '+0.00;-0.00;0.00' } });
    expect(valueAt(sheet, 20, 0)).toBe('本月没有数据');
  });
});

describe('a supervision order', () => {
  test('keeps texts as texts, days as days, and what is no day as it was written', async () => {
    const sheet = await written(order());
    expect(rowValues(sheet, 5, 0, 6)).toEqual([1, '编制政务服务事项清单', '王五', 44_722, 20, '已逾期']);
    expect(cellAt(sheet, 5, 3).style?.numberFormat).toBe('yyyy-mm-dd');
    expect(cellAt(sheet, 6, 1)).toMatchObject({ value: '=推行一窗受理、集成服务，压减企业开办时间至 0.5 个工作日，并向社会公开办理时限' });
    expect(cellAt(sheet, 6, 1).formula).toBeUndefined();
    expect(valueAt(sheet, 8, 3)).toBe('每月25日前');
  });

  test('gives long texts the height they need', async () => {
    const sheet = await written(order());
    const [short = 0, long = 0] = [5, 6].map((row) => sheet.rows.get(row)?.height);
    expect(long).toBeGreaterThan(short + 30);
  });

  test('is printed on A4 upright, one page wide, with its header on every page and pages numbered, also from the file', async () => {
    await written(order());
    const page = {
      orientation: 'portrait',
      paper: 9,
      fit: { wide: 1, tall: 0 },
      isCentered: true,
      titleRows: { first: 4, count: 1 },
      printArea: { row: 0, column: 0, rows: 16, columns: 6 },
      footer: { left: '', center: '第 &P 页，共 &N 页', right: '' },
    };
    expect(book.activeSheet.page).toMatchObject(page);
    expect((await openXlsx(await saveXlsx(book))).sheets[1]?.page).toMatchObject(page);
  });

  test('ends with room to reply and a line to sign', async () => {
    const sheet = await written(order());
    expect([valueAt(sheet, 13, 0), valueAt(sheet, 14, 0), valueAt(sheet, 15, 0)]).toEqual(['办理情况（由责任单位填写）', null, '负责人（签字）：']);
    expect(sheet.rows.get(14)?.height).toBe(192);
    expect(cellAt(sheet, 14, 0).style?.borders?.left?.style).toBe('thin');
    // The right half begins in the middle and leaves room to write, unlike the lines above the table, which end at the edge.
    const alignAt = (row: number): unknown =>
      sheet.merges.filter((area) => area.row === row && area.column > 0).map(({ column }) => cellAt(sheet, row, column).style?.horizontal ?? 'general');
    expect([alignAt(1), alignAt(15)]).toEqual([['right'], ['general']]);
  });
});

describe('a report of a name that is there already', () => {
  test('takes the place of the last one, and only of that', async () => {
    await workbook.writeReport(ranking());
    book.addSheet('说明');
    const again = await written({ ...ranking(), title: '新的排名' });
    expect(names()).toEqual(['台账', '综合排名', '说明']);
    expect([valueAt(again, 0, 0), again.charts.length]).toEqual(['新的排名', 1]);
    expect(book.settings.get('taizhang.reports')).toHaveLength(1);
  });

  test('never touches a sheet of that name that is not ours', async () => {
    const own = book.addSheet('综合排名');
    putCell(own, 0, 0, { value: '自己的表' });
    await workbook.writeReport(ranking());
    await workbook.writeReport(ranking());
    expect(names()).toEqual(['台账', '综合排名', '综合排名 (2)']);
    expect(valueAt(own, 0, 0)).toBe('自己的表');
  });

  test('leaves one that someone has written on, or renamed', async () => {
    const replied = await written(order());
    putCell(replied, 14, 0, { value: '已于 7 月 1 日办结。' });
    const second = await written(order());
    expect(names()).toEqual(['台账', '督办单 区政务服务局', '督办单 区政务服务局 (2)']);
    second.name = '存档';
    await workbook.writeReport(order());
    expect(names()).toEqual(['台账', '督办单 区政务服务局', '存档', '督办单 区政务服务局 (2)']);
    expect(valueAt(replied, 14, 0)).toBe('已于 7 月 1 日办结。');
  });

  test('is known again after the workbook was saved and opened', async () => {
    await workbook.writeReport(rollUp());
    book = await openXlsx(await saveXlsx(book));
    headlessHost(book);
    await workbook.writeReport(rollUp());
    expect(names()).toEqual(['台账', '月度汇总 2022-06']);
  });

  test('does not give way to one whose name is the same only as far as Excel takes it', async () => {
    const office = '督办单 区政务服务和数据管理局行政审批服务与公共资源交易中心第';
    const [first, second] = [await written({ ...order(), name: `${office}一科` }), await written({ ...order(), name: `${office}二科` })];
    expect(names()).toEqual(['台账', first.name, second.name]);
    await workbook.writeReport({ ...order(), name: `${office}一科` });
    expect(names()).toEqual(['台账', first.name, second.name]);
  });

  test('is given a name Excel allows', async () => {
    expect((await written({ ...order(), name: "'督办单: 区发改委/区财政局 [2022]'" })).name).toBe('督办单  区发改委 区财政局  2022');
  });
});

describe('the number of context.sync()', () => {
  async function syncs(report: ReportSheet): Promise<number> {
    const sync = vi.spyOn(host.Excel.RequestContext.prototype, 'sync');
    const run = vi.spyOn(host.Excel, 'run');
    await workbook.writeReport(report);
    const count = sync.mock.calls.length - run.mock.calls.length;
    vi.restoreAllMocks();
    return count;
  }

  test('is 4, and 5 where the report was there before, however many rows and cards', async () => {
    expect(await syncs(ranking())).toBe(4);
    expect(await syncs(ranking())).toBe(5);
    expect(await syncs(order('区住建局', 3_000))).toBe(4);
    expect(host.stats.largestRequestBytes).toBeLessThan(5 * 1024 * 1024);
  });
});
