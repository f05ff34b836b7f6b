import type { Clause } from '../rule.ts';
import { hitOf } from './fact.ts';

/** `overdueProblem`: each overdue problem (domain, Scores). */
export const overdueProblem: Clause = {
  id: 'overdueProblem',
  hits(facts, plan) {
    return facts.problems.filter(({ verdict }) => verdict.flag === 'overdue').map(({ entry }) => hitOf(facts, entry, plan.clauses.overdueProblem));
  },
};
