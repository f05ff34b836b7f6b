import type { Clause } from '../rule.ts';
import { hitOf } from './fact.ts';

/** `adjustment`: a bonus adds its points, a deduction takes them; neither is suppressed by another clause (domain, Scores). */
export const adjustment: Clause = {
  id: 'adjustment',
  isExempt: true,
  hits(facts) {
    return facts.adjustments.flatMap((entry) => {
      const points = Number(entry.content['points'] ?? 0);
      const kind = entry.content['kind'];
      return kind === 'bonus' ? [hitOf(facts, entry, points)] : kind === 'deduction' ? [hitOf(facts, entry, -points)] : [];
    });
  },
};
