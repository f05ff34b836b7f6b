import { cornerAt, pointOf } from '../../model/geometry.ts';
import { invalidArgument } from '../errors.ts';
import { ChartAxes } from './chart-axes.ts';
import { ChartPart } from './chart-part.ts';
import { ChartSeriesCollection } from './chart-series.ts';
import { seriesOf } from './chart-source.ts';
import { ChartLegend, ChartTitle } from './chart-words.ts';
import { CHART_TYPES, chartTypeOf } from './chart-types.ts';
import { keyOf } from './format-part.ts';
import type { Worksheet } from './worksheet.ts';

/** A chart over its sheet; `top`, `left`, `width` and `height` are points. */
export class Chart extends ChartPart {
  readonly apiClass = 'Chart';

  override get scalars(): readonly string[] {
    return ['chartType', 'height', 'id', 'left', 'name', 'top', 'width'];
  }
  override get identity(): Readonly<Record<string, unknown>> {
    return { Id: this.chartId };
  }
  override get exists(): boolean {
    return this.sheet.charts.some(({ id }) => id === this.chartId);
  }

  get id(): string {
    return this.chartId;
  }
  get name(): string {
    return this.chart.name;
  }
  set name(name: unknown) {
    if (typeof name !== 'string' || name === '') throw invalidArgument();
    this.change({ name });
  }
  get chartType(): string {
    return keyOf(CHART_TYPES, this.chart.type);
  }
  set chartType(name: string) {
    this.change({ type: chartTypeOf(name) });
  }
  get left(): number {
    return this.#box.left;
  }
  set left(left: number) {
    this.#place({ left });
  }
  get top(): number {
    return this.#box.top;
  }
  set top(top: number) {
    this.#place({ top });
  }
  get width(): number {
    return this.#box.width;
  }
  set width(width: number) {
    this.#place({ width });
  }
  get height(): number {
    return this.#box.height;
  }
  set height(height: number) {
    this.#place({ height });
  }

  get title(): ChartTitle {
    return new ChartTitle(...this.parts);
  }
  get legend(): ChartLegend {
    return new ChartLegend(...this.parts);
  }
  get series(): ChartSeriesCollection {
    return new ChartSeriesCollection(...this.parts);
  }
  get axes(): ChartAxes {
    return new ChartAxes(...this.parts);
  }
  get worksheet(): Worksheet {
    return this.context.make.worksheet(this.sheet);
  }

  /** From a cell's top left to another's bottom right; without another it keeps its size. */
  setPosition(startCell: unknown, endCell?: unknown): void {
    const start = this.context.place(startCell, this.sheet).area;
    const from = { row: start.row, column: start.column, x: 0, y: 0 };
    if (endCell === undefined || endCell === null) {
      this.#place(pointOf(this.sheet, from));
      return;
    }
    const end = this.context.place(endCell, this.sheet).area;
    if (end.row < start.row || end.column < start.column) throw invalidArgument();
    this.change({ from, to: { row: end.row + end.rows, column: end.column + end.columns, x: 0, y: 0 } });
  }
  setData(source: unknown, seriesBy?: unknown): void {
    const { sheet, area } = this.context.place(source, this.sheet);
    this.change({ series: seriesOf(sheet, area, seriesBy ?? 'Auto') });
  }
  delete(): void {
    this.context.requireWritable(this.sheet);
    const was = this.chart;
    this.sheet.charts = this.sheet.charts.filter((chart) => chart !== was);
    this.context.changed('charts', this.sheet);
  }

  get #box(): { readonly left: number; readonly top: number; readonly width: number; readonly height: number } {
    const { left, top } = pointOf(this.sheet, this.chart.from);
    const end = pointOf(this.sheet, this.chart.to);
    return { left, top, width: end.left - left, height: end.top - top };
  }
  #place(change: { readonly left?: number; readonly top?: number; readonly width?: number; readonly height?: number }): void {
    if (Object.values(change).some((points) => typeof points !== 'number' || !(points >= 0))) throw invalidArgument();
    const { left, top, width, height } = { ...this.#box, ...change };
    this.change({ from: cornerAt(this.sheet, { left, top }), to: cornerAt(this.sheet, { left: left + width, top: top + height }) });
  }
}
