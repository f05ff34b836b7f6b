import { dayOf, daysInMonth, partsOf } from '../../calendar/day.ts';
import type { Day } from '../../calendar/day.ts';
import { message } from '../../message.ts';
import { rule } from '../tokens.ts';
import type { Cycle, Groups, Rule, Token } from '../tokens.ts';
import { endOfPart, PART } from './months.ts';
import { weekdayNumber } from './weekday.ts';

type Every = Cycle['every'];

function recurring(every: Every, text: string, dueAfter: (start: Day) => Day): Token {
  return { is: 'recurring', cycle: { every, dueAfter }, text };
}

/** The due day in the n-th month (from 0) of the period that begins on `start`; a day the month lacks is its last day. */
function inMonth(start: Day, month: number, groups: Groups): Day {
  const begin = partsOf(start);
  const target = begin.month + month;
  if (!groups['day']) return endOfPart(begin.year, target, groups['part']);
  return dayOf(begin.year, target, Math.min(Number(groups['day']), daysInMonth(begin.year, target)));
}

/** A day that no month of that number has, such as the 32nd, or 30 February. */
function dayProblem(groups: Groups, text: string, longestMonth = 31): Token | null {
  const day = Number(groups['day'] ?? 1);
  if (day >= 1 && day <= longestMonth) return null;
  return { is: 'trouble', problem: message('deadline.noSuchDayInMonth', { text, day }) };
}

function monthly(groups: Groups, text: string): Token {
  return dayProblem(groups, text) ?? recurring('month', text, (start) => inMonth(start, 0, groups));
}

function quarterly(groups: Groups, text: string): Token {
  const which = groups['which'] ?? '';
  const month = which.startsWith('首') ? 0 : which.startsWith('第') ? Number(which.slice(1, 2)) - 1 : 2;
  return dayProblem(groups, text) ?? recurring('quarter', text, (start) => inMonth(start, month, groups));
}

function yearly(groups: Groups, text: string): Token {
  const month = Number(groups['month'] ?? 12);
  if (month < 1 || month > 12) return { is: 'trouble', problem: message('deadline.noSuchMonth', { text, month }) };
  return dayProblem(groups, text, month === 2 ? 29 : daysInMonth(2022, month)) ?? recurring('year', text, (start) => inMonth(start, month - 1, groups));
}

function yearlyPart(groups: Groups, text: string): Token {
  const quarter = Number(groups['quarter'] ?? 0);
  if (quarter > 4) return { is: 'trouble', problem: message('deadline.noSuchQuarter', { text }) };
  const lastMonth = quarter ? quarter * 3 : groups['half'] === '上' ? 6 : 12;
  return recurring('year', text, (start) => inMonth(start, lastMonth - 1, {}));
}

/** A year in front of a recurring deadline that only says "this year". */
const THROUGHOUT = '(?:全年|年内|今年|本年度?)?';
const DAY = '(?<day>\\d{1,2})(?![\\d次个项])[日号]?';
const EACH_MONTH = `${THROUGHOUT}(?:每1?个?月|逐月|按月)份?`;
const EACH_QUARTER = `${THROUGHOUT}(?:每1?个?季度?|逐季度?|按季度?)`;
const LAST_MONTH = '的?(?<which>最后1个?月|末月|首月|第[123]个?月)份?';

export const recurringRules: readonly Rule[] = [
  rule('every week', `${THROUGHOUT}(?:每1?个?(?:周|星期|礼拜)|按周|逐周)(?<weekday>[1-6日天])?[末底]?`, (groups, text) =>
    recurring('week', text, (start) => start + (weekdayNumber(groups['weekday']) ?? 7) - 1),
  ),
  rule('every month', `${EACH_MONTH}的?${PART}?`, monthly),
  rule('day of every month', `${EACH_MONTH}的?${DAY}`, monthly),
  rule('last day of every month', `${EACH_MONTH}的?最后1[天日]`, monthly),
  rule('every quarter', `${EACH_QUARTER}[底末]?`, quarterly),
  rule('month of every quarter', `${EACH_QUARTER}${LAST_MONTH}的?${PART}?`, quarterly),
  rule('day of every quarter', `${EACH_QUARTER}${LAST_MONTH}的?${DAY}`, quarterly),
  rule('every half-year', `${THROUGHOUT}每半年度?[底末]?`, (_, text) => recurring('halfYear', text, (start) => inMonth(start, 5, {}))),
  rule('every year', `(?:每1?年度?|逐年|按年)(?:年?[底末终内])?`, yearly),
  rule('month of every year', `每年度?的?(?<month>\\d{1,2})月份?${PART}?`, yearly),
  rule('day of every year', `每年度?的?(?<month>\\d{1,2})月${DAY}`, yearly),
  rule('part of every year', `每年度?的?(?:第?(?<quarter>[1-9])季度?|(?<half>[上下])半年)[底末]?`, yearlyPart),
];
