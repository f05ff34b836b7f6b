import { describe, expect, it } from 'vitest';
import { chinaCalendar } from '../../../shared/calendar/china.ts';
import { dayOf, isoOf, parseIso } from '../../../shared/calendar/day.ts';
import type { Cell } from '../../../shared/cell.ts';
import { say } from '../../../shared/contract/messages/index.ts';
import { deadlineReader, readDeadline } from '../../../shared/deadline/read.ts';
import type { DeadlineContext, DeadlineReading } from '../../../shared/deadline/types.ts';
import { corpus } from './corpus.ts';

const calendar = chinaCalendar();
const base: DeadlineContext = {
  period: { start: dayOf(2022, 1, 1), end: dayOf(2022, 12, 31) },
  issuedOn: null,
  wordedOn: dayOf(2022, 6, 30),
  calendar,
  restDayPolicy: 'keep',
  immediateWorkdays: 0,
};

const read = (cell: Cell, context: Partial<DeadlineContext> = {}) => readDeadline(cell, { ...base, ...context });

const words = (cell: Cell, context: Partial<DeadlineContext> = {}) => say(read(cell, context).reading, 'zh-CN');
const dueDate = (cell: Cell, context: Partial<DeadlineContext>) => isoOf(read(cell, context).date ?? 0);

/** A reading in the notation of the corpus. */
function described(reading: DeadlineReading): string {
  if (reading.kind === 'unreadable') return `unreadable: ${reading.reading.code.replace('deadline.', '')}`;
  if (reading.recurrence) return `every ${reading.recurrence.every} on ${isoOf(reading.recurrence.dueWithin(dayOf(2022, 6, 15)))}`;
  if (reading.date === undefined) return reading.kind;
  const milestones = reading.milestones.length > 0 ? ` after ${reading.milestones.map(isoOf).join(' ')}` : '';
  return `${reading.kind === 'date' ? '' : `${reading.kind} `}${isoOf(reading.date)}${milestones}`;
}

describe.each(Object.entries(corpus))('%s', (_, examples) => {
  it.each(examples.map(([cell, reads, row]) => ({ cell, reads, row: row ?? {} })))('$cell reads as $reads', ({ cell, reads, row }) => {
    const context = { issuedOn: row.issued ? parseIso(row.issued) : null, wordedOn: parseIso(row.worded ?? '2022-06-30') ?? 0 };
    const reading = read(cell, context);
    expect(described(reading)).toBe(reads);
    for (const language of ['zh-CN', 'en'] as const) {
      const said = say(reading.reading, language);
      expect(said).not.toBe(reading.reading.code);
      expect(said).not.toMatch(/\{\w+\}/);
    }
  });
});

it('the corpus holds at least 150 deadlines', () => {
  expect(Object.values(corpus).flat().length).toBeGreaterThanOrEqual(150);
});

describe('the reading says what was read', () => {
  it('says the date', () => expect(words('2022年6月底前')).toBe('按 2022-06-30 计'));
  it('says that the year was assumed', () => expect(words('6月底')).toBe('未写年份，按 2022 年计：2022-06-30'));
  it('says that the year was moved', () =>
    expect(words('2月底', { issuedOn: dayOf(2022, 3, 15) })).toBe('未写年份，2022-02-28 早于下达日期 2022-03-15，顺延到下一年：2023-02-28'));
  it('says what does not exist, with what was written', () => {
    expect(read('每年13月底').reading.params).toEqual({ text: '每年13月底', month: 13 });
    expect(read('每年第5季度').reading.params).toEqual({ text: '每年第5季度' });
    expect(read('2150年春节前').reading.params).toEqual({ text: '2150年春节前', year: 2150 });
    expect(read('2000个工作日内').reading.params).toEqual({ text: '2000个工作日内' });
  });
  it('moves the year only of what lies before the issue date, not of what lies on it', () => {
    const issued = { issuedOn: dayOf(2022, 3, 15) };
    expect(dueDate('3月15日', issued)).toBe('2022-03-15');
    expect(dueDate('3月14日', issued)).toBe('2023-03-14');
  });
  it('ends a range on the day it starts, or in the next year before that', () => {
    expect(dueDate('6月30日至6月30日', {})).toBe('2022-06-30');
    expect(dueDate('6月30日至6月29日', {})).toBe('2023-06-29');
  });
  it('says what this month counts from', () => {
    expect(words('本月底')).toBe('没有下达日期，从首次报送日 2022-06-30 起算，按 2022-06-30 计');
    expect(words('本月底', { issuedOn: dayOf(2022, 3, 15) })).toBe('从 2022-03-15 起算，按 2022-03-31 计');
  });
  it('says that a due date was moved off a rest day', () =>
    expect(words('2022年7月31日', { restDayPolicy: 'next' })).toBe('按 2022-08-01 计（2022-07-31 为休息日）'));
  it('says that it is provisional', () =>
    expect(words('2027年10月2日', { restDayPolicy: 'next' })).toBe('按 2027-10-04 计（2027-10-02 为休息日）（暂按：当年放假安排尚未公布）'));
  it('says why not', () => {
    expect(words('6月31日')).toBe('无法识别：6月31日不存在（6月31日）');
    expect(words('15日内')).toBe('无法识别：“15日内”要从下达日期起算，而本行没有下达日期');
    expect(words('6月底前，遇疫情顺延')).toBe('无法识别：看不懂“遇疫情顺延”（6月底前;遇疫情顺延）');
  });
});

describe('rest days (domain, Deadlines)', () => {
  it('keeps, or takes the next or previous working day', () => {
    expect(dueDate('2022年7月31日', { restDayPolicy: 'keep' })).toBe('2022-07-31');
    expect(dueDate('2022年7月31日', { restDayPolicy: 'next' })).toBe('2022-08-01');
    expect(dueDate('2022年7月31日', { restDayPolicy: 'previous' })).toBe('2022-07-29');
  });
  it('knows holidays and make-up days', () => {
    expect(dueDate('2022年10月1日', { restDayPolicy: 'next' })).toBe('2022-10-08');
    expect(dueDate('2022年10月8日', { restDayPolicy: 'next' })).toBe('2022-10-08');
    expect(dueDate('2022年10月7日', { restDayPolicy: 'previous' })).toBe('2022-09-30');
  });
  it('applies to relative and recurring deadlines, not to at once or milestones', () => {
    expect(dueDate('15日内', { restDayPolicy: 'next', issuedOn: dayOf(2022, 7, 16) })).toBe('2022-08-01');
    const monthly = read('每月末', { restDayPolicy: 'previous' }).recurrence;
    expect(monthly && isoOf(monthly.dueWithin(dayOf(2022, 7, 4)))).toBe('2022-07-29');
    expect(dueDate('立行立改', { restDayPolicy: 'next', issuedOn: dayOf(2022, 7, 31) })).toBe('2022-07-31');
    expect(read('2022年7月31日前完成初稿，2022年8月底印发', { restDayPolicy: 'next' }).milestones.map(isoOf)).toEqual(['2022-07-31']);
  });
});

describe('provisional', () => {
  it('is an answer that needed a year not yet published', () => {
    expect(read('2027年10月8日', { restDayPolicy: 'next' }).provisional).toBe(true);
    expect(read('5个工作日内', { issuedOn: calendar.horizon - 1 }).provisional).toBe(true);
    const monthly = read('每月末', { restDayPolicy: 'next' }).recurrence;
    expect(monthly?.isProvisional(calendar.horizon + 1)).toBe(true);
    expect(monthly?.isProvisional(dayOf(2022, 6, 1))).toBe(false);
  });
  it('is not an answer that needed no working day, or one of a published year', () => {
    expect(read('2027年10月8日').provisional).toBe(false);
    expect(read('15日内', { issuedOn: calendar.horizon }).provisional).toBe(false);
    expect(read('2022年7月31日', { restDayPolicy: 'next' }).provisional).toBe(false);
  });
});

describe('plans', () => {
  it('grants working days for at once', () => {
    const reading = read('立行立改', { issuedOn: dayOf(2022, 9, 29), immediateWorkdays: 3 });
    expect(isoOf(reading.date ?? 0)).toBe('2022-10-09');
  });
  it('takes the year of a period over New Year in which the date lies', () => {
    const period = { start: dayOf(2022, 7, 1), end: dayOf(2023, 6, 30) };
    expect(isoOf(read('9月底', { period }).date ?? 0)).toBe('2022-09-30');
    expect(isoOf(read('3月底', { period }).date ?? 0)).toBe('2023-03-31');
  });
});

describe('recurrences', () => {
  it.each([
    ['每周五', '2022-06-15', '2022-06-13', '2022-06-17', '2022-06-20'],
    ['每月末', '2024-02-10', '2024-02-01', '2024-02-29', '2024-03-01'],
    ['每月30日', '2022-02-10', '2022-02-01', '2022-02-28', '2022-03-01'],
    ['每季度末', '2022-11-11', '2022-10-01', '2022-12-31', '2023-01-01'],
    ['每半年', '2022-07-01', '2022-07-01', '2022-12-31', '2023-01-01'],
    ['每年3月底前', '2022-07-01', '2022-01-01', '2022-03-31', '2023-01-01'],
    ['每年2月29日', '2022-07-01', '2022-01-01', '2022-02-28', '2023-01-01'],
  ])('%s around %s: period from %s, due %s, next period %s', (cell, day, start, due, next) => {
    const recurrence = read(cell).recurrence;
    const at = parseIso(day) ?? 0;
    expect(recurrence && [recurrence.periodStart(at), recurrence.dueWithin(at), recurrence.nextPeriod(at)].map(isoOf)).toEqual([start, due, next]);
  });
});

describe('deadlineReader', () => {
  const { issuedOn: _issued, wordedOn: _worded, ...settings } = base;

  it('reads as readDeadline does, also the second time and from another base', () => {
    const reader = deadlineReader(settings);
    for (const cell of ['15日内', '本月底', '2月底', '6月31日', 44742, null]) {
      for (const issuedOn of [null, dayOf(2022, 3, 15), dayOf(2022, 4, 20), null]) {
        const reading = reader(cell, issuedOn, base.wordedOn);
        expect(described(reading)).toBe(described(read(cell, { issuedOn })));
        expect(reading.reading).toEqual(read(cell, { issuedOn }).reading);
      }
    }
  });
  it('reads a wording once per base', () => {
    const reader = deadlineReader(settings);
    expect(reader('6月底', null, 0)).toBe(reader('6月底', null, 0));
    expect(reader('本月底', null, dayOf(2022, 1, 1)).date).not.toBe(reader('本月底', null, dayOf(2022, 2, 1)).date);
  });
  it('keeps a number and the same digits as text apart', () => {
    const reader = deadlineReader(settings);
    expect(reader('6.3', null, 0).kind).toBe('date');
    expect(reader(6.3, null, 0).kind).toBe('unreadable');
  });
});
