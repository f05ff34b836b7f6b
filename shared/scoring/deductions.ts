import { approximate, ExactSum, type Exact } from '../number/exact.ts';
import type { UnitFacts } from './facts.ts';
import type { Plan } from './plan.ts';
import { clauses } from './rules.ts';
import type { ReceiptLine } from './types.ts';

/** The points of every clause that hit the unit, with a line for each clause that did. */
export function clausePoints(facts: UnitFacts, plan: Plan): { points: Exact; lines: ReceiptLine[] } {
  const sum = new ExactSum();
  const lines: ReceiptLine[] = [];
  for (const clause of clauses) {
    const hits = clause.hits(facts, plan);
    if (hits.length === 0) continue;
    const ofClause = new ExactSum();
    for (const hit of hits) ofClause.add(hit.points);
    const points = ofClause.value();
    sum.add(points);
    lines.push({ kind: 'clause', id: clause.id, points: approximate(points), entries: hits.map((hit) => hit.entry) });
  }
  return { points: sum.value(), lines };
}
