import type { Cell } from '../cell.ts';
import { endOfMonth } from '../calendar/day.ts';
import { message } from '../message.ts';
import type { Message } from '../message.ts';
import { normaliseDeadline } from './normalise.ts';
import { checkedDay, monthProblem, readNumberAsDate } from './numbers.ts';
import type { CalendarDate } from './numbers.ts';

/** A number stored as text; 6.30 is a month and a day, not a number. */
const NUMBER = /^(?:\d+|\d{4,}\.\d+)$/;
/** 2022.10 as text is October; of 2022.1 nobody can tell whether it was 2022.10. */
const YEAR_DOT_MONTH = /^(?:19|20|21)\d{2}\.(?:0\d|1\d|[2-9])$/;

const DAY_FORMS: readonly RegExp[] = [/^(\d{4})([-./ ])(\d{1,2})\2(\d{1,2})日?$/, /^(\d{4}|\d{2})(年)(\d{1,2})月(\d{1,2})[日号]?$/];
const MONTH_FORMS: readonly RegExp[] = [/^(\d{4})[-./](\d{1,2})$/, /^(\d{4}|\d{2})年(\d{1,2})月份?$/];

/** A four-digit year, or the one of this century that two digits mean. */
export function fullYear(digits: string): number {
  return digits.length <= 2 ? 2000 + Number(digits) : Number(digits);
}

/** Whether normalised text is a number stored as text, which is a date only as numbers are (domain, Values). */
export function isNumberText(text: string): boolean {
  return NUMBER.test(text) && !YEAR_DOT_MONTH.test(text);
}

/**
 * Reads a cell that is one complete calendar date (domain, Values): a serial, YYYYMMDD, YYYYMM, ISO, 2022.6.30, 2022/6/30, 2022年6月30日,
 * 二〇二二年六月三十日, 2022年6月. A month comes as its last day with precision `month`. Times of day are dropped.
 */
export function readCalendarDate(cell: Cell): CalendarDate | { readonly problem: Message } {
  if (typeof cell === 'number') return readNumberAsDate(cell);
  if (typeof cell !== 'string') return { problem: message('deadline.notADate', { text: String(cell ?? '') }) };
  return readDateText(normaliseDeadline(cell));
}

/** As `readCalendarDate`, for text already normalised. */
export function readDateText(text: string): CalendarDate | { readonly problem: Message } {
  if (isNumberText(text)) return readNumberAsDate(Number(text));
  for (const form of DAY_FORMS) {
    const match = form.exec(text);
    if (!match) continue;
    const day = checkedDay(text, fullYear(match[1] ?? ''), Number(match[3]), Number(match[4]));
    return typeof day === 'number' ? { day, precision: 'day' } : { problem: day };
  }
  for (const form of MONTH_FORMS) {
    const match = form.exec(text);
    if (!match) continue;
    const [year, month] = [fullYear(match[1] ?? ''), Number(match[2])];
    const problem = monthProblem(text, year, month);
    return problem ? { problem } : { day: endOfMonth(year, month), precision: 'month' };
  }
  return { problem: message('deadline.notADate', { text }) };
}
