import type { IsoDate } from '../../../shared/calendar/day.ts';
import { dayText } from '../../ui/time-text.ts';

/** The calendar date it is in a time zone at a moment. */
export function dateIn(timeZone: string, moment: Date): IsoDate {
  return dayText(moment.toISOString(), timeZone);
}
