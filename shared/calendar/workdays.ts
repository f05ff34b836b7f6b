import type { Calendar } from './calendar.ts';
import type { Day } from './day.ts';

/** What a due date on a rest day becomes. */
export type RestDayPolicy = 'keep' | 'next' | 'previous';

/** A day found with the help of the calendar; provisional when a day past its horizon had to be judged. */
export interface Found {
  readonly day: Day;
  readonly provisional: boolean;
}

/** The `count`-th working day after a day, counting from the next day; the day itself for 0 (domain, Deadlines: relative day N). */
export function addWorkdays(day: Day, count: number, calendar: Calendar): Found {
  let found = day;
  for (let left = count; left > 0;) {
    found += 1;
    if (calendar.isWorkday(found)) left -= 1;
  }
  return { day: found, provisional: count > 0 && found > calendar.horizon };
}

/** A due day moved off a rest day as the policy says (domain, Deadlines). */
export function offRestDay(day: Day, policy: RestDayPolicy, calendar: Calendar): Found {
  if (policy === 'keep') return { day, provisional: false };
  const step = policy === 'next' ? 1 : -1;
  let found = day;
  while (!calendar.isWorkday(found)) found += step;
  return { day: found, provisional: Math.max(day, found) > calendar.horizon };
}
