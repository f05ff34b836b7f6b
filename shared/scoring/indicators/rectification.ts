import { message } from '../../message.ts';
import { ratioOf, toNumber } from '../../number/ratio.ts';
import type { Ratio } from '../../verdict/types.ts';
import type { ProblemFact } from '../facts.ts';
import type { Plan } from '../plan.ts';
import { receiptEntry } from '../receipt-entry.ts';
import type { Indicator } from '../rule.ts';
import { weightedMean } from '../weighted-mean.ts';

function severityWeight({ entry }: ProblemFact, { severityWeights }: Plan): Ratio {
  const severity = entry.content['severity'];
  return ratioOf(severity === 'serious' ? severityWeights.serious : severity === 'major' ? severityWeights.major : severityWeights.minor);
}

/**
 * 问题整改 `rectification`: `Σ g·y / Σ g` over the unit's problems, g by severity (a blank one is minor), y 1 when closed in time, as a late measure when
 * closed late, 0 when overdue; open and not overdue are left out. Without any problem it is 1 if the unit was inspected, visits aside (domain, Scores).
 */
export const rectification: Indicator = {
  id: 'rectification',
  assess({ problems, inspections }, plan) {
    if (problems.length === 0) {
      const inspected = inspections.filter(({ content }) => content['kind'] !== 'visit');
      if (inspected.length === 0) return { notAssessed: message('receipt.neverInspected') };
      return { x: { numerator: 1n, denominator: 1n }, entries: () => inspected.map((entry) => receiptEntry(entry, 1)) };
    }
    const weighed = problems.map((problem) => ({ problem, weight: severityWeight(problem, plan), value: problem.verdict.value }));
    const x = weightedMean(weighed.flatMap(({ weight, value }) => (value === null ? [] : [{ weight, value }])));
    if (x === null) return { notAssessed: message('receipt.problemsStillOpen') };
    const entries = () =>
      weighed.map(({ problem, weight, value }) =>
        value === null
          ? { ...receiptEntry(problem.entry, 0), leftOut: message('receipt.stillOpen') }
          : receiptEntry(problem.entry, toNumber(value), toNumber(weight)),
      );
    return { x, entries };
  },
};
