import type { Festival } from '../../calendar/calendar.ts';
import { message } from '../../message.ts';
import { rule } from '../tokens.ts';
import type { Rule } from '../tokens.ts';
import { YEAR, writtenYear } from './year.ts';

/** How festivals are written, longest forms first. */
const NAMES: readonly (readonly [string, Festival])[] = [
  ['元旦节?', '元旦'],
  ['春节', '春节'],
  ['元宵节?', '元宵'],
  ['三八节|三?八?妇女节', '妇女节'],
  ['清明节?', '清明'],
  ['五一(?:国际)?(?:劳动)?节?|劳动节', '劳动节'],
  ['五四青年节|青年节', '青年节'],
  ['六一(?:国际)?(?:儿童)?节?|儿童节', '儿童节'],
  ['端午节?', '端午'],
  ['七一(?:建党节)?|建党节', '建党节'],
  ['八一(?:建军节)?|建军节', '建军节'],
  ['教师节', '教师节'],
  ['中秋节?', '中秋'],
  ['十一国庆节?|国庆节?|十一', '国庆'],
  ['重阳节?', '重阳'],
  ['除夕', '除夕'],
];

/** A festival is its day, 前 the day before it (domain, Deadlines). */
export const festivalRules: readonly Rule[] = NAMES.map(([source, festival]) =>
  rule(`festival ${festival}`, `${YEAR}(?:${source})(?<before>前夕|前(?!后)|之前|以前)?`, (groups, text) => ({
    is: 'point',
    point: {
      leans: 'year',
      year: writtenYear(groups),
      month: null,
      exact: true,
      at(year, calendar) {
        const day = calendar.festival(festival, year);
        if (day === null) return message('deadline.noSuchYear', { text, year });
        return groups['before'] ? day - 1 : day;
      },
    },
  })),
);
