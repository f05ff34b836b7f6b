import type { Day } from '../../../../shared/calendar/day.ts';
import { assess, type AssessInput } from '../../../../shared/scoring/assess.ts';
import type { Facts } from '../../../../shared/scoring/facts.ts';
import { openFacts, type OpenFact } from '../../../../shared/scoring/open.ts';
import { ranksOf } from '../../../../shared/scoring/rank.ts';
import type { Receipt, UnitScore } from '../../../../shared/scoring/types.ts';
import { whatIf, type Supposition } from '../../../../shared/scoring/what-if.ts';
import type { Flag } from '../../../../shared/verdict/types.ts';

/** A unit's score and rank as they are and as they would be. */
export interface Outcome {
  readonly before: UnitScore;
  readonly after: Receipt;
  readonly afterRank: number | null;
}

/** The flags of what is not done, worst first. */
const OPEN: readonly Flag[] = ['overdue', 'dueSoon', 'behind', 'unreadable', 'onTrack', 'noDeadline', 'standing'];

/** The open measures (as lead or co-unit) and problems of a unit that count as of the day, worst first. `unit` is its name as receipts have it. */
export function openRows(unit: string, facts: Facts, asOf: Day): readonly OpenFact[] {
  return openFacts(facts, asOf)
    .filter(({ lead, co }) => lead === unit || co.includes(unit))
    .toSorted((a, b) => OPEN.indexOf(a.verdict.flag) - OPEN.indexOf(b.verdict.flag) || (a.verdict.daysLeft ?? 0) - (b.verdict.daysLeft ?? 0));
}

/**
 * What a unit's score and rank would be under the suppositions; null for a unit that is not among the receipts. `others` are the
 * totals that a clerk may read, whose rows are not at hand: they stay as they are; null where all rows are.
 */
export function outcomeOf(
  unit: string,
  input: AssessInput,
  suppositions: ReadonlyMap<string, Supposition>,
  others: readonly UnitScore[] | null,
): Outcome | null {
  const now = assess(input).receipts;
  const then = suppositions.size === 0 ? now : whatIf(input, suppositions).receipts;
  const before = (others ?? now).find((one) => one.unit === unit) ?? now.find((one) => one.unit === unit);
  const after = then.find((one) => one.unit === unit);
  if (before === undefined || after === undefined) return null;
  if (others === null) return { before, after, afterRank: after.rank };
  const standings = others.map((one) => (one.unit === unit ? after : one));
  const isRanked = others.length > 1 && before.rank !== null;
  return { before, after, afterRank: isRanked ? (ranksOf(standings)[standings.indexOf(after)] ?? null) : null };
}
