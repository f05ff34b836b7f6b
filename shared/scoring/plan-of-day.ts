import { parseIso, type Day } from '../calendar/day.ts';
import type { Plan } from './plan.ts';

/** The plan for a day: the newest version whose period contains it, else the newest (domain, Period). `plans` are oldest first and at least one. */
export function planOfDay(plans: readonly Plan[], day: Day): Plan {
  const containing = plans.findLast(({ period }) => (parseIso(period.start) ?? Infinity) <= day && day <= (parseIso(period.end) ?? -Infinity));
  const plan = containing ?? plans.at(-1);
  if (plan === undefined) throw new RangeError('a workspace has at least one plan');
  return plan;
}
