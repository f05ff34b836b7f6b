import type { Calendar } from '../calendar/calendar.ts';
import type { Day } from '../calendar/day.ts';
import type { RestDayPolicy } from '../calendar/workdays.ts';
import type { Message } from '../message.ts';

export const deadlineKinds = ['date', 'recurring', 'relative', 'immediate', 'standing', 'none', 'unreadable'] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];

/** What a deadline is read against: everything the words may lean on. Nothing is taken from the clock. */
export interface DeadlineContext {
  /** The plan's period; its year is the year of a deadline written without one. */
  readonly period: { readonly start: Day; readonly end: Day };
  /** The row's issue date (`start`, `foundOn`), if any. */
  readonly issuedOn: Day | null;
  /** The as-of of the push that first carried this wording; `本月底` counts from it where there is no issue date. */
  readonly wordedOn: Day;
  readonly calendar: Calendar;
  readonly restDayPolicy: RestDayPolicy;
  /** Working days granted by 立行立改. */
  readonly immediateWorkdays: number;
}

export type { RestDayPolicy } from '../calendar/workdays.ts';

/** A deadline that comes back every period; weeks begin on Monday. */
export interface Recurrence {
  readonly every: 'week' | 'month' | 'quarter' | 'halfYear' | 'year';
  /** The first day of the period that contains `day`. */
  periodStart(day: Day): Day;
  /** The due day within the period that contains `day`, rest-day policy applied. */
  dueWithin(day: Day): Day;
  /** The first day of the period after the one that contains `day`. */
  nextPeriod(day: Day): Day;
  /** Whether `dueWithin(day)` had to judge a day past the calendar's horizon. */
  isProvisional(day: Day): boolean;
}

/** What was read from a deadline cell. */
export interface DeadlineReading {
  readonly kind: DeadlineKind;
  /** For `date`, `relative` and `immediate`: the due day. */
  readonly date?: Day;
  /** For `recurring`. */
  readonly recurrence?: Recurrence;
  /** Earlier dates of a deadline with several, ascending. */
  readonly milestones: readonly Day[];
  /** Why it was read so, or why it could not be read. */
  readonly reading: Message;
  /** True when a working day past the calendar's horizon was needed. */
  readonly provisional: boolean;
}
