import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chinaCalendar } from '../../../shared/calendar/china.ts';
import { dayOf, isoOf, parseIso } from '../../../shared/calendar/day.ts';
import { addWorkdays, offRestDay } from '../../../shared/calendar/workdays.ts';

const calendar = chinaCalendar();
const day = (iso: string) => parseIso(iso) ?? Number.NaN;
const published = fc.integer({ min: dayOf(2010, 1, 1), max: dayOf(2026, 6, 30) });

describe('addWorkdays', () => {
  it.each([
    ['2022-03-15', 0, '2022-03-15'],
    ['2022-03-15', 1, '2022-03-16'],
    ['2022-03-18', 1, '2022-03-21'],
    ['2022-09-30', 1, '2022-10-08'],
    ['2022-01-28', 2, '2022-01-30'],
  ])('%s and %d working days is %s', (from, count, to) => expect(isoOf(addWorkdays(day(from), count, calendar).day)).toBe(to));

  it('ends on a working day, with as many working days passed as were asked for', () => {
    fc.assert(
      fc.property(published, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const { day: to } = addWorkdays(from, count, calendar);
        const passed = Array.from({ length: to - from }, (_, index) => from + index + 1).filter((at) => calendar.isWorkday(at));
        expect(calendar.isWorkday(to)).toBe(true);
        expect(passed).toHaveLength(count);
      }),
    );
  });
  it('is provisional past the horizon, and for 0 never', () => {
    expect(addWorkdays(calendar.horizon - 10, 2, calendar).provisional).toBe(false);
    expect(addWorkdays(calendar.horizon, 1, calendar)).toEqual({ day: calendar.horizon + 1, provisional: true });
    expect(addWorkdays(calendar.horizon + 5, 0, calendar).provisional).toBe(false);
  });
});

describe('offRestDay', () => {
  it('keeps a working day whatever the policy', () => {
    for (const policy of ['keep', 'next', 'previous'] as const) expect(offRestDay(day('2022-10-08'), policy, calendar).day).toBe(day('2022-10-08'));
  });
  it('finds the nearest working day on the side the policy says', () => {
    fc.assert(
      fc.property(published, (at) => {
        const [next, previous] = [offRestDay(at, 'next', calendar).day, offRestDay(at, 'previous', calendar).day];
        const between = Array.from({ length: next - previous - 1 }, (_, index) => previous + index + 1);
        expect([next, previous].every((one) => calendar.isWorkday(one))).toBe(true);
        expect(previous <= at && at <= next).toBe(true);
        expect(between.filter((one) => one !== at && calendar.isWorkday(one))).toEqual([]);
      }),
    );
  });
  it('is provisional only where a day past the horizon was judged', () => {
    expect(offRestDay(calendar.horizon + 2, 'keep', calendar).provisional).toBe(false);
    expect(offRestDay(calendar.horizon + 2, 'previous', calendar).provisional).toBe(true);
    expect(offRestDay(calendar.horizon, 'next', calendar).provisional).toBe(false);
  });
});
