import type { IsoDate } from '../../shared/calendar/day.ts';

/** The date in a time zone (an IANA name) at an instant. Throws a RangeError for an unknown zone. */
export function todayIn(timeZone: string, now: Date): IsoDate {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);
}
