import type { Clause } from '../rule.ts';
import { hitOf } from './fact.ts';

/** `falseReport`: each spot check that found a report false (domain, Scores). */
export const falseReport: Clause = {
  id: 'falseReport',
  hits(facts, plan) {
    return facts.spotchecks.filter(({ content }) => content['result'] === 'false').map((entry) => hitOf(facts, entry, plan.clauses.falseReport));
  },
};
