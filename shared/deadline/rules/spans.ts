import { dayOf, endOfMonth } from '../../calendar/day.ts';
import { message } from '../../message.ts';
import { monthProblem } from '../numbers.ts';
import { rule } from '../tokens.ts';
import type { Groups, Rule, Token, WrittenYear } from '../tokens.ts';
import { SOME_YEAR, YEAR, YEAR_WORD, writtenYear } from './year.ts';

/** A span of a year (its last month is 3, 6, 9 or 12) that is due at the end of its last month. */
export function spanToken(year: WrittenYear, lastMonth: number, text: string): Token {
  return {
    is: 'point',
    point: { leans: 'year', year, month: null, exact: false, at: (inYear) => monthProblem(text, inYear, lastMonth) ?? endOfMonth(inYear, lastMonth) },
  };
}

export function quarterToken(groups: Groups, text: string): Token {
  const quarter = Number(groups['quarter']);
  if (quarter < 1 || quarter > 4) return { is: 'trouble', problem: message('deadline.noSuchQuarter', { text }) };
  return spanToken(writtenYear(groups), quarter * 3, text);
}

/** The n-th five-year plan ends with 1955 + 5 n: the fourteenth with 2025. */
function fiveYearPlanToken(groups: Groups): Token {
  const plan = 10 + '一二三四五六七八九'.indexOf(groups['plan'] ?? '') + 1;
  const digits = 1955 + 5 * plan;
  return { is: 'point', point: { leans: 'year', year: { digits }, month: null, exact: false, at: (year) => dayOf(year, 12, 31) } };
}

export const spanRules: readonly Rule[] = [
  rule('quarter', `${YEAR}第?(?<quarter>\\d)季度?(?:底|末)?`, quarterToken),
  rule('quarter Q1', `(?:(?<year>\\d{4})年?[- ]?)?Q(?<quarter>\\d)(?!\\d)(?:底|末)?`, quarterToken),
  rule('first three quarters', `${YEAR}前(?<quarter>[23])个?季度(?:底|末)?`, quarterToken),
  rule('half-year', `${YEAR}(?<half>[上前下后])半年度?(?:底|末)?`, (groups, text) =>
    spanToken(writtenYear(groups), groups['half'] === '上' || groups['half'] === '前' ? 6 : 12, text),
  ),
  rule('written year', `(?:(?<year>\\d{4})年度?|(?<yearWord>${YEAR_WORD})度?)(?:全年|年?[底末终内])?`, (groups, text) =>
    spanToken(writtenYear(groups), 12, text),
  ),
  rule('end of a written year', `${SOME_YEAR}年?[底末终]`, (groups, text) => spanToken(writtenYear(groups), 12, text)),
  rule('year', `全年|年[底末终内]|年度[底末内]`, (_, text) => spanToken(null, 12, text)),
  rule('five-year plan', `十(?<plan>[一二三四五六七八九])五(?:规划)?(?:时期|期间|期末|期内|期|收官之年|收官年|收官)?[底末内]?`, fiveYearPlanToken),
];
