/** Charts of a sheet: anchored in its drawing, each drawn by a part of its own. */

import type { Book, Sheet } from '../model/book.ts';
import { newChartId, referencesOf, type Chart } from '../model/chart.ts';
import { cornerAt, pointOf, type Corner } from '../model/geometry.ts';
import { putReferences, readChartSpace } from './chart-read.ts';
import { chartElement } from './chart-xml.ts';
import { alike } from './equal.ts';
import type { Package } from './package.ts';
import { officeRelation, relationshipId } from './relationships.ts';
import { sheetOriginOf } from './sheet-origin.ts';
import { childOf, childrenOf, textOf, xml, type XmlElement } from './xml.ts';

interface ChartOrigin {
  /** The part that draws it. */
  readonly path: string;
  /** As it was read. */
  readonly chart: Chart;
  /** How its part names the cells it shows; a renamed sheet makes them others. */
  readonly references: readonly string[];
}

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const MAIN = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
const EMU_PER_POINT = 12_700;

const originOf = (chart: Chart): ChartOrigin | undefined => chart.origin as ChartOrigin | undefined;
/** A child by its name without prefix, which writers choose freely. */
const child = (parent: XmlElement | undefined, name: string): XmlElement | undefined =>
  childrenOf(parent).find((one) => one.name.slice(one.name.indexOf(':') + 1) === name);

/** Puts the charts of a sheet part into the sheet; all sheets must be in the book already. */
export function readCharts(source: Package, sheetPath: string, sheet: Sheet, book: Book): void {
  const drawing = source.related(sheetPath, 'drawing');
  if (drawing === undefined) return;
  for (const anchor of childrenOf(source.read(drawing))) {
    const path = chartPathOf(source, drawing, anchor);
    const place = placeOf(anchor, sheet);
    const drawn = path === undefined || place === null ? null : readChartSpace(source.read(path), book);
    if (path === undefined || place === null || drawn === null) continue;
    const chart: Chart = { id: newChartId(book), name: frameName(anchor)?.attributes['name'] ?? '', ...drawn, ...place };
    sheet.charts.push({ ...chart, origin: { path, chart, references: referencesOf(book, chart) } satisfies ChartOrigin });
    sheetOriginOf(sheet)?.charts.push(path);
  }
}

function chartPathOf(source: Package, drawing: string, anchor: XmlElement): string | undefined {
  const chart = child(child(child(child(anchor, 'graphicFrame'), 'graphic'), 'graphicData'), 'chart');
  if (chart === undefined) return undefined;
  const id = relationshipId(chart);
  const target = source.relationships(drawing).find((relation) => relation.id === id)?.target;
  return target !== undefined && source.has(target) ? target : undefined;
}

/** The element that names the frame of an anchor. */
function frameName(anchor: XmlElement): XmlElement | undefined {
  return child(child(child(anchor, 'graphicFrame'), 'nvGraphicFramePr'), 'cNvPr');
}

/** Between two cells, or from a cell on with a size of its own. Null for a place that no cell has. */
function placeOf(anchor: XmlElement, sheet: Sheet): Pick<Chart, 'from' | 'to'> | null {
  const from = cornerIn(childOf(anchor, 'from'));
  const to = cornerIn(childOf(anchor, 'to'));
  if (from && to) return { from, to };
  const size = childOf(anchor, 'ext')?.attributes;
  if (!from || !size) return null;
  const { left, top } = pointOf(sheet, from);
  const [width, height] = [Number(size['cx']) / EMU_PER_POINT, Number(size['cy']) / EMU_PER_POINT];
  return { from, to: cornerAt(sheet, { left: left + width, top: top + height }) };
}

function cornerIn(element: XmlElement | undefined): Corner | null {
  if (element === undefined) return null;
  const read = (name: string): number => Number(textOf(childOf(element, name)));
  return { row: read('row'), column: read('col'), x: read('colOff') / EMU_PER_POINT, y: read('rowOff') / EMU_PER_POINT };
}

/**
 * Writes the charts of a sheet that are new or changed and takes away those that are gone; the others stay byte for byte. Returns the
 * relationship id of a drawing newly made for them, which the sheet must name in `drawing`; null otherwise.
 */
export function writeCharts(target: Package, sheetPath: string, sheet: Sheet, book: Book): string | null {
  const changed = sheet.charts.filter((chart) => !isUntouched(book, chart));
  const kept = new Set(sheet.charts.map((chart) => originOf(chart)?.path));
  const gone = sheetOriginOf(sheet)?.charts.filter((path) => !kept.has(path)) ?? [];
  if (changed.length === 0 && gone.length === 0) return null;
  const known = target.related(sheetPath, 'drawing');
  const drawing = known ?? target.freePath('xl/drawings/drawing#.xml');
  const root = known === undefined ? xml('wsDr', { xmlns: DRAWING }) : target.read(known);
  const anchorOf = (path: string): XmlElement | undefined => childrenOf(root).find((anchor) => chartPathOf(target, drawing, anchor) === path);
  for (const path of gone) {
    const anchor = anchorOf(path);
    root.children = root.children.filter((node) => node !== anchor);
    removeChart(target, drawing, path);
  }
  for (const chart of changed) {
    const origin = originOf(chart);
    const anchor = origin && anchorOf(origin.path);
    if (origin && anchor) root.children[root.children.indexOf(anchor)] = changedAnchor(target, anchor, chart, origin, book);
    else root.children.push(newAnchor(target, drawing, root, chart, book));
  }
  target.write(drawing, root, DRAWING_TYPE);
  return known === undefined ? target.relate(sheetPath, officeRelation('drawing'), drawing) : null;
}

function isUntouched(book: Book, chart: Chart): boolean {
  const { origin: _origin, ...now } = chart;
  const was = originOf(chart);
  return was !== undefined && alike(now, was.chart) && alike(referencesOf(book, chart), was.references);
}

/** Takes a chart's part away with its colours and styles, which no other chart shares. */
function removeChart(target: Package, drawing: string, path: string): void {
  const relation = target.relationships(drawing).find((one) => one.target === path);
  if (relation) target.unrelate(drawing, relation.id);
  for (const { target: part, isExternal } of target.relationships(path)) if (!isExternal) target.remove(part);
  target.remove(path);
}

/** A chart that only shows other cells keeps all else that its part has; one that looks different is drawn anew. */
function changedAnchor(target: Package, anchor: XmlElement, chart: Chart, { path, chart: was }: ChartOrigin, book: Book): XmlElement {
  const looks = ({ series, type, title, legend, categoryAxis, valueAxis, gapWidth }: Chart): unknown => ({
    drawn: { type, title, legend, categoryAxis, valueAxis, gapWidth },
    series: series.map(({ name, fill, showsValues, categories }) => ({
      name: typeof name === 'string' ? name : null,
      fill,
      showsValues,
      has: categories !== null,
    })),
  });
  if (!alike(looks(chart), looks(was))) target.write(path, chartElement(book, chart));
  else {
    const space = target.read(path);
    putReferences(space, referencesOf(book, chart));
    target.write(path, space);
  }
  const frame = frameName(anchor);
  if (frame) frame.attributes['name'] = chart.name;
  if (alike([chart.from, chart.to], [was.from, was.to])) return anchor;
  const rest = anchor.children.filter((node) => typeof node === 'string' || !['from', 'to', 'ext'].includes(node.name));
  return xml('twoCellAnchor', anchor.attributes, [cornerElement('from', chart.from), cornerElement('to', chart.to), ...rest]);
}

function newAnchor(target: Package, drawing: string, root: XmlElement, chart: Chart, book: Book): XmlElement {
  const path = target.freePath('xl/charts/chart#.xml');
  target.write(path, chartElement(book, chart), CHART_TYPE);
  const relation = target.relate(drawing, officeRelation('chart'), path);
  const nothing = { x: 0, y: 0 };
  return xml('twoCellAnchor', {}, [
    cornerElement('from', chart.from),
    cornerElement('to', chart.to),
    xml('graphicFrame', { macro: '' }, [
      xml('nvGraphicFramePr', {}, [xml('cNvPr', { id: freeShapeId(root), name: chart.name }), xml('cNvGraphicFramePr')]),
      xml('xfrm', {}, [xml('a:off', { 'xmlns:a': MAIN, ...nothing }), xml('a:ext', { 'xmlns:a': MAIN, cx: 0, cy: 0 })]),
      xml('a:graphic', { 'xmlns:a': MAIN }, [
        xml('a:graphicData', { uri: CHART }, [xml('c:chart', { 'xmlns:c': CHART, 'xmlns:r': officeRelation('').slice(0, -1), 'r:id': relation })]),
      ]),
    ]),
    xml('clientData'),
  ]);
}

function cornerElement(name: string, { row, column, x, y }: Corner): XmlElement {
  const parts = { col: column, colOff: Math.round(x * EMU_PER_POINT), row, rowOff: Math.round(y * EMU_PER_POINT) };
  return xml(
    name,
    {},
    Object.entries(parts).map(([part, number]) => xml(part, {}, [String(number)])),
  );
}

/** Shapes of a drawing are numbered, whatever they are. */
function freeShapeId(root: XmlElement): number {
  const idsIn = (element: XmlElement): number[] => [
    ...(element.name.endsWith('cNvPr') ? [Number(element.attributes['id'] ?? 0)] : []),
    ...childrenOf(element).flatMap(idsIn),
  ];
  return Math.max(1, ...idsIn(root)) + 1;
}
