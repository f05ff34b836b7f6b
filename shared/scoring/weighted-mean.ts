import { exact, ExactSum, over, times, type Exact } from '../number/exact.ts';
import type { Ratio } from '../verdict/types.ts';

/** One term of a weighted mean. */
export interface Weighed {
  readonly weight: Ratio;
  readonly value: Ratio;
}

/** `Σ weight·value / Σ weight`, exact; null when the weights add up to nothing. */
export function weightedMean(terms: readonly Weighed[]): Exact | null {
  const gained = new ExactSum();
  const possible = new ExactSum();
  for (const { weight, value } of terms) {
    if (weight.numerator === 1 && weight.denominator === 1) gained.addRatio(value);
    else gained.add(times(exact(weight), exact(value)));
    possible.addRatio(weight);
  }
  const total = possible.value();
  return total.numerator === 0n ? null : over(gained.value(), total);
}
