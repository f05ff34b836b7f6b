import { beforeEach, describe, expect, it } from 'vitest';
import type { Book, Sheet } from '../../../../addin/preview/model/book.ts';
import { failureOf, onSheet, open } from './open.ts';

const SCORES = [
  ['名次', '责任单位', '得分'],
  [1, '区发改委', 92.5],
  [2, '区教育局', 81],
  [3, '区民政局', 75.57],
];

let book: Book;
let sheet: Sheet;
beforeEach(() => {
  ({ book, sheet } = open());
});

const cells = (row: number, column: number, rows: number, columns: number) => ({ sheetId: sheet.id, area: { row, column, rows, columns } });

describe('a chart', () => {
  it('takes texts on the left for categories and texts on top for names of series', async () => {
    const seen = await onSheet(SCORES, async (on, context) => {
      const chart = on.charts
        .add('BarClustered', on.getRange('B1:C4'), 'Columns')
        .load('name,chartType,id,title/text,title/visible,legend/visible,series/count');
      const series = chart.series.load('items/name');
      await context.sync();
      return [chart.name, chart.chartType, chart.title.text, chart.title.visible, chart.legend.visible, series.items.map(({ name }) => name)];
    });
    expect(seen).toEqual(['Chart 1', 'BarClustered', '得分', true, false, ['得分']]);
    expect(sheet.charts[0]?.series).toEqual([{ name: cells(0, 2, 1, 1), values: cells(1, 2, 3, 1), categories: cells(1, 1, 3, 1), fill: '#5B9BD5' }]);
  });

  it.each([
    ['Auto', 'A1:D2', ['Series1', 'Series2']],
    ['Auto', 'A1:B3', ['Series1', 'Series2']],
    ['Rows', 'A1:B3', ['Series1', 'Series2', 'Series3']],
  ] as const)('by %s of %s has the series %s', async (by, address, names) => {
    const rows = [
      [1, 2, 3, 4],
      [5, 6, 7, 8],
      [9, 9, 9, 9],
    ];
    const seen = await onSheet(rows, async (on, context) => {
      const series = on.charts.add('Line', on.getRange(address), by).series.load('items/name');
      await context.sync();
      return series.items.map(({ name }) => name);
    });
    expect(seen).toEqual(names);
  });

  it('is given its words, series, axes and looks', async () => {
    await onSheet(SCORES, async (on, context) => {
      const chart = on.charts.add('BarClustered', on.getRange('C1:C4'), 'Columns');
      chart.name = '排名图';
      chart.title.text = '各单位得分';
      chart.legend.position = 'Right';
      chart.axes.categoryAxis.reversePlotOrder = true;
      chart.axes.valueAxis.maximum = 100;
      chart.axes.valueAxis.visible = false;
      chart.axes.valueAxis.majorGridlines.visible = false;
      chart.axes.valueAxis.title.text = '分';
      const series = chart.series.getItemAt(0);
      series.setXAxisValues(on.getRange('B2:B4'));
      series.hasDataLabels = true;
      series.gapWidth = 40;
      series.format.fill.setSolidColor('#5b9bd5');
      await context.sync();
      // The objects go on working after the sync that made them.
      chart.legend.visible = false;
      series.name = '综合得分';
    });
    expect(sheet.charts).toMatchObject([
      {
        name: '排名图',
        type: 'bar',
        title: '各单位得分',
        legend: null,
        gapWidth: 40,
        categoryAxis: { isReversed: true },
        valueAxis: { maximum: 100, isHidden: true, hasGridlines: false, title: '分' },
        series: [{ name: '综合得分', values: cells(1, 2, 3, 1), categories: cells(1, 1, 3, 1), showsValues: true, fill: '#5B9BD5' }],
      },
    ]);
  });

  it('lies where cells begin and end, or where points say, and answers in points', async () => {
    const boxes = await onSheet(SCORES, async (on, context) => {
      on.getRange('A1:B1').format.columnWidth = 100;
      on.getRange('1:2').format.rowHeight = 30;
      const chart = on.charts.add('ColumnClustered', on.getRange('B1:C4'));
      chart.setPosition('B2', 'B4');
      chart.load('left,top,width,height');
      await context.sync();
      const first = [chart.left, chart.top, chart.width, chart.height];
      chart.left = 150;
      chart.height = 45;
      chart.load('left,top,width,height');
      await context.sync();
      return [first, [chart.left, chart.top, chart.width, chart.height]];
    });
    expect(boxes).toEqual([
      [100, 30, 100, 60],
      [150, 30, 100, 45],
    ]);
    expect(sheet.charts[0]?.from).toEqual({ row: 1, column: 1, x: 50, y: 0 });
  });

  it('says where a value axis ends: as told, or at round numbers', async () => {
    const ends = await onSheet(SCORES, async (on, context) => {
      const axis = on.charts.add('Line', on.getRange('B1:C4')).axes.valueAxis;
      axis.load('minimum,maximum');
      await context.sync();
      const free = [axis.minimum, axis.maximum];
      axis.minimum = 80;
      axis.maximum = '';
      axis.load('minimum,maximum');
      await context.sync();
      return [free, [axis.minimum, axis.maximum]];
    });
    expect(ends).toEqual([
      [0, 100],
      [80, 94],
    ]);
  });

  it('is found by name, counted and deleted', async () => {
    const seen = await onSheet(SCORES, async (on, context) => {
      on.charts.add('Line', on.getRange('B1:C4')).name = '走势';
      on.charts.add('Line', on.getRange('B1:C4'));
      const [count, found, missing] = [on.charts.getCount(), on.charts.getItemOrNullObject('走势'), on.charts.getItemOrNullObject('没有')];
      await context.sync();
      on.charts.getItem('走势').delete();
      const left = on.charts.load('items/name');
      await context.sync();
      return [count.value, found.isNullObject, missing.isNullObject, left.items.map(({ name }) => name)];
    });
    expect(seen).toEqual([2, false, true, ['Chart 2']]);
    expect(await failureOf(onSheet([], (on) => on.charts.getItem('走势').load('name')))).toMatchObject({ code: 'ItemNotFound' });
  });

  it('follows the cells it shows, and moves with inserted rows', async () => {
    await onSheet(SCORES, (on, context) => {
      const chart = context.workbook.worksheets.add('图').charts.add('BarClustered', on.getRange('B1:C4'), 'Columns');
      chart.setPosition('A3', 'D9');
      on.getRange('1:2').insert('Down');
      on.getRange('4:4').delete('Up');
    });
    const [chart] = book.sheetNamed('图')?.charts ?? [];
    expect(chart).toMatchObject({ from: { row: 2 }, series: [{ name: cells(2, 2, 1, 1), values: cells(3, 2, 2, 1), categories: cells(3, 1, 2, 1) }] });
    await onSheet([], (on, context) => {
      context.workbook.worksheets.getItem('图').getRange('1:3').delete('Up');
      on.getRange('C:C').delete('Left');
    });
    expect(book.sheetNamed('图')?.charts).toMatchObject([{ from: { row: 0 }, to: { row: 6 }, series: [{ values: null, categories: cells(3, 1, 2, 1) }] }]);
  });

  it('of another type fails by name, and none is added to a protected sheet', async () => {
    const pie = await failureOf(onSheet(SCORES, (on) => on.charts.add('Pie', on.getRange('B1:C4'))));
    expect([pie.code, pie.message]).toEqual(['NotImplemented', 'The preview host does not implement charts of type Pie.']);
    await onSheet([], (on) => on.protection.protect());
    expect(await failureOf(onSheet([], (on) => on.charts.add('Line', on.getRange('B1:C4'))))).toMatchObject({ code: 'AccessDenied' });
    expect(sheet.charts).toEqual([]);
  });
});
