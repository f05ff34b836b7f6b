import { approximate, ExactSum, minus, type Exact } from '../number/exact.ts';
import type { UnitFacts } from './facts.ts';
import type { ClauseId, Plan } from './plan.ts';
import type { Clause, Hit } from './rule.ts';
import { clauses } from './rules.ts';
import type { ReceiptEntry, ReceiptLine } from './types.ts';

interface ClauseHits {
  readonly clause: Clause;
  readonly hits: readonly Hit[];
}

/** For each fact, the one deduction that applies: the largest, of equal ones the first in the order of clauses. */
function appliedDeductions(found: readonly ClauseHits[]): ReadonlyMap<string, { readonly hit: Hit; readonly id: ClauseId }> {
  const applied = new Map<string, { hit: Hit; id: ClauseId }>();
  for (const { clause, hits } of found) {
    if (clause.isExempt) continue;
    for (const hit of hits) {
      const known = applied.get(hit.factId);
      if (known === undefined || minus(hit.points, known.hit.points).numerator < 0n) applied.set(hit.factId, { hit, id: clause.id });
    }
  }
  return applied;
}

/** The points of every clause that hit the unit, with a line for each clause that did. The same fact is deducted once; what was suppressed says by which clause. */
export function clausePoints(facts: UnitFacts, plan: Plan): { points: Exact; lines: ReceiptLine[]; isVetoed: boolean } {
  const found = clauses.map((clause) => ({ clause, hits: clause.hits(facts, plan) })).filter(({ hits }) => hits.length > 0);
  const applied = appliedDeductions(found);
  const sum = new ExactSum();
  const lines = found.map(({ clause, hits }): ReceiptLine => {
    const ofClause = new ExactSum();
    const entries = hits.map((hit): ReceiptEntry => {
      const winner = clause.isExempt ? undefined : applied.get(hit.factId);
      if (winner !== undefined && winner.hit !== hit) return { ...hit.entry, gave: 0, suppressedBy: winner.id };
      ofClause.add(hit.points);
      return hit.entry;
    });
    const points = ofClause.value();
    sum.add(points);
    return { kind: 'clause', id: clause.id, points: approximate(points), entries };
  });
  return { points: sum.value(), lines, isVetoed: found.some(({ clause }) => clause.id === 'veto') };
}
