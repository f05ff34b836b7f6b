/** Reads a chart part: bars, columns or lines that show plain references. Of others the model has nothing; the package keeps them. */

import { parseAddress, splitReference } from '../model/address.ts';
import type { Book } from '../model/book.ts';
import type { Chart, ChartAxis, ChartSeries, ChartType, LegendPosition, SheetCells } from '../model/chart.ts';
import { LEGEND_POSITIONS } from './chart-xml.ts';
import { childOf, childrenOf, isTrue, textOf, type XmlElement } from './xml.ts';

type Drawn = Omit<Chart, 'id' | 'name' | 'from' | 'to' | 'origin'>;

const valueOf = (parent: XmlElement | undefined, name: string): string | undefined => childOf(parent, name)?.attributes['val'];

/** What a `chartSpace` draws; null for what the model does not have. */
export function readChartSpace(space: XmlElement, book: Book): Drawn | null {
  const chart = childOf(space, 'chart');
  const area = childOf(chart, 'plotArea');
  const [plot, ...others] = childrenOf(area).filter(({ name }) => name.endsWith('Chart'));
  const type = plot === undefined || others.length > 0 ? null : typeOf(plot);
  if (plot === undefined || type === null) return null;
  const series = childrenOf(plot, 'ser').map((one) => readSeries(one, book));
  const known = series.filter((one) => one !== null);
  if (known.length < series.length) return null;
  const title = childOf(chart, 'title');
  const legend = childOf(chart, 'legend');
  const side = valueOf(legend, 'legendPos') ?? 'r';
  return {
    type,
    title: title === undefined ? null : runsIn(title),
    legend: legend === undefined ? null : ((Object.keys(LEGEND_POSITIONS) as LegendPosition[]).find((key) => LEGEND_POSITIONS[key] === side) ?? 'right'),
    series: known,
    categoryAxis: readAxis(childOf(area, 'catAx') ?? childOf(area, 'dateAx')),
    valueAxis: readAxis(childOf(area, 'valAx')),
    gapWidth: Number(valueOf(plot, 'gapWidth') ?? 150),
  };
}

function typeOf(plot: XmlElement): ChartType | null {
  const grouping = valueOf(plot, 'grouping');
  if (plot.name === 'lineChart') return grouping === 'standard' ? 'line' : null;
  if (plot.name !== 'barChart' || (grouping ?? 'clustered') !== 'clustered') return null;
  return valueOf(plot, 'barDir') === 'bar' ? 'bar' : 'column';
}

/** The text of a title; `''` where the reader makes it up. */
function runsIn(title: XmlElement): string {
  const rich = childOf(childOf(title, 'tx'), 'rich');
  const paragraphs = childrenOf(rich, 'a:p').map((paragraph) =>
    childrenOf(paragraph, 'a:r')
      .map((run) => textOf(childOf(run, 'a:t')))
      .join(''),
  );
  return paragraphs.join('\n');
}

function readAxis(axis: XmlElement | undefined): ChartAxis {
  const scaling = childOf(axis, 'scaling');
  const [minimum, maximum] = [valueOf(scaling, 'min'), valueOf(scaling, 'max')];
  const title = childOf(axis, 'title');
  return {
    ...(isTrue(valueOf(axis, 'delete')) && { isHidden: true }),
    ...(valueOf(scaling, 'orientation') === 'maxMin' && { isReversed: true }),
    ...(childOf(axis, 'majorGridlines') && { hasGridlines: true }),
    ...(minimum !== undefined && { minimum: Number(minimum) }),
    ...(maximum !== undefined && { maximum: Number(maximum) }),
    ...(title && { title: runsIn(title) }),
  };
}

function readSeries(series: XmlElement, book: Book): ChartSeries | null {
  const values = cellsIn(childOf(series, 'val'), book);
  const category = childOf(series, 'cat');
  const categories = cellsIn(category, book);
  if (values === null || (category && categories === null)) return null;
  const name = childOf(series, 'tx');
  const literal = childOf(name, 'v');
  const shape = childOf(series, 'spPr');
  const colour = childOf(childOf(childOf(shape, 'a:solidFill') ? shape : childOf(shape, 'a:ln'), 'a:solidFill'), 'a:srgbClr')?.attributes['val'];
  return {
    name: literal ? textOf(literal) : cellsIn(name, book),
    values,
    categories,
    ...(colour !== undefined && { fill: `#${colour.toUpperCase()}` }),
    ...(isTrue(valueOf(childOf(series, 'dLbls'), 'showVal')) && { showsValues: true }),
  };
}

/** Puts the references of all series, as `referencesOf` lists them, in place of those the part has. */
export function putReferences(space: XmlElement, references: readonly string[]): void {
  const area = childOf(childOf(space, 'chart'), 'plotArea');
  const series = childrenOf(area).flatMap((plot) => childrenOf(plot, 'ser'));
  const formulas = series.flatMap((one) => ['tx', 'cat', 'val'].flatMap((part) => formulaIn(childOf(one, part)) ?? []));
  formulas.forEach((formula, at) => (formula.children = [references[at] ?? '']));
}

function formulaIn(source: XmlElement | undefined): XmlElement | undefined {
  return childOf(childOf(source, 'numRef') ?? childOf(source, 'strRef'), 'f');
}

function cellsIn(source: XmlElement | undefined, book: Book): SheetCells | null {
  const formula = formulaIn(source);
  const { sheet: name, address } = splitReference(textOf(formula));
  const sheet = name === null ? undefined : book.sheetNamed(name);
  const area = parseAddress(address);
  return sheet && area ? { sheetId: sheet.id, area } : null;
}
