import type { Day } from '../calendar/day.ts';
import { dayOf, daysInMonth, isoOf, partsOf } from '../calendar/day.ts';
import { addWorkdays } from '../calendar/workdays.ts';
import type { Found } from '../calendar/workdays.ts';
import { message } from '../message.ts';
import type { Message } from '../message.ts';
import type { Duration, YearPoint, BasePoint } from './tokens.ts';
import type { DeadlineContext } from './types.ts';

/** How a due day was arrived at; each has its words (`deadline.<manner>`). */
export type Manner = 'date' | 'yearAssumed' | 'yearMoved' | 'rangeIntoNextYear' | 'fromIssued' | 'fromWorded' | 'fromStart';

/** One due day of a deadline, before the rest-day policy. */
export interface Due extends Found {
  readonly manner: Manner;
  /** What the words of the manner name, such as the base it counts from. */
  readonly params: Message['params'];
  /** The year it was written with; null where it was assumed. */
  readonly writtenYear: number | null;
}

/** What the year of a point may lean on within its cell. */
export interface Neighbours {
  /** The year of the date before it in the same cell. */
  readonly carriedYear: number | null;
  /** False for the start of a range: only its end is a deadline that may have to move. */
  readonly mayMove: boolean;
}

/**
 * The due day of a point with a year: the written one, that of the date before it in the cell, or the plan period's; an assumed year
 * that puts it before the issue date is the next one (domain, Deadlines).
 */
export function dueOfYearPoint(point: YearPoint, near: Neighbours, context: DeadlineContext): Due | Message {
  const written = writtenYear(point, near, context);
  if (written !== null) {
    const day = point.at(written, context.calendar);
    return typeof day === 'number' ? { day, provisional: false, manner: 'date', params: {}, writtenYear: written } : day;
  }
  const assumed = assumedYear(point, context);
  const first = point.at(assumed, context.calendar);
  if (typeof first !== 'number') return first;
  const { issuedOn } = context;
  if (!near.mayMove || issuedOn === null || first >= issuedOn) {
    return { day: first, provisional: false, manner: 'yearAssumed', params: { year: assumed }, writtenYear: null };
  }
  for (let year = assumed + 1; year <= partsOf(issuedOn).year + 1; year += 1) {
    const day = point.at(year, context.calendar);
    if (typeof day !== 'number') return day;
    if (day >= issuedOn) return { day, provisional: false, manner: 'yearMoved', params: { written: isoOf(first), base: isoOf(issuedOn) }, writtenYear: null };
  }
  return message('deadline.beforeIssue', { date: isoOf(first), base: isoOf(issuedOn) });
}

function writtenYear(point: YearPoint, near: Neighbours, context: DeadlineContext): number | null {
  const { year } = point;
  if (year === null) return near.carriedYear;
  if ('digits' in year) return year.digits;
  if (year.carries && near.carriedYear !== null) return near.carriedYear + year.offset;
  return partsOf(context.issuedOn ?? context.period.start).year + year.offset;
}

/** The period's year; in a period that runs over New Year, the year in which the date lies within it. */
function assumedYear(point: YearPoint, { period, calendar }: DeadlineContext): number {
  const { year } = partsOf(period.start);
  const day = point.at(year, calendar);
  return typeof day === 'number' && day < period.start && year < partsOf(period.end).year ? year + 1 : year;
}

/** The due day of 本月底 and the like: counted from the issue date, else from the day the wording was first pushed. */
export function dueOfBasePoint(point: BasePoint, context: DeadlineContext): Due | Message {
  const base = context.issuedOn ?? context.wordedOn;
  const day = point.at(base);
  if (typeof day !== 'number') return day;
  const manner = context.issuedOn === null ? 'fromWorded' : 'fromIssued';
  return { day, provisional: false, manner, params: { base: isoOf(base) }, writtenYear: partsOf(day).year };
}

/** The due day of a span of time; day N counts from the day after its start, months clamp (domain, Deadlines: relative). */
export function dueOfDuration(duration: Duration, start: Day, manner: Manner, context: DeadlineContext): Due {
  const found = endOfDuration(duration, start, context);
  return { ...found, manner, params: { base: isoOf(start) }, writtenYear: partsOf(found.day).year };
}

function endOfDuration({ count, unit }: Duration, start: Day, context: DeadlineContext): Found {
  if (unit === 'workday') return addWorkdays(start, count, context.calendar);
  if (unit === 'day') return { day: start + count, provisional: false };
  const { year, month, day } = partsOf(start);
  const index = month - 1 + count;
  const [toYear, toMonth] = [year + Math.floor(index / 12), (index % 12) + 1];
  return { day: dayOf(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth))), provisional: false };
}
