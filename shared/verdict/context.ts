import type { Calendar } from '../calendar/calendar.ts';
import { parseIso, type Day } from '../calendar/day.ts';
import type { Cell } from '../cell.ts';
import { deadlineReader } from '../deadline/read.ts';
import type { DeadlineReading } from '../deadline/types.ts';
import { complement, ratioOf } from '../number/ratio.ts';
import type { Plan } from '../scoring/plan.ts';
import type { Ratio } from './types.ts';

/** What every verdict of one run leans on; made once per plan and as-of. */
export interface JudgeContext {
  readonly asOf: Day;
  readonly plan: Plan;
  readonly period: { readonly start: Day; readonly end: Day };
  /** A value below this is behind: `1 − plan.behindTolerance`. */
  readonly behindBelow: Ratio;
  readonly readDeadline: (cell: Cell, issuedOn: Day | null, wordedOn: Day) => DeadlineReading;
}

/** The context for judging entries as of a day. Throws a RangeError when the plan's period is not two dates. */
export function judgeContext(plan: Plan, asOf: Day, calendar: Calendar): JudgeContext {
  const start = parseIso(plan.period.start);
  const end = parseIso(plan.period.end);
  if (start === null || end === null) throw new RangeError(`plan ${plan.version}: period ${plan.period.start} to ${plan.period.end} is not two dates`);
  const period = { start, end };
  return {
    asOf,
    plan,
    period,
    behindBelow: complement(ratioOf(plan.behindTolerance)),
    readDeadline: deadlineReader({ period, calendar, restDayPolicy: plan.restDayPolicy, immediateWorkdays: plan.immediateWorkdays }),
  };
}
