import type { Book, Sheet } from '../../model/book.ts';
import type { Chart as ChartModel } from '../../model/chart.ts';
import { ApiObject } from '../api-object.ts';
import type { HostContext } from '../context.ts';
import { itemNotFound } from '../errors.ts';

/** A chart, or a part of one. */
export abstract class ChartPart extends ApiObject {
  readonly context: HostContext;
  readonly sheet: Sheet;
  readonly chartId: string;

  constructor(context: HostContext, sheet: Sheet, chartId: string) {
    super();
    this.context = context;
    this.sheet = sheet;
    this.chartId = chartId;
  }

  protected get book(): Book {
    return this.context.book;
  }
  protected get parts(): [HostContext, Sheet, string] {
    return [this.context, this.sheet, this.chartId];
  }
  /** Throws ItemNotFound once the chart is deleted. */
  protected get chart(): ChartModel {
    const chart = this.sheet.charts.find(({ id }) => id === this.chartId);
    if (!chart) throw itemNotFound();
    return chart;
  }
  protected change(change: Partial<ChartModel>): void {
    this.context.requireWritable(this.sheet);
    const was = this.chart;
    this.sheet.charts = this.sheet.charts.map((chart) => (chart === was ? { ...chart, ...change } : chart));
    this.context.changed('charts', this.sheet);
  }
}
