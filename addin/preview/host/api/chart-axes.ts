import type { ChartAxis as AxisModel } from '../../model/chart.ts';
import { chartData } from '../../model/chart-data.ts';
import { scaleOf, type Scale } from '../../model/chart-scale.ts';
import { ApiObject } from '../api-object.ts';
import { invalidArgument, notImplemented } from '../errors.ts';
import { ChartPart } from './chart-part.ts';

type Which = 'categoryAxis' | 'valueAxis';

export class ChartAxes extends ChartPart {
  readonly apiClass = 'ChartAxes';
  get categoryAxis(): ChartAxis {
    return new ChartAxis('categoryAxis', ...this.parts);
  }
  get valueAxis(): ChartAxis {
    return new ChartAxis('valueAxis', ...this.parts);
  }
  getItem(type: unknown, group?: unknown): ChartAxis {
    if (group === 'Secondary') throw notImplemented('axes of the group Secondary');
    if (type === 'Category') return this.categoryAxis;
    if (type === 'Value') return this.valueAxis;
    throw invalidArgument();
  }
}

abstract class AxisPart extends ChartPart {
  readonly which: Which;
  constructor(which: Which, ...parts: ConstructorParameters<typeof ChartPart>) {
    super(...parts);
    this.which = which;
  }
  get axis(): AxisModel {
    return this.chart[this.which];
  }
  changeAxis(change: AxisModel): void {
    this.change({ [this.which]: { ...this.axis, ...change } });
  }
}

/** An axis; `minimum` and `maximum` of the category axis are not modelled. */
class ChartAxis extends AxisPart {
  readonly apiClass = 'ChartAxis';

  override get scalars(): readonly string[] {
    return ['reversePlotOrder', 'visible', ...(this.which === 'valueAxis' ? ['maximum', 'minimum'] : [])];
  }
  get visible(): boolean {
    return !(this.axis.isHidden ?? false);
  }
  set visible(isVisible: boolean) {
    this.changeAxis({ isHidden: !isVisible });
  }
  get reversePlotOrder(): boolean {
    return this.axis.isReversed ?? false;
  }
  set reversePlotOrder(isReversed: boolean) {
    this.changeAxis({ isReversed });
  }
  /** Always a number; `''` leaves it to Excel again. */
  get minimum(): number {
    return this.#scale.minimum;
  }
  set minimum(value: unknown) {
    this.#setEnd('minimum', value);
  }
  get maximum(): number {
    return this.#scale.maximum;
  }
  set maximum(value: unknown) {
    this.#setEnd('maximum', value);
  }
  get majorGridlines(): ChartGridlines {
    return new ChartGridlines(this);
  }
  get title(): ChartAxisTitle {
    return new ChartAxisTitle(this);
  }

  get #scale(): Scale {
    if (this.which === 'categoryAxis') throw notImplemented('the scale of a category axis');
    const values = chartData(this.book, this.chart).flatMap((series) => series.values.filter((value) => value !== null));
    return scaleOf(values, this.axis);
  }
  #setEnd(end: 'minimum' | 'maximum', value: unknown): void {
    if (this.which === 'categoryAxis') throw notImplemented('the scale of a category axis');
    if (value !== '' && typeof value !== 'number') throw invalidArgument();
    const { [end]: _was, ...rest } = this.axis;
    this.change({ valueAxis: { ...rest, ...(typeof value === 'number' && { [end]: value }) } });
  }
}

class ChartGridlines extends ApiObject {
  readonly apiClass = 'ChartGridlines';
  readonly #axis: AxisPart;
  constructor(axis: AxisPart) {
    super();
    this.#axis = axis;
  }
  override get scalars(): readonly string[] {
    return ['visible'];
  }
  get visible(): boolean {
    return this.#axis.axis.hasGridlines ?? false;
  }
  set visible(hasGridlines: boolean) {
    this.#axis.changeAxis({ hasGridlines });
  }
}

class ChartAxisTitle extends ApiObject {
  readonly apiClass = 'ChartAxisTitle';
  readonly #axis: AxisPart;
  constructor(axis: AxisPart) {
    super();
    this.#axis = axis;
  }
  override get scalars(): readonly string[] {
    return ['text', 'visible'];
  }
  get text(): string {
    return this.#axis.axis.title ?? '';
  }
  set text(title: unknown) {
    this.#axis.changeAxis({ title: String(title) });
  }
  get visible(): boolean {
    return this.text !== '';
  }
  /** A title that is to be seen needs a text. */
  set visible(isVisible: boolean) {
    if (!isVisible) this.#axis.changeAxis({ title: '' });
    else if (this.text === '') this.#axis.changeAxis({ title: 'Axis Title' });
  }
}
