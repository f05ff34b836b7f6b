import { dayOf, endOfMonth, isDate, partsOf, weekdayOf } from '../../calendar/day.ts';
import type { Day } from '../../calendar/day.ts';
import { message } from '../../message.ts';
import { rule } from '../tokens.ts';
import type { Groups, Rule, Token } from '../tokens.ts';
import { endOfPart, PART } from './months.ts';
import { weekdayNumber } from './weekday.ts';

/** How many periods on from the base 本, 下 and the like are. */
const STEPS: Readonly<Record<string, number>> = { 本: 0, 当: 0, 这: 0, 下: 1, 次: 1 };
const WHICH = '(?<which>[本当这下次])(?:1个?|个)?';

function step(groups: Groups): number {
  return STEPS[groups['which'] ?? ''] ?? 0;
}

/** The year and month that lie some months after those of a day. */
function monthAfter(base: Day, months: number): { year: number; month: number } {
  const { year, month } = partsOf(base);
  const index = month - 1 + months;
  return { year: year + Math.floor(index / 12), month: (index % 12) + 1 };
}

function monthToken(groups: Groups, text: string): Token {
  return {
    is: 'point',
    point: {
      leans: 'base',
      at(base) {
        const { year, month } = monthAfter(base, step(groups));
        if (!groups['day']) return endOfPart(year, month, groups['part']);
        const day = Number(groups['day']);
        return isDate(year, month, day) ? dayOf(year, month, day) : message('deadline.noSuchDay', { text, month, day });
      },
    },
  };
}

function quarterToken(groups: Groups): Token {
  return {
    is: 'point',
    point: {
      leans: 'base',
      at(base) {
        const { year, month } = monthAfter(base, step(groups) * 3);
        return endOfMonth(year, Math.ceil(month / 3) * 3);
      },
    },
  };
}

function weekToken(groups: Groups): Token {
  const weekday = weekdayNumber(groups['weekday']) ?? 7;
  return { is: 'point', point: { leans: 'base', at: (base) => base - weekdayOf(base) + 7 * step(groups) + weekday } };
}

export const basedRules: readonly Rule[] = [
  rule('this or next month', `${WHICH}月份?${PART}?`, monthToken),
  rule('day of this or next month', `${WHICH}月份?(?<day>\\d{1,2})(?!\\d)[日号]?`, monthToken),
  rule('this or next quarter', `${WHICH}季度?[底末]?`, quarterToken),
  rule('this or next week', `(?<which>[本这下])个?(?:周|星期|礼拜)(?<weekday>[1-6日天])?[末底]?`, weekToken),
];
