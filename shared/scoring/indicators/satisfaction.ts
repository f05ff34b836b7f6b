import type { Entry } from '../../ledger/entry.ts';
import { message } from '../../message.ts';
import { multiply, ONE, ratio, ratioOf, toNumber } from '../../number/ratio.ts';
import type { Ratio } from '../../verdict/types.ts';
import type { Plan } from '../plan.ts';
import { receiptEntry } from '../receipt-entry.ts';
import type { Indicator } from '../rule.ts';
import { weightedMean } from '../weighted-mean.ts';

/** What a survey says and how much it weighs; null when too few were asked. A score given beats the counts. */
function surveyResult({ content }: Entry, plan: Plan): { weight: Ratio; value: Ratio } | null {
  const number = (field: string): number => Number(content[field] ?? 0);
  if (content['score'] !== undefined) return { weight: ONE, value: multiply(ratioOf(number('score')), ratio(1, 100)) };
  const total = number('satisfied') + number('basically') + number('dissatisfied');
  if (total < plan.minSample || total === 0) return null;
  const basically = multiply(ratioOf(number('basically')), ratioOf(plan.basicallyShare));
  const liked = ratio(number('satisfied') * basically.denominator + basically.numerator, basically.denominator);
  return { weight: ratioOf(total), value: multiply(liked, ratio(1, total)) };
}

/**
 * 群众满意度 `satisfaction`: the mean weighted by sample of `(satisfied + plan.basicallyShare·basically) / total`, or of score / 100 with a sample of 1;
 * counted surveys with fewer than plan.minSample answers are left out (domain, Scores).
 */
export const satisfaction: Indicator = {
  id: 'satisfaction',
  assess({ surveys }, plan) {
    const results = surveys.map((entry) => ({ entry, result: surveyResult(entry, plan) }));
    const x = weightedMean(results.flatMap(({ result }) => (result === null ? [] : [result])));
    if (x === null)
      return { notAssessed: surveys.length === 0 ? message('receipt.neverSurveyed') : message('receipt.sampleTooSmall', { least: plan.minSample }) };
    const entries = () =>
      results.map(({ entry, result }) =>
        result === null
          ? { ...receiptEntry(entry, 0), leftOut: message('receipt.sampleTooSmall', { least: plan.minSample }) }
          : receiptEntry(entry, toNumber(result.value), toNumber(result.weight)),
      );
    return { x, entries };
  },
};
