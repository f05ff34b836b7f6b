import { approximate, ExactSum, minus, type Exact } from '../number/exact.ts';
import { compareText } from '../text/compare.ts';
import type { UnitFacts } from './facts.ts';
import type { ClauseId, Plan } from './plan.ts';
import type { Clause, Hit } from './rule.ts';
import { clauses } from './rules.ts';
import type { ReceiptEntry, ReceiptLine } from './types.ts';

interface ClauseHits {
  readonly clause: Clause;
  readonly hits: readonly Hit[];
}

interface Deduction {
  readonly hit: Hit;
  readonly id: ClauseId;
}

/** Whether a deduction applies rather than one met before it, whose clause is the same or stands before. */
function goesBefore({ hit, id }: Deduction, met: Deduction): boolean {
  const { numerator } = minus(hit.points, met.hit.points);
  if (numerator !== 0n) return numerator < 0n;
  return id === met.id && compareText(hit.entry.id ?? '', met.hit.entry.id ?? '') < 0;
}

/** For each fact, the one deduction that applies: the largest, of equal ones the first in the order of clauses, then that of the lowest entry id. */
function appliedDeductions(found: readonly ClauseHits[]): ReadonlyMap<string, Deduction> {
  const applied = new Map<string, Deduction>();
  for (const { clause, hits } of found) {
    if (clause.isExempt) continue;
    for (const hit of hits) {
      const known = applied.get(hit.factId);
      if (known === undefined || goesBefore({ hit, id: clause.id }, known)) applied.set(hit.factId, { hit, id: clause.id });
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
