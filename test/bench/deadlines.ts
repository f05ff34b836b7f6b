/**
 * The deadline grammar beside chrono-node, the general date reader, on deadlines as clerks write them: `node test/bench/deadlines.ts`.
 * Expectations are by hand. A deadline without a date is read right when no date is made of it.
 */
import { zh } from 'chrono-node';
import { chinaCalendar } from '../../shared/calendar/china.ts';
import { dayOf, isoOf } from '../../shared/calendar/day.ts';
import { readDeadline } from '../../shared/deadline/read.ts';

/** Plan year 2022, read on 1 March 2022; null where there is no single date. */
const DEADLINES: readonly (readonly [text: string, due: string | null])[] = [
  ['2022年6月30日', '2022-06-30'],
  ['2022年6月30日前', '2022-06-30'],
  ['2022-06-30', '2022-06-30'],
  ['2022/6/30', '2022-06-30'],
  ['2022.6.30', '2022-06-30'],
  ['20220630', '2022-06-30'],
  ['6月30日前', '2022-06-30'],
  ['6月30日前完成', '2022-06-30'],
  ['22年6月30日', '2022-06-30'],
  ['六月三十日前', '2022-06-30'],
  ['二〇二二年六月三十日', '2022-06-30'],
  ['2022年6月底前', '2022-06-30'],
  ['6月底', '2022-06-30'],
  ['６月底前', '2022-06-30'],
  ['六月底前', '2022-06-30'],
  ['2022年6月', '2022-06-30'],
  ['2022.6', '2022-06-30'],
  ['6月上旬', '2022-06-10'],
  ['6月中旬', '2022-06-20'],
  ['6月下旬', '2022-06-30'],
  ['6月初', '2022-06-10'],
  ['一季度', '2022-03-31'],
  ['第二季度末', '2022-06-30'],
  ['Q1', '2022-03-31'],
  ['上半年', '2022-06-30'],
  ['年底前', '2022-12-31'],
  ['年内', '2022-12-31'],
  ['全年', '2022-12-31'],
  ['2023年底', '2023-12-31'],
  ['明年3月底', '2023-03-31'],
  ['2022年3月至6月', '2022-06-30'],
  ['3月1日-6月30日', '2022-06-30'],
  ['2022—2023年', '2023-12-31'],
  ['2022年底前完成初稿，2023年6月底前印发', '2023-06-30'],
  ['6月底前完成，并长期坚持', '2022-06-30'],
  ['“十四五”末', '2025-12-31'],
  ['国庆节前', '2022-09-30'],
  ['每月25日前', null],
  ['每季度末', null],
  ['每周五', null],
  ['长期坚持', null],
  ['持续推进', null],
  ['常态化', null],
  ['6月31日', null],
  ['2022年13月', null],
  ['会议召开前', null],
  ['尽快', null],
  ['无', null],
];

const today = dayOf(2022, 3, 1);
const context = {
  period: { start: dayOf(2022, 1, 1), end: dayOf(2022, 12, 31) },
  issuedOn: null,
  wordedOn: today,
  calendar: chinaCalendar(),
  restDayPolicy: 'keep',
  immediateWorkdays: 0,
} as const;

function ours(text: string): string | null {
  const { date } = readDeadline(text, context);
  return date === undefined ? null : isoOf(date);
}

function chrono(text: string): string | null {
  const found = zh.hans.parseDate(text, new Date(2022, 2, 1, 12), { forwardDate: true });
  return found === null ? null : isoOf(dayOf(found.getFullYear(), found.getMonth() + 1, found.getDate()));
}

const right = { ours: 0, chrono: 0 };
for (const [text, due] of DEADLINES) {
  const [our, their] = [ours(text), chrono(text)];
  if (our === due) right.ours += 1;
  if (their === due) right.chrono += 1;
  if (our !== due || their !== due) console.log(`${text}: expected ${due ?? 'no date'}; ours ${our ?? 'no date'}, chrono-node ${their ?? 'no date'}`);
}
console.log(`\nread right of ${DEADLINES.length}: ours ${right.ours}, chrono-node ${right.chrono}`);
