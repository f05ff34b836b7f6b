import { message } from '../../message.ts';
import { multiply, ONE, ratio, ratioOf, toNumber } from '../../number/ratio.ts';
import { receiptEntry } from '../receipt-entry.ts';
import type { Indicator } from '../rule.ts';
import { weightedMean } from '../weighted-mean.ts';

/** 督查考核 `inspection`: the mean of the inspections' scores / 100, an annual one weighing plan.annualWeight; rows without a score are left out (domain, Scores). */
export const inspection: Indicator = {
  id: 'inspection',
  assess({ inspections }, plan) {
    const scored = inspections.flatMap((entry) => {
      const score = entry.content['score'];
      if (typeof score !== 'number') return [];
      return [{ entry, weight: entry.content['kind'] === 'annual' ? ratioOf(plan.annualWeight) : ONE, value: multiply(ratioOf(score), ratio(1, 100)) }];
    });
    const x = weightedMean(scored);
    if (x === null) return { notAssessed: message('receipt.noInspectionScore') };
    return { x, entries: () => scored.map(({ entry, value, weight }) => receiptEntry(entry, toNumber(value), toNumber(weight))) };
  },
};
