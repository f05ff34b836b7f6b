import { message } from '../../message.ts';
import { multiply, ONE, ratioOf, toNumber } from '../../number/ratio.ts';
import { measureEntry } from '../receipt-entry.ts';
import type { Indicator } from '../rule.ts';
import { weightedMean } from '../weighted-mean.ts';

/**
 * 责任清单落实 `completion`: `Σ s·w·v / Σ s·w` over the unit's scored measures, s being 1 as lead and plan.coShare as
 * co-unit, w the row's weight (1 when blank), v its value (domain, Scores).
 */
export const completion: Indicator = {
  id: 'completion',
  assess({ measures }, plan) {
    const coShare = ratioOf(plan.coShare);
    const scored = measures.flatMap((measure) => {
      const { value } = measure.fact.verdict;
      const written = measure.fact.entry.content['weight'];
      const share = measure.role === 'lead' ? ONE : coShare;
      const weight = typeof written === 'number' ? multiply(share, ratioOf(written)) : share;
      return value === null || weight.numerator === 0 ? [] : [{ measure, value, weight }];
    });
    const x = weightedMean(scored);
    if (x === null) return { notAssessed: message('receipt.noScoredMeasure') };
    return { x, entries: () => scored.map(({ measure, value, weight }) => measureEntry(measure, toNumber(value), toNumber(weight))) };
  },
};
