import type { Calendar } from '../calendar/calendar.ts';
import { dayOf, partsOf, weekdayOf } from '../calendar/day.ts';
import type { Day } from '../calendar/day.ts';
import { offRestDay } from '../calendar/workdays.ts';
import type { RestDayPolicy } from '../calendar/workdays.ts';
import type { Cycle } from './tokens.ts';
import type { Recurrence } from './types.ts';

const MONTHS: Readonly<Record<Exclude<Recurrence['every'], 'week'>, number>> = { month: 1, quarter: 3, halfYear: 6, year: 12 };

function periodStart(every: Recurrence['every'], day: Day): Day {
  if (every === 'week') return day - weekdayOf(day) + 1;
  const { year, month } = partsOf(day);
  return dayOf(year, month - ((month - 1) % MONTHS[every]), 1);
}

function nextPeriod(every: Recurrence['every'], day: Day): Day {
  const start = periodStart(every, day);
  if (every === 'week') return start + 7;
  const { year, month } = partsOf(start);
  return dayOf(year, month + MONTHS[every], 1);
}

/** A cycle with the plan's rest-day policy applied to each due day (domain, Deadlines: recurring). */
export function recurrenceOf(cycle: Cycle, policy: RestDayPolicy, calendar: Calendar): Recurrence {
  const { every } = cycle;
  const due = (day: Day) => offRestDay(cycle.dueAfter(periodStart(every, day)), policy, calendar);
  return {
    every,
    periodStart: (day) => periodStart(every, day),
    nextPeriod: (day) => nextPeriod(every, day),
    dueWithin: (day) => due(day).day,
    isProvisional: (day) => due(day).provisional,
  };
}
