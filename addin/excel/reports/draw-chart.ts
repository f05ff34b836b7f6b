import type { Layout } from './layout.ts';
import type { ReportChart, ReportSheet } from './report-sheet.ts';

const TYPES = { bar: 'BarClustered', column: 'ColumnClustered', line: 'Line' } as const;
const COLOUR = '#0F6CBD';
/** Columns of standard width, and rows at least, that a chart covers. */
const COLUMNS = 7;
const LEAST_ROWS = 14;
/** Bars leave this percentage of their breadth between them. */
const GAP = 45;

/** Draws a report's chart right of its table; one column is left free. Answers with the last column it covers. */
export function drawChart(sheet: Excel.Worksheet, { columns }: ReportSheet, { header, bodies }: Layout, chart: ReportChart): number {
  const [body] = bodies;
  const first = columns.length + 1;
  if (!body) return columns.length - 1;
  const labels = sheet.getRangeByIndexes(body.row, chart.category, body.rows, 1);
  const [leading = 0, ...others] = chart.values;
  const drawn = sheet.charts.add(TYPES[chart.kind], sheet.getRangeByIndexes(body.row, leading, body.rows, 1), 'Columns');
  drawn.title.text = chart.title;
  drawn.legend.visible = others.length > 0;
  [leading, ...others].forEach((column, at) => {
    const name = columns[column]?.header ?? '';
    const series = at === 0 ? drawn.series.getItemAt(0) : drawn.series.add(name);
    if (at > 0) series.setValues(sheet.getRangeByIndexes(body.row, column, body.rows, 1));
    series.name = name;
    series.setXAxisValues(labels);
    if (others.length === 0) dressOnly(series, chart.kind);
  });
  const { categoryAxis, valueAxis } = drawn.axes;
  if (chart.kind === 'bar') categoryAxis.reversePlotOrder = true;
  if (chart.minimum !== undefined) valueAxis.minimum = chart.minimum;
  if (chart.maximum !== undefined) valueAxis.maximum = chart.maximum;
  const last = { row: Math.max(body.row + body.rows, header.row + LEAST_ROWS) - 1, column: first + COLUMNS - 1 };
  drawn.setPosition(sheet.getRangeByIndexes(header.row, first, 1, 1), sheet.getRangeByIndexes(last.row, last.column, 1, 1));
  return last.column;
}

/** A single series says its values at its bars. */
function dressOnly(series: Excel.ChartSeries, kind: ReportChart['kind']): void {
  series.format.fill.setSolidColor(COLOUR);
  series.hasDataLabels = true;
  if (kind !== 'line') series.gapWidth = GAP;
}
