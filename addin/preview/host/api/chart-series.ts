import type { ChartSeries as SeriesModel, SheetCells } from '../../model/chart.ts';
import { chartData } from '../../model/chart-data.ts';
import { ApiCollection, ApiObject } from '../api-object.ts';
import { invalidArgument, itemNotFound } from '../errors.ts';
import { ChartPart } from './chart-part.ts';
import { seriesColour } from './chart-source.ts';
import { CHART_TYPES } from './chart-types.ts';
import { colourOf } from './colour.ts';
import { keyOf } from './format-part.ts';

export class ChartSeriesCollection extends ApiCollection<ChartSeries> {
  readonly apiClass = 'ChartSeriesCollection';
  readonly #parts: ConstructorParameters<typeof ChartPart>;
  constructor(...parts: ConstructorParameters<typeof ChartPart>) {
    super();
    this.#parts = parts;
  }
  override get scalars(): readonly string[] {
    return ['count'];
  }
  get items(): readonly ChartSeries[] {
    const [, sheet, chartId] = this.#parts;
    const chart = sheet.charts.find(({ id }) => id === chartId);
    if (!chart) throw itemNotFound();
    return chart.series.map((_, index) => new ChartSeries(index, ...this.#parts));
  }
  /** A series without values as yet, at the end or before another. */
  add(name?: unknown, index?: number | null): ChartSeries {
    const [context, sheet, chartId] = this.#parts;
    context.requireWritable(sheet);
    const at = index ?? this.count;
    const fresh: SeriesModel = { name: typeof name === 'string' ? name : null, values: null, categories: null, fill: seriesColour(at) };
    if (at < 0 || at > this.count) throw invalidArgument();
    sheet.charts = sheet.charts.map((chart) => (chart.id === chartId ? { ...chart, series: chart.series.toSpliced(at, 0, fresh) } : chart));
    context.changed('charts', sheet);
    return this.getItemAt(at);
  }
  /** What the client finds a series again by. */
  getItem(index: number): ChartSeries {
    return this.getItemAt(index);
  }
  getItemAt(index: number): ChartSeries {
    const item = this.items[index];
    if (!item) throw invalidArgument();
    return item;
  }
}

class ChartSeries extends ChartPart {
  readonly apiClass = 'ChartSeries';
  readonly #index: number;

  constructor(index: number, ...parts: ConstructorParameters<typeof ChartPart>) {
    super(...parts);
    this.#index = index;
  }
  override get scalars(): readonly string[] {
    return ['chartType', 'gapWidth', 'hasDataLabels', 'name'];
  }
  override get identity(): Readonly<Record<string, unknown>> {
    return { _Id: this.#index };
  }

  get name(): string {
    return chartData(this.book, this.chart)[this.#index]?.name ?? `Series${this.#index + 1}`;
  }
  set name(name: unknown) {
    this.#changeSeries({ name: String(name) });
  }
  get chartType(): string {
    return keyOf(CHART_TYPES, this.chart.type);
  }
  get hasDataLabels(): boolean {
    return this.#series.showsValues ?? false;
  }
  set hasDataLabels(showsValues: boolean) {
    this.#changeSeries({ showsValues });
  }
  /** Of all series of the chart, as in Excel. */
  get gapWidth(): number {
    return this.chart.gapWidth;
  }
  set gapWidth(percent: number) {
    if (typeof percent !== 'number' || percent < 0 || percent > 500) throw invalidArgument();
    this.change({ gapWidth: percent });
  }
  get format(): ChartSeriesFormat {
    return new ChartSeriesFormat((fill) => this.#changeSeries({ fill }));
  }

  setValues(source: unknown): void {
    this.#changeSeries({ values: this.#cells(source) });
  }
  setXAxisValues(source: unknown): void {
    this.#changeSeries({ categories: this.#cells(source) });
  }
  delete(): void {
    this.change({ series: this.chart.series.toSpliced(this.#index, 1) });
  }

  get #series(): SeriesModel {
    const series = this.chart.series[this.#index];
    if (!series) throw itemNotFound();
    return series;
  }
  #cells(source: unknown): SheetCells {
    const { sheet, area } = this.context.place(source, this.sheet);
    return { sheetId: sheet.id, area };
  }
  #changeSeries(change: Partial<SeriesModel>): void {
    this.change({ series: this.chart.series.with(this.#index, { ...this.#series, ...change }) });
  }
}

class ChartSeriesFormat extends ApiObject {
  readonly apiClass = 'ChartSeriesFormat';
  readonly #setFill: (colour: string) => void;
  constructor(setFill: (colour: string) => void) {
    super();
    this.#setFill = setFill;
  }
  get fill(): ChartFill {
    return new ChartFill(this.#setFill);
  }
}

class ChartFill extends ApiObject {
  readonly apiClass = 'ChartFill';
  readonly #setFill: (colour: string) => void;
  constructor(setFill: (colour: string) => void) {
    super();
    this.#setFill = setFill;
  }
  setSolidColor(colour: unknown): void {
    this.#setFill(colourOf(colour));
  }
}
