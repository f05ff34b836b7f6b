import type { Clause } from '../rule.ts';
import { hitOf } from './fact.ts';

/** `writtenOrder`: each inspection row of the kind written (domain, Scores). */
export const writtenOrder: Clause = {
  id: 'writtenOrder',
  hits(facts, plan) {
    return facts.inspections.filter(({ content }) => content['kind'] === 'written').map((entry) => hitOf(facts, entry, plan.clauses.writtenOrder));
  },
};
