import type { Sheet } from '../../model/book.ts';
import { newChartId } from '../../model/chart.ts';
import { cornerAt, pointOf } from '../../model/geometry.ts';
import { ApiCollection } from '../api-object.ts';
import type { HostContext } from '../context.ts';
import { invalidArgument, itemNotFound } from '../errors.ts';
import { Chart } from './chart.ts';
import { seriesOf } from './chart-source.ts';
import { chartTypeOf } from './chart-types.ts';

/** A new chart's size in points, and its distance from the cells it shows. */
const SIZE = { width: 360, height: 216, away: 12 } as const;

/** The charts of a sheet. Of a file's, bars, columns and lines that show plain references; the file keeps the others. */
export class ChartCollection extends ApiCollection<Chart> {
  readonly apiClass = 'ChartCollection';
  readonly #context: HostContext;
  readonly #sheet: Sheet;

  constructor(context: HostContext, sheet: Sheet) {
    super();
    this.#context = context;
    this.#sheet = sheet;
  }

  override get scalars(): readonly string[] {
    return ['count'];
  }
  get items(): readonly Chart[] {
    return this.#sheet.charts.map(({ id }) => new Chart(this.#context, this.#sheet, id));
  }

  /** @param source a Range, which may be on another sheet */
  add(type: unknown, source: unknown, seriesBy: unknown = 'Auto'): Chart {
    this.#context.requireWritable(this.#sheet);
    const { sheet, area } = this.#context.place(source, this.#sheet);
    const series = seriesOf(sheet, area, seriesBy ?? 'Auto');
    const { left } = pointOf(this.#sheet, { row: area.row, column: area.column + area.columns, x: SIZE.away, y: 0 });
    const { top } = pointOf(this.#sheet, { row: area.row, column: 0, x: 0, y: 0 });
    const id = newChartId(this.#context.book);
    this.#sheet.charts = [
      ...this.#sheet.charts,
      {
        id,
        name: this.#freeName(),
        type: chartTypeOf(type),
        title: '',
        legend: series.length > 1 ? 'bottom' : null,
        series,
        categoryAxis: {},
        valueAxis: { hasGridlines: true },
        gapWidth: 150,
        from: cornerAt(this.#sheet, { left, top }),
        to: cornerAt(this.#sheet, { left: left + SIZE.width, top: top + SIZE.height }),
      },
    ];
    this.#context.changed('charts', this.#sheet);
    return new Chart(this.#context, this.#sheet, id);
  }
  /** @param key name or id */
  getItem(key: string): Chart {
    const item = this.getItemOrNullObject(key);
    if (!item) throw itemNotFound();
    return item;
  }
  getItemOrNullObject(key: string): Chart | null {
    const wanted = key.toLowerCase();
    return this.items.find(({ id }) => id === key) ?? this.items.find(({ name }) => name.toLowerCase() === wanted) ?? null;
  }
  getItemAt(index: number): Chart {
    const item = this.items[index];
    if (!item) throw invalidArgument();
    return item;
  }

  #freeName(): string {
    const taken = new Set(this.#sheet.charts.map(({ name }) => name));
    let number = taken.size + 1;
    while (taken.has(`Chart ${number}`)) number++;
    return `Chart ${number}`;
  }
}
