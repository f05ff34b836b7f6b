import type { ChartAxis } from './chart.ts';

export interface Scale {
  readonly minimum: number;
  readonly maximum: number;
  /** Between lines of the grid. */
  readonly step: number;
}

/** How many steps an axis of its own making has at most. */
const STEPS = 8;

/** The ends of a value axis: those it was given, else round numbers around 0 and the values. */
export function scaleOf(values: readonly number[], axis: ChartAxis): Scale {
  const least = axis.minimum ?? Math.min(0, ...values);
  const most = axis.maximum ?? Math.max(0, ...values);
  const span = most > least ? most - least : 1;
  const step = roundStep(span / STEPS);
  return {
    minimum: axis.minimum ?? Math.floor(least / step) * step,
    maximum: axis.maximum ?? Math.max(Math.ceil(most / step) * step, least + step),
    step,
  };
}

/** The next of 1, 2, 5, 10, 20 … (and their tenths). */
function roundStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  return power * ([1, 2, 5, 10].find((factor) => factor * power >= size * (1 - 1e-9)) ?? 10);
}
