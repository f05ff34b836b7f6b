import { message } from '../../message.ts';
import { ONE, ratioOf, toNumber, ZERO } from '../../number/ratio.ts';
import { receiptEntry } from '../receipt-entry.ts';
import type { Indicator } from '../rule.ts';
import { weightedMean } from '../weighted-mean.ts';

/** 随机抽查 `spotcheck`: the mean of the spot checks: true 1, partly true plan.partlyShare, false 0 (domain, Scores). */
export const spotcheck: Indicator = {
  id: 'spotcheck',
  assess({ spotchecks }, plan) {
    const checked = spotchecks.map((entry) => {
      const result = entry.content['result'];
      return { entry, weight: ONE, value: result === 'true' ? ONE : result === 'partly' ? ratioOf(plan.partlyShare) : ZERO };
    });
    const x = weightedMean(checked);
    if (x === null) return { notAssessed: message('receipt.neverChecked') };
    return { x, entries: () => checked.map(({ entry, value }) => receiptEntry(entry, toNumber(value))) };
  },
};
