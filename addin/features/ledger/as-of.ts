import type { IsoDate } from '../../../shared/calendar/day.ts';

/** The calendar date it is in a time zone at a moment. */
export function dateIn(timeZone: string, moment: Date): IsoDate {
  const parts = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(moment);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}
