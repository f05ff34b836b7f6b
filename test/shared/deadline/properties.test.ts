import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chinaCalendar } from '../../../shared/calendar/china.ts';
import { dayOf, isoOf, partsOf, serialOf } from '../../../shared/calendar/day.ts';
import type { Day } from '../../../shared/calendar/day.ts';
import type { Cell } from '../../../shared/cell.ts';
import { say } from '../../../shared/contract/messages/index.ts';
import { readCalendarDate } from '../../../shared/deadline/dates.ts';
import { readDeadline } from '../../../shared/deadline/read.ts';
import type { DeadlineContext } from '../../../shared/deadline/types.ts';
import { corpus } from './corpus.ts';

const context: DeadlineContext = {
  period: { start: dayOf(2022, 1, 1), end: dayOf(2022, 12, 31) },
  issuedOn: null,
  wordedOn: dayOf(2022, 6, 30),
  calendar: chinaCalendar(),
  restDayPolicy: 'keep',
  immediateWorkdays: 0,
};

/** So many times the usual number of runs. */
const times = (factor: number) => ({ numRuns: factor * (fc.readConfigureGlobal()?.numRuns ?? 100) });
const days = fc.integer({ min: dayOf(2000, 1, 1), max: dayOf(2099, 12, 31) });
const two = (part: number) => String(part).padStart(2, '0');
const fullWidth = (text: string) => text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
const digit = (at: number) => '〇一二三四五六七八九'.charAt(at);
const numeral = (value: number) => {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${tens > 1 ? digit(tens) : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digit(ones) : ''}`;
};

/** The styles in which clerks write one complete date. */
const styles: Readonly<Record<string, (day: Day) => Cell>> = {
  ISO: isoOf,
  'ISO with a time': (day) => `${isoOf(day)} 08:30`,
  serial: serialOf,
  'serial with a time': (day) => serialOf(day) + 0.5,
  'serial as text': (day) => String(serialOf(day)),
  'eight digits': (day) => Number(isoOf(day).replaceAll('-', '')),
  dots: (day) => isoOf(day).replaceAll('-', '.'),
  slashes: (day) => `${partsOf(day).year}/${partsOf(day).month}/${partsOf(day).day}`,
  年月日: (day) => `${partsOf(day).year}年${partsOf(day).month}月${partsOf(day).day}日`,
  '年月日 with zeros and blanks': (day) => `${partsOf(day).year} 年 ${two(partsOf(day).month)} 月 ${two(partsOf(day).day)} 日`,
  'full width': (day) => fullWidth(`${partsOf(day).year}年${partsOf(day).month}月${partsOf(day).day}日`),
  'Chinese numerals': (day) => {
    const { year, month, day: date } = partsOf(day);
    return `${String(year).replace(/\d/g, (written) => digit(Number(written)))}年${numeral(month)}月${numeral(date)}日`;
  },
};

describe.each(Object.entries(styles))('a date written in the style %s', (_, write) => {
  it('reads back as itself, as a value and as a deadline', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(readCalendarDate(write(day))).toEqual({ day, precision: 'day' });
        expect(readDeadline(write(day), context)).toMatchObject({ kind: 'date', date: day });
      }),
    );
  });
});

describe.each(Object.entries(styles).filter(([name]) => !name.startsWith('serial')))('a deadline in the style %s', (_, write) => {
  it.each(['前', '之前完成', '止', '（含）前'])('reads the same with %s behind it', (suffix) => {
    fc.assert(
      fc.property(days, (day) => {
        expect(readDeadline(`${write(day)}${suffix}`, context).date).toBe(day);
      }),
    );
  });
});

describe('anything at all', () => {
  const pieces = Object.values(corpus)
    .flat()
    .flatMap(([cell]) =>
      typeof cell === 'string'
        ? Array.from({ length: 3 }, (_, index) => cell.slice(Math.floor((cell.length * index) / 3), Math.ceil((cell.length * (index + 1)) / 3)))
        : [],
    );
  const cells = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((parts) => parts.join('')),
    fc
      .array(fc.constantFrom(...Array.from('0123456789年月日季度每前后内底末初中旬周个工作至-~.,;、/()（）一二三十上下本次明 ')), { maxLength: 12 })
      .map((parts) => parts.join('')),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
  );
  const rows = fc.record({ issuedOn: fc.option(days), restDayPolicy: fc.constantFrom('keep', 'next', 'previous'), immediateWorkdays: fc.nat(5) });

  it('is read without throwing, and what is unreadable says why in both languages', () => {
    fc.assert(
      fc.property(cells, rows, (cell, row) => {
        const reading = readDeadline(cell, { ...context, ...row });
        for (const language of ['zh-CN', 'en'] as const) expect(say(reading.reading, language)).not.toBe(reading.reading.code);
        expect(reading.kind !== 'unreadable' || reading.reading.params['text'] !== undefined).toBe(true);
      }),
      times(20),
    );
  });
  it('has a day, a recurrence or neither, as its kind says, and milestones before the day', () => {
    fc.assert(
      fc.property(cells, rows, (cell, row) => {
        const { kind, date, recurrence, milestones } = readDeadline(cell, { ...context, ...row });
        expect(date !== undefined).toBe(['date', 'relative', 'immediate'].includes(kind));
        expect(recurrence !== undefined).toBe(kind === 'recurring');
        expect(milestones).toEqual(milestones.toSorted((one, other) => one - other));
      }),
      times(10),
    );
  });
});

describe('words that no rule knows', () => {
  const readable = Object.values(corpus)
    .flat()
    .filter((example): example is readonly [string, string] => typeof example[0] === 'string' && /^\d{4}-/.test(example[1]));

  it('make any deadline unreadable, before it or behind it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...readable), fc.constantFrom('遇雨', '甲方', '若有变化', '或者', '#'), (example, unknown) => {
        expect(readDeadline(`${unknown}${example[0]}`, context).kind).toBe('unreadable');
        expect(readDeadline(`${example[0]}；${unknown}`, context).kind).toBe('unreadable');
      }),
    );
  });
});
