import { dateIn } from '../../shared/calendar/zone.ts';

/**
 * A moment (ISO 8601) as a clock in a time zone shows it: 2022-07-01 09:30. The zone is the workspace's wherever the product tells a time,
 * so that everyone reads the same one.
 */
export function timeText(moment: string, timeZone: string): string {
  const options = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat('sv-SE', options).format(new Date(moment));
}

/** The day of a moment (ISO 8601) in a time zone: 2022-07-01. */
export function dayText(moment: string, timeZone: string): string {
  return dateIn(timeZone, new Date(moment));
}
