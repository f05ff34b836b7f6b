import { isoOf, daysInMonth, dayOf, partsOf } from '../calendar/day.ts';
import type { IsoDate } from '../calendar/day.ts';
import type { Cell } from '../cell.ts';
import { readCalendarDate } from '../deadline/dates.ts';
import { message } from '../message.ts';
import type { Message } from '../message.ts';
import { foldWidth } from '../text/fold.ts';
import { quoted, textOf } from './cells.ts';
import { remember } from './remember.ts';
import type { ValueReading } from './value-reading.ts';

/** A cell of a date field; a month stands for its first or last day. */
export function readDate(cell: Cell, monthMeans: 'first' | 'last'): ValueReading {
  const date = calendarDate(cell);
  return 'problem' in date ? { problem: dateProblem(cell, date.problem) } : { value: date.iso[monthMeans] };
}

export type DateReading =
  | { readonly iso: { readonly first: IsoDate; readonly last: IsoDate }; readonly precision: 'day' | 'month' }
  | { readonly problem: Message };

/** The one complete calendar date that a cell is, as ISO; `first` and `last` differ where only a month is written. */
export const calendarDate = remember(readDateAfresh);

/** A longer text is no single date, whatever stands in it. */
const LONGEST_DATE = 60;

function readDateAfresh(cell: Cell): DateReading {
  if (typeof cell === 'string' && cell.length > LONGEST_DATE) return { problem: message('problem.unreadableDate') };
  const read = readCalendarDate(cell);
  if ('problem' in read) return read;
  if (read.precision === 'day') {
    const iso = isoOf(read.day);
    return { iso: { first: iso, last: iso }, precision: 'day' };
  }
  const { year, month } = partsOf(read.day);
  return { iso: { first: isoOf(dayOf(year, month, 1)), last: isoOf(dayOf(year, month, daysInMonth(year, month))) }, precision: 'month' };
}

/** What the date reader found wrong, in words that tell a clerk what to write instead. */
const DATE_PROBLEMS: Readonly<Record<string, string>> = {
  'deadline.noSuchDay': 'problem.noSuchDay',
  'deadline.noSuchMonth': 'problem.noSuchMonth',
  'deadline.noSuchYear': 'problem.noSuchYear',
  'deadline.zeroEaten': 'problem.zeroEaten',
};

const DAY_WITHOUT_YEAR = /^\d{1,2}\s*[月./-]\s*\d{1,2}\s*[日号]?$/;

/** What a clerk is told of a cell that is no date. */
export function dateProblem(cell: Cell, found: Message): Message {
  const code = DATE_PROBLEMS[found.code] ?? 'problem.unreadableDate';
  if (typeof cell === 'string' && DAY_WITHOUT_YEAR.test(foldWidth(textOf(cell)))) return message('problem.yearMissing', { value: quoted(cell) });
  return message(code, { ...found.params, value: quoted(cell) });
}
