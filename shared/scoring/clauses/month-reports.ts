import { exact } from '../../number/exact.ts';
import { ratioOf } from '../../number/ratio.ts';
import { monthEntry } from '../indicators/reporting.ts';
import type { MonthReport } from '../months.ts';
import type { Clause } from '../rule.ts';
import { monthFact } from './fact.ts';

/** A clause over the due months in one state; the fact is the unit's month. */
function monthClause(id: 'lateReport' | 'missingReport', state: MonthReport['state']): Clause {
  return {
    id,
    hits({ months }, plan) {
      const points = plan.clauses[id];
      return months
        .filter((month) => month.state === state)
        .map((month) => ({ factId: monthFact(month.month), points: exact(ratioOf(points)), entry: monthEntry(month, points) }));
    },
  };
}

/** `lateReport`: each month whose report came late (domain, Scores). */
export const lateReport = monthClause('lateReport', 'late');

/** `missingReport`: each month whose report is missing (domain, Scores). */
export const missingReport = monthClause('missingReport', 'missing');
