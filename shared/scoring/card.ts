import type { Card } from '../verdict/types.ts';
import type { UnitFacts } from './facts.ts';

/** A unit's card and counts, over the measures it leads or supports: red if any is overdue, yellow if any is due soon or behind, green otherwise, grey without any. */
export function unitCard({ measures }: UnitFacts): { card: Card; overdue: number; dueSoon: number } {
  const count = (flag: string): number => measures.filter(({ fact }) => fact.verdict.flag === flag).length;
  const [overdue, dueSoon, behind] = [count('overdue'), count('dueSoon'), count('behind')];
  const card = overdue > 0 ? 'red' : dueSoon + behind > 0 ? 'yellow' : measures.length > 0 ? 'green' : 'grey';
  return { card, overdue, dueSoon };
}
