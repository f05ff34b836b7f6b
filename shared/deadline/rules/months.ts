import { dayOf, endOfMonth } from '../../calendar/day.ts';
import type { Day } from '../../calendar/day.ts';
import { monthProblem } from '../numbers.ts';
import { rule } from '../tokens.ts';
import type { Groups, Rule, Token } from '../tokens.ts';
import { YEAR, writtenYear } from './year.ts';

/** The source of a pattern for a part of a month. */
export const PART = '(?<part>月?底|月?末|初|上旬|上中旬|中旬|中下旬|下旬|中)';

/** The last day of a part of a month: 初 and 上旬 the 10th, 中 and 中旬 the 20th, else the month's last day (domain, Deadlines). */
export function endOfPart(year: number, month: number, part: string | undefined): Day {
  if (part === '初' || part === '上旬') return dayOf(year, month, 10);
  if (part === '中' || part === '中旬' || part === '上中旬') return dayOf(year, month, 20);
  return endOfMonth(year, month);
}

/** A month or a part of it, which is due on its last day. */
export function monthToken(groups: Groups, text: string): Token {
  const month = Number(groups['month']);
  return {
    is: 'point',
    point: {
      leans: 'year',
      year: writtenYear(groups),
      month,
      exact: false,
      at: (year) => monthProblem(text, year, month) ?? endOfPart(year, month, groups['part']),
    },
  };
}

export const monthRules: readonly Rule[] = [
  rule('month', `${YEAR}(?<month>\\d{1,2})月份?${PART}?`, monthToken),
  rule('year and month with a sign', `(?<year>\\d{4})[-./](?<month>\\d{1,2})(?!\\d)月?份?${PART}?`, monthToken),
  rule('six digits', `(?<year>(?:19|20|21)\\d{2})(?<month>\\d{2})(?!\\d)月?${PART}?`, monthToken),
];
