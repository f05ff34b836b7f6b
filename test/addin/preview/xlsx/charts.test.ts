import { beforeAll, describe, expect, it } from 'vitest';
import { putCell, type Book, type Sheet } from '../../../../addin/preview/model/book.ts';
import type { Chart } from '../../../../addin/preview/model/chart.ts';
import { openXlsx, saveXlsx } from '../../../../addin/preview/xlsx/index.ts';
import { bookOf, partsOf } from './support/packages.ts';
import { chartsSeenByOpenpyxl, convertedByLibreOffice, pythonWorkbook } from './support/other-programs.ts';

function withoutOrigin({ charts }: Sheet): unknown {
  return charts.map(({ origin: _origin, ...chart }) => chart);
}

/** Scores with a chart of each type beside them. */
function chartedBook(): { book: Book; sheet: Sheet } {
  const { book, sheet } = bookOf(['单位', '得分'], ['区发改委', 92.5], ['区教育局', 81], ['区民政局', 75.57]);
  sheet.name = '得分 表';
  const cells = (row: number, column: number, rows: number) => ({ sheetId: sheet.id, area: { row, column, rows, columns: 1 } });
  const bars: Chart = {
    id: '{C1}',
    name: '排名图',
    type: 'bar',
    title: '各单位得分 <2022>',
    legend: null,
    series: [{ name: cells(0, 1, 1), values: cells(1, 1, 3), categories: cells(1, 0, 3), fill: '#5B9BD5', showsValues: true }],
    categoryAxis: { isReversed: true },
    valueAxis: { isHidden: true, minimum: 0, maximum: 100 },
    gapWidth: 40,
    from: { row: 1, column: 3, x: 12, y: 0 },
    to: { row: 12, column: 9, x: 0, y: 7.5 },
  };
  const columns: Chart = {
    ...bars,
    id: '{C2}',
    name: '二',
    type: 'column',
    title: '',
    legend: 'right',
    valueAxis: { hasGridlines: true, title: '分' },
    categoryAxis: {},
  };
  const line: Chart = {
    ...columns,
    id: '{C3}',
    name: '三',
    type: 'line',
    title: null,
    legend: 'bottom',
    gapWidth: 150,
    series: [{ name: '走势', values: cells(1, 1, 3), categories: null }],
  };
  sheet.charts = [bars, columns, line];
  return { book, sheet };
}

describe('charts of our own', () => {
  it('come back from the file as they were', async () => {
    const { book, sheet } = chartedBook();
    const again = await openXlsx(await saveXlsx(book));
    expect(withoutOrigin(again.sheets[0]!)).toEqual(withoutOrigin(sheet));
  });

  it('are seen by openpyxl: type, place, title, references and the values kept with them', async () => {
    const seen = chartsSeenByOpenpyxl(await saveXlsx(chartedBook().book));
    const references = { name: "'得分 表'!$B$1", categories: "'得分 表'!$A$2:$A$4", values: "'得分 表'!$B$2:$B$4", cached: [92.5, 81, 75.57] };
    expect(seen['得分 表']).toEqual([
      { type: 'BarChart', direction: 'bar', title: '各单位得分 <2022>', legend: null, from: [1, 3], to: [12, 9], series: [references] },
      { type: 'BarChart', direction: 'col', title: '', legend: 'r', from: [1, 3], to: [12, 9], series: [references] },
      { type: 'LineChart', direction: null, title: null, legend: 'b', from: [1, 3], to: [12, 9], series: [{ ...references, name: '走势', categories: null }] },
    ]);
  });

  it('are kept by LibreOffice, which reads and writes them anew', async () => {
    const converted = convertedByLibreOffice(await saveXlsx(chartedBook().book), 'xlsx', 'xlsx:Calc MS Excel 2007 XML');
    const { sheets } = await openXlsx(converted);
    expect(sheets[0]?.charts.map(({ type, title, legend }) => [type, title, legend])).toEqual([
      ['bar', '各单位得分 <2022>', null],
      ['column', expect.any(String), 'right'],
      ['line', null, 'bottom'],
    ]);
    expect(sheets[0]?.charts[0]).toMatchObject({ categoryAxis: { isReversed: true }, valueAxis: { isHidden: true, maximum: 100 }, gapWidth: 40 });
  });

  it('stay the same bytes in later saves, and go with their parts when they are deleted', async () => {
    const first = await saveXlsx(chartedBook().book);
    const opened = await openXlsx(first);
    const second = partsOf(await saveXlsx(opened));
    for (const path of ['xl/charts/chart1.xml', 'xl/charts/chart2.xml', 'xl/charts/chart3.xml', 'xl/drawings/drawing1.xml']) {
      expect(second[path]).toBe(partsOf(first)[path]);
    }
    opened.sheets[0]!.charts = opened.sheets[0]!.charts.slice(1);
    const third = partsOf(await saveXlsx(opened));
    expect(Object.keys(third).filter((path) => path.includes('chart'))).toEqual(['xl/charts/chart2.xml', 'xl/charts/chart3.xml']);
    expect(third['[Content_Types].xml']).not.toContain('chart1.xml');
    expect((await openXlsx(await saveXlsx(opened))).sheets[0]?.charts.map(({ name }) => name)).toEqual(['二', '三']);
  });
});

describe("charts of a clerk's own", () => {
  let bytes: Uint8Array;
  let book: Book;
  let sheet: Sheet;

  beforeAll(() => {
    bytes = pythonWorkbook('chart_workbook.py');
  });
  async function reopen(): Promise<void> {
    book = await openXlsx(bytes);
    sheet = book.sheets[0]!;
  }
  async function changedParts(): Promise<string[]> {
    const [was, now] = [partsOf(bytes), partsOf(await saveXlsx(book))];
    return Object.keys({ ...was, ...now })
      .filter((path) => /chart|drawing/.test(path) && was[path] !== now[path])
      .toSorted();
  }

  it('are read where they are bars, columns or lines', async () => {
    await reopen();
    expect(sheet.charts).toMatchObject([{ type: 'column', title: '各单位得分', legend: 'right', from: { row: 1, column: 4 }, series: [{}, {}] }]);
    expect(sheet.charts[0]?.to.row).toBeGreaterThan(10);
  });

  it('stay the same bytes, whatever is done to cells', async () => {
    await reopen();
    putCell(sheet, 1, 1, { value: 60 });
    expect(await changedParts()).toEqual([]);
  });

  it('follow a renamed sheet and keep all else they have', async () => {
    await reopen();
    sheet.name = '新名';
    expect(await changedParts()).toEqual(['xl/charts/chart1.xml', 'xl/drawings/drawing1.xml']);
    const chart = partsOf(await saveXlsx(book))['xl/charts/chart1.xml'] ?? '';
    expect(chart).toContain('<f>新名!$B$2:$B$4</f>');
    expect(chart).toContain('FFF2CC');
  });

  it('are moved, renamed and drawn anew beside others that stay', async () => {
    await reopen();
    sheet.charts = sheet.charts.map((chart) => ({
      ...chart,
      name: '改',
      title: '改过',
      from: { row: 5, column: 0, x: 0, y: 0 },
      to: { row: 9, column: 3, x: 0, y: 0 },
    }));
    expect(await changedParts()).toEqual(['xl/charts/chart1.xml', 'xl/drawings/drawing1.xml']);
    const seen = chartsSeenByOpenpyxl(await saveXlsx(book))['得分 表'];
    expect(seen).toHaveLength(2);
    expect(seen).toContainEqual(expect.objectContaining({ type: 'PieChart' }));
    expect(seen).toContainEqual(expect.objectContaining({ type: 'BarChart', title: '改过', from: [5, 0], to: [9, 3] }));
  });

  it('and a new one stand together', async () => {
    await reopen();
    const [first] = sheet.charts;
    if (first) sheet.charts = [...sheet.charts, { ...first, id: '{C9}', name: '新', origin: undefined }];
    const parts = partsOf(await saveXlsx(book));
    expect(Object.keys(parts).filter((path) => path.startsWith('xl/charts/chart'))).toHaveLength(3);
    expect((await openXlsx(await saveXlsx(book))).sheets[0]?.charts.map(({ name }) => name)).toContain('新');
  });
});
