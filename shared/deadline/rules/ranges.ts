import { rule } from '../tokens.ts';
import type { Rule } from '../tokens.ts';
import { monthToken } from './months.ts';
import { quarterToken, spanToken } from './spans.ts';
import { writtenYear, YEAR } from './year.ts';

const TO = '(?:-|~|至|到)';

/** A range is due at its end; its halves may leave words to each other: 1至3季度, 2022-2023年, 3-6月. */
export const rangeRules: readonly Rule[] = [
  rule('to', `直至|延续[至到]|持续[至到]|延长[至到]|${TO}`, () => ({ is: 'range' })),
  rule('from', '开始|起始|起|之后|以后|以来|后', () => ({ is: 'from' })),
  rule('day without a month', '(?<day>\\d{1,2})[日号]', (groups, text) => ({ is: 'dayOnly', day: Number(groups['day']), text })),
  rule('month at the start of a range', `${YEAR}(?<month>\\d{1,2})(?=${TO}\\d{1,2}月)`, monthToken),
  rule('year in a range', `(?<year>\\d{4})(?=${TO}\\d{4}(?![\\d./-]))|(?<=${TO})(?<end>\\d{4})(?![\\d年月./-])`, (groups, text) =>
    spanToken(writtenYear({ year: groups['year'] ?? groups['end'] }), 12, text),
  ),
  rule('quarter at the start of a range', `${YEAR}第?(?<quarter>\\d)(?=${TO}第?\\d季)`, quarterToken),
];
