import { dayOf, parseIso, partsOf, type Day } from '../calendar/day.ts';
import { assess, type AssessInput } from '../scoring/assess.ts';
import type { UnitScore } from '../scoring/types.ts';

const CENTS = 100;

/** The last day of the month before a day's: 31 May for every day of June. */
export function lastMonthEnd(day: Day): Day {
  const { year, month } = partsOf(day);
  return dayOf(year, month, 1) - 1;
}

/**
 * The change of each unit's score since the end of last month, by unit, to 2 decimals: its score in `units`, which is as of `asOf`, less what today's
 * rows give as of that month's end. A unit without a score at either end has none; nor has any where that day lies before the plan's period.
 */
export function scoreChanges({ asOf, ...input }: AssessInput, units: readonly UnitScore[]): ReadonlyMap<string, number> {
  const before = lastMonthEnd(asOf);
  if (before < (parseIso(input.plan.period.start) ?? Infinity)) return new Map();
  const then = new Map(assess({ ...input, asOf: before }).receipts.map(({ unit, score }) => [unit, score]));
  return new Map(
    units.flatMap(({ unit, score }): [string, number][] => {
      const earlier = then.get(unit) ?? null;
      return score === null || earlier === null ? [] : [[unit, centsBetween(earlier, score) / CENTS]];
    }),
  );
}

/** Whole hundredths, because scores have two decimals and doubles do not. */
function centsBetween(from: number, to: number): number {
  return Math.round(to * CENTS) - Math.round(from * CENTS);
}
