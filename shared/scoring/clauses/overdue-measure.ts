import { measureEntry } from '../receipt-entry.ts';
import type { Clause } from '../rule.ts';
import { hitOf } from './fact.ts';

/** `overdueMeasure`: each overdue measure costs the unit points, as lead or as co-unit (domain, Scores). */
export const overdueMeasure: Clause = {
  id: 'overdueMeasure',
  hits(facts, plan) {
    const points = plan.clauses.overdueMeasure;
    return facts.measures
      .filter(({ fact }) => fact.verdict.flag === 'overdue')
      .map((measure) => hitOf(facts, measure.fact.entry, points[measure.role], measureEntry(measure, points[measure.role])));
  },
};
