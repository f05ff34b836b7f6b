import { approximate, exact, ExactSum, NOTHING, over, times, type Exact } from '../number/exact.ts';
import { ratioOf } from '../number/ratio.ts';
import type { UnitFacts } from './facts.ts';
import type { Plan } from './plan.ts';
import { indicators } from './rules.ts';
import type { ReceiptLine } from './types.ts';

const HUNDRED: Exact = { numerator: 100n, denominator: 1n };

/**
 * The base of a unit's score: `100 × Σ wᵢ·xᵢ / Σ wᵢ` over the indicators that could be assessed, with a line for each
 * indicator of the plan. `points` is null when none could be assessed. An indicator of weight 0 is not in the plan.
 */
export function baseOf(facts: UnitFacts, plan: Plan): { points: Exact | null; lines: ReceiptLine[] } {
  const results = indicators
    .map((indicator) => ({ id: indicator.id, weight: exact(ratioOf(plan.indicators[indicator.id].weight)), found: indicator.assess(facts, plan) }))
    .filter(({ weight }) => weight.numerator > 0n);
  const possible = new ExactSum();
  for (const { weight, found } of results) if ('x' in found) possible.add(weight);
  const total = possible.value();
  const sum = new ExactSum();
  const lines = results.map(({ id, weight, found }): ReceiptLine => {
    if ('notAssessed' in found) return { kind: 'notAssessed', id, reason: found.notAssessed };
    const share = times(HUNDRED, over(weight, total));
    const points = times(share, found.x);
    sum.add(points);
    return {
      kind: 'indicator',
      id,
      weight: approximate(share),
      x: approximate(found.x),
      points: approximate(points),
      get entries() {
        return found.entries();
      },
    };
  });
  return { points: total.numerator === NOTHING.numerator ? null : sum.value(), lines };
}
