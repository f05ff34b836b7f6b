/** A chart part (DrawingML, ECMA-376 part 1, 21.2), with the values it shows kept beside their references. */

import type { Book, Cell } from '../model/book.ts';
import { referenceOf, type Chart, type ChartAxis, type ChartSeries, type LegendPosition } from '../model/chart.ts';
import { chartData, plainText, type SeriesData } from '../model/chart-data.ts';
import { xml, type XmlElement } from './xml.ts';

const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
export const LEGEND_POSITIONS: Readonly<Record<LegendPosition, string>> = { top: 't', bottom: 'b', left: 'l', right: 'r', corner: 'tr' };
/** Of a line between values: 2.25 points in EMU. */
const LINE_WIDTH = 28_575;
const CATEGORY_AXIS = 111_111_111;
const VALUE_AXIS = 222_222_222;

const one = (name: string, val: string | number): XmlElement => xml(`c:${name}`, { val });
const many = (name: string, children: readonly XmlElement[]): XmlElement => xml(`c:${name}`, {}, children);
const text = (name: string, content: string): XmlElement => xml(`c:${name}`, {}, [content]);

export function chartElement(book: Book, chart: Chart): XmlElement {
  const data = chartData(book, chart);
  const isBar = chart.type === 'bar';
  const series = chart.series.map((item, at) => seriesElement(book, chart, item, at, data[at]));
  const ids = [one('axId', CATEGORY_AXIS), one('axId', VALUE_AXIS)];
  const plot =
    chart.type === 'line'
      ? many('lineChart', [one('grouping', 'standard'), one('varyColors', 0), ...series, one('marker', 1), ...ids])
      : many('barChart', [
          one('barDir', isBar ? 'bar' : 'col'),
          one('grouping', 'clustered'),
          one('varyColors', 0),
          ...series,
          one('gapWidth', chart.gapWidth),
          ...ids,
        ]);
  // Reversed categories would take the value axis along to the other side.
  const valueSide = isBar ? 'b' : 'l';
  const axes = [
    axisElement(
      'catAx',
      chart.categoryAxis,
      CATEGORY_AXIS,
      VALUE_AXIS,
      isBar ? 'l' : 'b',
      [one('auto', 1), one('lblAlgn', 'ctr'), one('lblOffset', 100), one('noMultiLvlLbl', 0)],
      'autoZero',
    ),
    axisElement(
      'valAx',
      chart.valueAxis,
      VALUE_AXIS,
      CATEGORY_AXIS,
      valueSide,
      [one('crossBetween', 'between')],
      chart.categoryAxis.isReversed ? 'max' : 'autoZero',
    ),
  ];
  return xml('c:chartSpace', { 'xmlns:c': CHART, 'xmlns:a': DRAWING }, [
    one('roundedCorners', 0),
    many('chart', [
      ...(chart.title === null ? [] : [titleElement(chart.title)]),
      one('autoTitleDeleted', chart.title === null ? 1 : 0),
      many('plotArea', [many('layout', []), plot, ...axes]),
      ...(chart.legend === null ? [] : [many('legend', [one('legendPos', LEGEND_POSITIONS[chart.legend]), one('overlay', 0)])]),
      one('plotVisOnly', 1),
      one('dispBlanksAs', 'gap'),
    ]),
  ]);
}

/** `''` leaves the words to the reader: the name of the only series. */
function titleElement(words: string): XmlElement {
  const run = xml('a:r', {}, [xml('a:rPr', { lang: 'zh-CN', sz: 1400, b: 1 }), xml('a:t', {}, [words])]);
  const rich = many('rich', [xml('a:bodyPr'), xml('a:p', {}, [run])]);
  return many('title', [...(words === '' ? [] : [many('tx', [rich])]), one('overlay', 0)]);
}

function axisElement(name: string, axis: ChartAxis, id: number, other: number, side: string, more: readonly XmlElement[], crosses: string): XmlElement {
  const { isReversed, minimum, maximum } = axis;
  return many(name, [
    one('axId', id),
    many('scaling', [
      one('orientation', isReversed ? 'maxMin' : 'minMax'),
      ...(maximum === undefined ? [] : [one('max', maximum)]),
      ...(minimum === undefined ? [] : [one('min', minimum)]),
    ]),
    one('delete', axis.isHidden ? 1 : 0),
    one('axPos', side),
    ...(axis.hasGridlines
      ? [many('majorGridlines', [many('spPr', [xml('a:ln', { w: 9_525 }, [xml('a:solidFill', {}, [xml('a:srgbClr', { val: 'D9D9D9' })])])])])]
      : []),
    ...(axis.title ? [titleElement(axis.title)] : []),
    xml('c:numFmt', { formatCode: 'General', sourceLinked: 1 }),
    one('majorTickMark', 'none'),
    one('minorTickMark', 'none'),
    one('tickLblPos', 'nextTo'),
    one('crossAx', other),
    one('crosses', crosses),
    ...more,
  ]);
}

/** Properties that fill a bar, or colour a line. */
function shape(part: 'fill' | 'ln', colour: string): XmlElement {
  const fill = xml('a:solidFill', {}, [xml('a:srgbClr', { val: colour.slice(1) })]);
  return many('spPr', [part === 'fill' ? fill : xml('a:ln', { w: LINE_WIDTH }, [fill])]);
}

function seriesElement(book: Book, { type }: Chart, series: ChartSeries, index: number, data: SeriesData | undefined): XmlElement {
  const { name, categories, values, fill } = series;
  const labels = ['showLegendKey', 'showVal', 'showCatName', 'showSerName', 'showPercent', 'showBubbleSize'];
  return many('ser', [
    one('idx', index),
    one('order', index),
    ...(name === null ? [] : [many('tx', typeof name === 'string' ? [text('v', name)] : [stringReference(referenceOf(book, name), [data?.name ?? ''])])]),
    ...(fill === undefined ? [] : [shape(type === 'line' ? 'ln' : 'fill', fill)]),
    type === 'line' ? many('marker', [one('symbol', 'none')]) : one('invertIfNegative', 0),
    ...(series.showsValues
      ? [
          many(
            'dLbls',
            labels.map((label) => one(label, label === 'showVal' ? 1 : 0)),
          ),
        ]
      : []),
    ...(categories === null ? [] : [many('cat', [categoriesReference(referenceOf(book, categories), data?.categories ?? [])])]),
    many('val', [numberReference(referenceOf(book, values), data?.values ?? [], data?.numberFormat ?? 'General')]),
    ...(type === 'line' ? [one('smooth', 0)] : []),
  ]);
}

function categoriesReference(formula: string, cells: readonly Cell[]): XmlElement {
  const numbers = cells.map(({ value }) => (typeof value === 'number' ? value : null));
  if (cells.length > 0 && cells.every(({ value }) => typeof value === 'number' || value === null)) {
    return numberReference(formula, numbers, cells[0]?.style?.numberFormat ?? 'General');
  }
  return stringReference(
    formula,
    cells.map(({ value }) => plainText(value)),
  );
}

function stringReference(formula: string, texts: readonly string[]): XmlElement {
  const points = texts.map((value, idx) => xml('c:pt', { idx }, [text('v', value)]));
  return many('strRef', [text('f', formula), many('strCache', [one('ptCount', texts.length), ...points])]);
}

function numberReference(formula: string, values: readonly (number | null)[], format: string): XmlElement {
  const points = values.flatMap((value, idx) => (value === null ? [] : [xml('c:pt', { idx }, [text('v', String(value))])]));
  return many('numRef', [text('f', formula), many('numCache', [text('formatCode', format), one('ptCount', values.length), ...points])]);
}
