import type { Clause } from '../rule.ts';
import { hitOf } from './fact.ts';

/** 一票否决 `veto`: costs no points; the grade becomes the lowest and the unit ranks after every other (domain, Scores). */
export const veto: Clause = {
  id: 'veto',
  isExempt: true,
  hits(facts) {
    return facts.adjustments.filter(({ content }) => content['kind'] === 'veto').map((entry) => hitOf(facts, entry, 0));
  },
};
