import { message } from '../../message.ts';
import { exact, ExactSum, over, times } from '../../number/exact.ts';
import { multiply, ONE, ratioOf, toNumber } from '../../number/ratio.ts';
import { measureEntry } from '../measure-entry.ts';
import type { Indicator } from '../rule.ts';
import type { ReceiptEntry } from '../types.ts';

/**
 * 责任清单落实 `completion`: `Σ s·w·v / Σ s·w` over the unit's scored measures, s being 1 as lead and plan.coShare as
 * co-unit, w the row's weight (1 when blank), v its value (domain, Scores).
 */
export const completion: Indicator = {
  id: 'completion',
  assess({ measures }, plan) {
    const coShare = ratioOf(plan.coShare);
    const gained = new ExactSum();
    const possible = new ExactSum();
    const entries: ReceiptEntry[] = [];
    for (const measure of measures) {
      const { value } = measure.fact.verdict;
      const written = measure.fact.entry.content['weight'];
      const weight = multiply(measure.role === 'lead' ? ONE : coShare, typeof written === 'number' ? ratioOf(written) : ONE);
      if (value === null || weight.numerator === 0) continue;
      if (weight === ONE) gained.addRatio(value);
      else gained.add(times(exact(weight), exact(value)));
      possible.addRatio(weight);
      entries.push(measureEntry(measure, toNumber(value), toNumber(weight)));
    }
    if (entries.length === 0) return { notAssessed: message('receipt.noScoredMeasure') };
    return { x: over(gained.value(), possible.value()), entries };
  },
};
