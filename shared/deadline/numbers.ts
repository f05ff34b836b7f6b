import { dayOfSerial, daysInMonth, dayOf, isDate } from '../calendar/day.ts';
import type { Day } from '../calendar/day.ts';
import { message } from '../message.ts';
import type { Message } from '../message.ts';

/** Serials that are dates: 2000-01-01 to 2100-01-01 (domain, Values). */
const SERIAL = { first: 36_526, last: 73_050 };
/** Years that a written date may have; others are slips of the pen. */
const YEARS = { first: 1900, last: 2199 };

/** A day, and whether it was written in full or stands for the last day of its month. */
export interface CalendarDate {
  readonly day: Day;
  readonly precision: 'day' | 'month';
}

/** The day of a written date, or why there is none. */
export function checkedDay(text: string, year: number, month: number, day: number): Day | Message {
  const problem = monthProblem(text, year, month);
  if (problem) return problem;
  return isDate(year, month, day) ? dayOf(year, month, day) : message('deadline.noSuchDay', { text, month, day });
}

/** What is wrong with a written month; null when nothing. */
export function monthProblem(text: string, year: number, month: number): Message | null {
  if (year < YEARS.first || year > YEARS.last) return message('deadline.noSuchYear', { text, year });
  return month >= 1 && month <= 12 ? null : message('deadline.noSuchMonth', { text, month });
}

/** Reads a number as a date: an Excel serial (a time of day is dropped), YYYYMMDD or YYYYMM (domain, Values). */
export function readNumberAsDate(value: number): CalendarDate | { readonly problem: Message } {
  if (value >= SERIAL.first && value < SERIAL.last + 1) return { day: dayOfSerial(value), precision: 'day' };
  if (!Number.isInteger(value)) return { problem: message('deadline.zeroEaten', { text: String(value) }) };
  const digits = String(value);
  if (/^\d{8}$/.test(digits)) {
    const day = checkedDay(digits, Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6)));
    return typeof day === 'number' ? { day, precision: 'day' } : { problem: day };
  }
  if (/^\d{6}$/.test(digits)) {
    const [year, month] = [Number(digits.slice(0, 4)), Number(digits.slice(4))];
    const problem = monthProblem(digits, year, month);
    return problem ? { problem } : { day: dayOf(year, month, daysInMonth(year, month)), precision: 'month' };
  }
  return { problem: message('deadline.notADateNumber', { text: digits }) };
}
