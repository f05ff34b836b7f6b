import { parseIso, type Day, type IsoDate } from './day.ts';

/** Tells the date in a time zone (an IANA name) at an instant. Throws a RangeError for an unknown zone. */
export function datesIn(timeZone: string): (instant: Date) => IsoDate {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return (instant) => format.format(instant);
}

/** The date in a time zone (an IANA name) at an instant. Throws a RangeError for an unknown zone. */
export function dateIn(timeZone: string, instant: Date): IsoDate {
  return datesIn(timeZone)(instant);
}

/** The same as a day number. */
export function dayIn(timeZone: string, instant: Date): Day {
  const date = dateIn(timeZone, instant);
  const day = parseIso(date);
  if (day === null) throw new RangeError(`${date} is not a date`);
  return day;
}
