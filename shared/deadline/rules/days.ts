import { weekdayOf } from '../../calendar/day.ts';
import { message } from '../../message.ts';
import { checkedDay } from '../numbers.ts';
import { rule } from '../tokens.ts';
import type { Groups, Rule, Token } from '../tokens.ts';
import { WEEKDAY, weekdayNumber } from './weekday.ts';
import { YEAR, writtenYear } from './year.ts';

/** A single day: 2022-06-30, 6月30日, 6.30. A weekday written behind it must agree with it. */
function dayToken(groups: Groups, text: string): Token {
  const [month, day] = [Number(groups['month']), Number(groups['day'])];
  const weekday = weekdayNumber(groups['weekday']);
  return {
    is: 'point',
    point: {
      leans: 'year',
      year: writtenYear(groups),
      month,
      exact: true,
      at(year) {
        const found = checkedDay(text, year, month, day);
        if (typeof found !== 'number' || weekday === null || weekdayOf(found) === weekday) return found;
        return message('deadline.weekdayDiffers', { text });
      },
    },
  };
}

const DAY = `(?<day>\\d{1,2})(?!\\d)[日号]?${WEEKDAY}`;

export const dayRules: readonly Rule[] = [
  rule('year, month and day with signs', `(?<year>\\d{4})(?<sign>[-./ ])(?<month>\\d{1,2})\\k<sign>${DAY}`, dayToken),
  rule('eight digits', `(?<year>(?:19|20|21)\\d{2})(?<month>\\d{2})(?<day>\\d{2})(?!\\d)`, dayToken),
  rule('month and day', `${YEAR}(?<month>\\d{1,2})月份?${DAY}`, dayToken),
  rule('month and day with a sign', `${YEAR}(?<month>\\d{1,2})[./]${DAY}`, dayToken),
];
