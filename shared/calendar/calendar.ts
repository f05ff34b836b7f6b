import type { Day } from './day.ts';

/** Festivals a deadline may name (domain, Deadlines), by the names they are asked for. */
export type Festival =
  | '元旦'
  | '春节'
  | '元宵'
  | '妇女节'
  | '清明'
  | '劳动节'
  | '青年节'
  | '儿童节'
  | '端午'
  | '建党节'
  | '建军节'
  | '教师节'
  | '中秋'
  | '国庆'
  | '重阳'
  | '除夕';

/** Working days as the State Council's yearly notices set them, make-up days (调休) included. */
export interface Calendar {
  /** The last day for which holidays have been published; past it an answer is a guess by weekday. */
  readonly horizon: Day;
  isWorkday(day: Day): boolean;
  /** The day of a festival in a calendar year; null when the lunar calendar does not reach that year. */
  festival(name: Festival, year: number): Day | null;
}
