import type { Layout } from './layout.ts';
import type { ReportChart, ReportSheet } from './report-sheet.ts';

const TYPES = { bar: 'BarClustered', column: 'ColumnClustered', line: 'Line' } as const;
const COLOUR = '#0F6CBD';
/** Rows of standard height that a chart covers: one and a half for a bar, and its title and axis. */
const LEAST_ROWS = 14;
const ROWS_PER_BAR = 1.5;
const ROWS_BESIDE = 4;
/** Bars leave this percentage of their breadth between them. */
const GAP = 45;

/**
 * Draws a report's chart below everything else, as wide as the table, where it is seen and printed without scrolling sideways; one row is
 * left free. Answers with the number of rows down to its end.
 */
export function drawChart(sheet: Excel.Worksheet, { columns }: ReportSheet, { lines, bodies }: Layout, chart: ReportChart): number {
  const [body] = bodies;
  if (!body) return lines.length;
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
  const first = lines.length + 1;
  const rows = chart.kind === 'bar' ? Math.max(LEAST_ROWS, Math.ceil(body.rows * ROWS_PER_BAR) + ROWS_BESIDE) : LEAST_ROWS;
  drawn.setPosition(sheet.getRangeByIndexes(first, 0, 1, 1), sheet.getRangeByIndexes(first + rows - 1, columns.length - 1, 1, 1));
  return first + rows;
}

/** A single series says its values at its bars. */
function dressOnly(series: Excel.ChartSeries, kind: ReportChart['kind']): void {
  series.format.fill.setSolidColor(COLOUR);
  series.hasDataLabels = true;
  if (kind !== 'line') series.gapWidth = GAP;
}
