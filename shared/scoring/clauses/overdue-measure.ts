import { exact } from '../../number/exact.ts';
import { ratioOf } from '../../number/ratio.ts';
import { measureEntry } from '../receipt-entry.ts';
import type { Clause } from '../rule.ts';
import { factOf } from './fact.ts';

/** `overdueMeasure`: each overdue measure costs the unit points, as lead or as co-unit (domain, Clauses). */
export const overdueMeasure: Clause = {
  id: 'overdueMeasure',
  hits({ measures }, plan) {
    const points = plan.clauses.overdueMeasure;
    return measures
      .filter(({ fact }) => fact.verdict.flag === 'overdue')
      .map((measure) => ({
        factId: factOf(measure.fact.entry),
        points: exact(ratioOf(points[measure.role])),
        entry: measureEntry(measure, points[measure.role]),
      }));
  },
};
