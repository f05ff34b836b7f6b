import { parseIso, partsOf } from '../calendar/day.ts';
import type { Cell } from '../cell.ts';
import { message } from '../message.ts';
import { foldWidth } from '../text/fold.ts';
import { withDigits } from '../text/numerals.ts';
import { quoted, textOf } from './cells.ts';
import { calendarDate, dateProblem } from './dates.ts';
import type { ValueReading } from './value-reading.ts';

/** `5月`, `5月份`, `五月`, `5`: a month whose year is not written. */
const MONTH_ALONE = /^(\d{1,2})\s*(?:月份?)?$/;

/** A month as YYYY-MM: `2022-05`, `2022年5月份`, 202205, or any date in it. One without its year is a problem whose params name the month. */
export function readMonth(cell: Cell): ValueReading {
  const text = withDigits(foldWidth(textOf(cell)).trim());
  const alone = MONTH_ALONE.exec(text);
  if (alone !== null) {
    const month = Number(alone[1]);
    if (month >= 1 && month <= 12) return { problem: message(MONTH_WITHOUT_YEAR, { value: quoted(cell), month }) };
    return { problem: message('problem.unreadableMonth', { value: quoted(cell) }) };
  }
  const date = calendarDate(cell);
  if ('iso' in date) return { value: date.iso.last.slice(0, 7) };
  const problem = dateProblem(cell, date.problem);
  return { problem: problem.code === 'problem.unreadableDate' ? message('problem.unreadableMonth', { value: quoted(cell) }) : problem };
}

/** The code of a month's problem that another date of the row may solve. */
export const MONTH_WITHOUT_YEAR = 'problem.monthYearMissing';

/** The last such month that is not after a date (YYYY-MM-DD): what is handed in on 2023-01-03 for December is for 2022-12. Null when that is no date. */
export function monthBefore(month: number, date: string): string | null {
  const day = parseIso(date);
  if (day === null) return null;
  const parts = partsOf(day);
  const year = month <= parts.month ? parts.year : parts.year - 1;
  return `${year}-${String(month).padStart(2, '0')}`;
}
