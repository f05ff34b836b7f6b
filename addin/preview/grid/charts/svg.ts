import type { Book } from '../../model/book.ts';
import type { Chart } from '../../model/chart.ts';
import { chartData, plainText, titleOf, type SeriesData } from '../../model/chart-data.ts';
import { scaleOf, type Scale } from '../../model/chart-scale.ts';
import { cellText } from '../../host/number-text.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Frame {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const NAMESPACE = 'http://www.w3.org/2000/svg';
const FALLBACK = '#5B9BD5';
const TEXT = { size: 12, title: 16, colour: '#595959' } as const;
const PAD = 12;
const CHARACTER = 7;

/** A chart as a picture, from the cells as they stand: as simple as it can be and still tell the same as Excel's. */
export function chartSvg(book: Book, chart: Chart, size: Size): SVGSVGElement {
  const picture = element('svg', { viewBox: `0 0 ${size.width} ${size.height}`, role: 'img' }) as SVGSVGElement;
  picture.append(element('rect', { x: 0.5, y: 0.5, width: size.width - 1, height: size.height - 1, fill: '#FFFFFF', stroke: '#D9D9D9' }));
  const data = chartData(book, chart);
  const numbers = data.flatMap(({ values }) => values.filter((value) => value !== null));
  const scale = scaleOf(numbers, chart.valueAxis);
  const labels = labelsOf(data);
  const title = titleOf(book, chart);
  if (title) picture.append(words(title, size.width / 2, PAD + TEXT.title, 'middle', TEXT.title));
  const isBar = chart.type === 'bar';
  const broadest = Math.max(...(isBar ? labels : [String(scale.maximum), String(scale.minimum)]).map(lengthOf), 0) * CHARACTER;
  const frame: Frame = {
    left: PAD + (isBar || !chart.valueAxis.isHidden ? Math.min(broadest, size.width / 3) + 6 : 0),
    top: PAD + (title ? TEXT.title + 14 : 4),
    right: size.width - PAD - (isBar && chart.series.some((one) => one.showsValues) ? 36 : 8),
    bottom: size.height - PAD - (isBar && chart.valueAxis.isHidden ? 0 : 18) - (chart.legend === null ? 0 : 20),
  };
  if (frame.right <= frame.left || frame.bottom <= frame.top) return picture;
  drawValueAxis(picture, chart, frame, scale);
  if (chart.type === 'line') drawLines(picture, chart, data, frame, scale);
  else drawBars(picture, chart, data, frame, scale);
  drawLabels(picture, chart, labels, frame);
  if (chart.legend !== null) drawLegend(picture, chart, data, size);
  return picture;
}

function labelsOf(data: readonly SeriesData[]): readonly string[] {
  const categories = data[0]?.categories ?? [];
  if (categories.length > 0) return categories.map(({ value, style }) => (typeof value === 'number' ? cellText(value, style?.numberFormat) : plainText(value)));
  return Array.from({ length: Math.max(0, ...data.map(({ values }) => values.length)) }, (_, at) => String(at + 1));
}

/** Where a value lies along the value axis, 0 to 1. */
function share(value: number, { minimum, maximum }: Scale): number {
  return Math.min(1, Math.max(0, (value - minimum) / (maximum - minimum)));
}

function drawValueAxis(picture: SVGElement, { type, valueAxis }: Chart, frame: Frame, scale: Scale): void {
  const count = Math.round((scale.maximum - scale.minimum) / scale.step);
  for (let at = 0; at <= count; at++) {
    const value = scale.minimum + at * scale.step;
    const along = share(value, scale);
    const text = String(Number(value.toPrecision(12)));
    if (type === 'bar') {
      const x = frame.left + along * (frame.right - frame.left);
      if (valueAxis.hasGridlines) picture.append(line(x, frame.top, x, frame.bottom));
      if (!valueAxis.isHidden) picture.append(words(text, x, frame.bottom + 16, 'middle'));
    } else {
      const y = frame.bottom - along * (frame.bottom - frame.top);
      if (valueAxis.hasGridlines) picture.append(line(frame.left, y, frame.right, y));
      if (!valueAxis.isHidden) picture.append(words(text, frame.left - 6, y + 4, 'end'));
    }
  }
}

/** The middle of a category along its axis; bars lie from below upwards unless reversed, as in Excel. */
function placeOf(index: number, count: number, { type, categoryAxis }: Chart, frame: Frame): { readonly at: number; readonly room: number } {
  const isBackwards = (type === 'bar') !== (categoryAxis.isReversed ?? false);
  const [start, end] = type === 'bar' ? [frame.top, frame.bottom] : [frame.left, frame.right];
  const room = (end - start) / Math.max(1, count);
  return { at: start + ((isBackwards ? count - 1 - index : index) + 0.5) * room, room };
}

function drawLabels(picture: SVGElement, chart: Chart, labels: readonly string[], frame: Frame): void {
  if (chart.categoryAxis.isHidden) return;
  const every =
    chart.type === 'bar' ? 1 : Math.max(1, Math.ceil((Math.max(...labels.map(lengthOf), 1) * CHARACTER * labels.length) / (frame.right - frame.left)));
  labels.forEach((label, index) => {
    if (index % every !== 0) return;
    const { at } = placeOf(index, labels.length, chart, frame);
    picture.append(chart.type === 'bar' ? words(label, frame.left - 6, at + 4, 'end') : words(label, at, frame.bottom + 16, 'middle'));
  });
}

function drawBars(picture: SVGElement, chart: Chart, data: readonly SeriesData[], frame: Frame, scale: Scale): void {
  const count = Math.max(0, ...data.map(({ values }) => values.length));
  const zero = share(0, scale);
  data.forEach(({ values, numberFormat }, series) => {
    const { fill = FALLBACK, showsValues } = chart.series[series] ?? {};
    values.forEach((value, index) => {
      if (value === null) return;
      const { at, room } = placeOf(index, count, chart, frame);
      const breadth = room / (data.length + chart.gapWidth / 100);
      const side = at - (breadth * data.length) / 2 + series * breadth;
      const [low, high] = [Math.min(zero, share(value, scale)), Math.max(zero, share(value, scale))];
      const text = cellText(value, numberFormat);
      if (chart.type === 'bar') {
        const [x, end] = [low, high].map((along) => frame.left + along * (frame.right - frame.left)) as [number, number];
        picture.append(element('rect', { x, y: side, width: end - x, height: breadth, fill, 'data-value': value }));
        if (showsValues) picture.append(words(text, end + 4, side + breadth / 2 + 4, 'start'));
      } else {
        const [bottom, y] = [low, high].map((along) => frame.bottom - along * (frame.bottom - frame.top)) as [number, number];
        picture.append(element('rect', { x: side, y, width: breadth, height: bottom - y, fill, 'data-value': value }));
        if (showsValues) picture.append(words(text, side + breadth / 2, y - 4, 'middle'));
      }
    });
  });
}

/** Gaps where there is no number. */
function drawLines(picture: SVGElement, chart: Chart, data: readonly SeriesData[], frame: Frame, scale: Scale): void {
  data.forEach(({ values }, series) => {
    let isOpen = false;
    const path = values.map((value, index) => {
      if (value === null) return ((isOpen = false), '');
      const { at } = placeOf(index, values.length, chart, frame);
      const step = `${isOpen ? 'L' : 'M'}${at} ${frame.bottom - share(value, scale) * (frame.bottom - frame.top)}`;
      isOpen = true;
      return step;
    });
    picture.append(element('path', { d: path.join(''), fill: 'none', stroke: chart.series[series]?.fill ?? FALLBACK, 'stroke-width': 3 }));
  });
}

/** In one line at the bottom, wherever Excel would put it. */
function drawLegend(picture: SVGElement, chart: Chart, data: readonly SeriesData[], size: Size): void {
  const names = data.map(({ name }, at) => name ?? `Series${at + 1}`);
  const widths = names.map((name) => 14 + lengthOf(name) * CHARACTER + 12);
  let x = (size.width - widths.reduce((sum, width) => sum + width, 0)) / 2;
  names.forEach((name, at) => {
    picture.append(element('rect', { x, y: size.height - PAD - 9, width: 9, height: 9, fill: chart.series[at]?.fill ?? FALLBACK }));
    picture.append(words(name, x + 14, size.height - PAD, 'start'));
    x += widths[at] ?? 0;
  });
}

/** In characters; a Chinese one counts two. */
function lengthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0);
}

function words(text: string, x: number, y: number, anchor: 'start' | 'middle' | 'end', size: number = TEXT.size): SVGElement {
  const label = element('text', { x, y, 'text-anchor': anchor, 'font-size': size, fill: TEXT.colour });
  label.textContent = text;
  return label;
}

function line(x1: number, y1: number, x2: number, y2: number): SVGElement {
  return element('line', { x1, y1, x2, y2, stroke: '#E3E3E3' });
}

function element(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}
