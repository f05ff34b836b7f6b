import { titleOf } from '../../model/chart-data.ts';
import { ChartPart } from './chart-part.ts';
import { entryOf, keyOf } from './format-part.ts';

/** What Excel writes over a chart of several series that was given no title. */
const NO_TITLE = 'Chart Title';
const LEGEND_POSITIONS = { Top: 'top', Bottom: 'bottom', Left: 'left', Right: 'right', Corner: 'corner' } as const;

export class ChartTitle extends ChartPart {
  readonly apiClass = 'ChartTitle';

  override get scalars(): readonly string[] {
    return ['text', 'visible'];
  }
  get text(): string {
    return titleOf(this.book, this.chart) ?? NO_TITLE;
  }
  /** Shows the title too. */
  set text(text: unknown) {
    this.change({ title: String(text) });
  }
  get visible(): boolean {
    return this.chart.title !== null;
  }
  set visible(isVisible: boolean) {
    if (isVisible !== this.visible) this.change({ title: isVisible ? '' : null });
  }
}

export class ChartLegend extends ChartPart {
  readonly apiClass = 'ChartLegend';

  override get scalars(): readonly string[] {
    return ['position', 'visible'];
  }
  get visible(): boolean {
    return this.chart.legend !== null;
  }
  set visible(isVisible: boolean) {
    if (isVisible !== this.visible) this.change({ legend: isVisible ? 'bottom' : null });
  }
  get position(): string {
    return keyOf(LEGEND_POSITIONS, this.chart.legend ?? 'bottom');
  }
  set position(name: string) {
    this.change({ legend: entryOf(LEGEND_POSITIONS, name) });
  }
}
