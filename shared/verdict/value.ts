import type { Day } from '../calendar/day.ts';
import type { DeadlineKind } from '../deadline/types.ts';
import { divide, greatest, least, multiply, ONE, ratio, ratioOf, ZERO } from '../number/ratio.ts';
import type { Plan } from '../scoring/plan.ts';
import type { JudgeContext } from './context.ts';
import type { MeasureState } from './state.ts';
import type { Ratio } from './types.ts';

/** The value of something completed after its due day: `max(plan.lateFloor, 1 − plan.latePerDay × daysLate)`. */
export function lateValue(plan: Plan, daysLate: number): Ratio {
  const lost = multiply(ratioOf(plan.latePerDay), ratioOf(daysLate));
  const kept = ratio(lost.denominator - lost.numerator, lost.denominator);
  return greatest(ratioOf(plan.lateFloor), kept);
}

function progressRatio(state: MeasureState): Ratio {
  return state.progress === null ? ZERO : multiply(ratioOf(state.progress), ratio(1, 100));
}

/** The share of its time that has passed, 0–1: `(asOf − start) / (due − start)`, start being the row's or the period's. */
function expectedShare(start: Day, due: Day, asOf: Day): Ratio {
  if (due <= start) return asOf >= due ? ONE : ZERO;
  const passed = Math.min(Math.max(asOf - start, 0), due - start);
  return ratio(passed, due - start);
}

/**
 * The value of a measure that is not done, 0–1 (domain, Value); null when it is not scored.
 * `due` is null for kinds without a date.
 */
export function openValue(kind: DeadlineKind, due: Day | null, state: MeasureState, context: JudgeContext): Ratio | null {
  if (due === null) return kind === 'unreadable' || state.progress === null ? null : progressRatio(state);
  if (due < context.asOf) return multiply(progressRatio(state), ratioOf(context.plan.overdueFactor));
  if (kind === 'recurring') return ONE;
  const expected = expectedShare(state.startsOn ?? context.period.start, due, context.asOf);
  return expected.numerator === 0 ? ONE : least(ONE, divide(progressRatio(state), expected));
}
