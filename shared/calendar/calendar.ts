import type { Day } from './day.ts';

/** Working days as the State Council's yearly notices set them, make-up days (调休) included. */
export interface Calendar {
  /** The last day for which holidays have been published; past it an answer is a guess by weekday. */
  readonly horizon: Day;
  isWorkday(day: Day): boolean;
  /** The day before a festival's first day off is asked by name; null when the year or name is not known. */
  festival(name: string, year: number): Day | null;
}
