import type { Card, Flag } from '../verdict/types.ts';
import type { UnitFacts } from './facts.ts';

/** A unit's card and counts, over the measures it leads or supports and its problems: red if any is overdue, yellow if any is due soon or behind, green otherwise, grey without any. */
export function unitCard({ measures, problems }: UnitFacts): { card: Card; overdue: number; dueSoon: number } {
  const flags = [...measures.map(({ fact }) => fact.verdict.flag), ...problems.map(({ verdict }) => verdict.flag)];
  const count = (flag: Flag): number => flags.filter((one) => one === flag).length;
  const [overdue, dueSoon, behind] = [count('overdue'), count('dueSoon'), count('behind')];
  const card = overdue > 0 ? 'red' : dueSoon + behind > 0 ? 'yellow' : flags.length > 0 ? 'green' : 'grey';
  return { card, overdue, dueSoon };
}
