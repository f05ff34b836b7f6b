import { parseIso } from '../../../shared/calendar/day.ts';
import type { IsoDate } from '../../../shared/calendar/day.ts';

/** The days figures can be asked for: what lies outside is a slip of the finger. */
export const EARLIEST: IsoDate = '2000-01-01';
export const LATEST: IsoDate = '2099-12-31';

/** Whether a day can be pinned: a date that exists, between `EARLIEST` and `LATEST`. */
export function isSensibleDay(day: string): boolean {
  return parseIso(day) !== null && day >= EARLIEST && day <= LATEST;
}
