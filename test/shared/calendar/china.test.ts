import { afterEach, describe, expect, it } from 'vitest';
import type { Festival } from '../../../shared/calendar/calendar.ts';
import { chinaCalendar } from '../../../shared/calendar/china.ts';
import { dayOf, dayOfSerial, isoOf, parseIso, serialOf } from '../../../shared/calendar/day.ts';

const calendar = chinaCalendar();
const day = (iso: string) => parseIso(iso) ?? Number.NaN;

describe('working days of the State Council notices', () => {
  it.each(['2022-01-29', '2022-01-30', '2022-04-24', '2022-10-08', '2022-10-09', '2022-06-30'])('%s is worked', (iso) =>
    expect(calendar.isWorkday(day(iso))).toBe(true),
  );
  it.each(['2022-01-31', '2022-04-05', '2022-06-03', '2022-10-07', '2022-07-31'])('%s is free', (iso) => expect(calendar.isWorkday(day(iso))).toBe(false));

  it('18 of the 60 month ends of 2022 to 2026 fall on rest days', () => {
    const ends = Array.from({ length: 60 }, (_, index) => dayOf(2022, index + 2, 1) - 1);
    expect(ends.filter((end) => !calendar.isWorkday(end))).toHaveLength(18);
  });
  it('are known up to the end of the last published year, weekdays are taken beyond', () => {
    expect(isoOf(calendar.horizon)).toBe('2026-12-31');
    expect(calendar.isWorkday(day('2027-10-01'))).toBe(true);
    expect(calendar.isWorkday(day('2027-10-02'))).toBe(false);
  });
});

describe('festivals', () => {
  it.each<[Festival, number, string]>([
    ['元旦', 2022, '2022-01-01'],
    ['春节', 2022, '2022-02-01'],
    ['除夕', 2022, '2022-01-31'],
    ['春节', 2023, '2023-01-22'],
    ['元宵', 2022, '2022-02-15'],
    ['清明', 2022, '2022-04-05'],
    ['清明', 2024, '2024-04-04'],
    ['端午', 2022, '2022-06-03'],
    ['端午', 2023, '2023-06-22'],
    ['中秋', 2022, '2022-09-10'],
    ['中秋', 2025, '2025-10-06'],
    ['国庆', 2022, '2022-10-01'],
    ['重阳', 2022, '2022-10-04'],
  ])('%s %d is %s', (name, year, iso) => expect(isoOf(calendar.festival(name, year) ?? 0)).toBe(iso));

  it('of the lunar calendar end with its tables', () => {
    expect(calendar.festival('春节', 2099)).not.toBeNull();
    expect(calendar.festival('春节', 2100)).toBeNull();
    expect(calendar.festival('国庆', 2100)).not.toBeNull();
  });

  it('agree with the Chinese calendar of the Unicode tables from 2000 to 2050', () => {
    const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' });
    const monthAndDay = (at: number) => lunar.format(at * 86_400_000);
    // The new moons of early 2027 and 2030 fall within minutes of midnight in Beijing; the Unicode tables put them on the wrong side.
    const wrongThere = new Set([2027, 2030]);
    const years = Array.from({ length: 51 }, (_, index) => 2000 + index);
    for (const year of years.filter((one) => !wrongThere.has(one))) expect([year, monthAndDay(calendar.festival('春节', year) ?? 0)]).toEqual([year, '1/1']);
    for (const year of years) {
      expect([year, monthAndDay(calendar.festival('端午', year) ?? 0)]).toEqual([year, '5/5']);
      expect([year, monthAndDay(calendar.festival('中秋', year) ?? 0)]).toEqual([year, '8/15']);
    }
    expect([2027, 2030].map((year) => isoOf(calendar.festival('春节', year) ?? 0))).toEqual(['2027-02-06', '2030-02-03']);
  });
});

describe('the machine’s time zone', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it.each([
    ['Pacific/Pago_Pago', -11],
    ['America/New_York', -5],
    ['Europe/London', 0],
    ['Asia/Shanghai', 8],
    ['Pacific/Kiritimati', 14],
  ])('does not move a day in %s (UTC%d)', (name, hours) => {
    process.env['TZ'] = name;
    expect(new Date(2022, 0, 1).getTimezoneOffset()).toBe(hours === 0 ? 0 : -60 * hours);
    for (let at = dayOf(1900, 3, 1); at <= dayOf(2100, 12, 31); at += 97)
      expect([isoOf(dayOfSerial(serialOf(at))), parseIso(isoOf(at))]).toEqual([isoOf(at), at]);
    const there = chinaCalendar();
    expect(isoOf(there.horizon)).toBe('2026-12-31');
    for (let at = dayOf(2022, 1, 1); at < dayOf(2023, 1, 1); at += 1) expect([isoOf(at), there.isWorkday(at)]).toEqual([isoOf(at), calendar.isWorkday(at)]);
    for (const festival of ['春节', '清明', '端午', '中秋'] as const) {
      for (let year = 2000; year < 2060; year += 1) expect(there.festival(festival, year)).toBe(festivals.get(`${festival}${year}`));
    }
  });
});

/** The festivals as computed in the zone the tests run in. */
const festivals = new Map(
  (['春节', '清明', '端午', '中秋'] as const).flatMap((name) =>
    Array.from({ length: 60 }, (_, index) => [`${name}${2000 + index}`, calendar.festival(name, 2000 + index)] as const),
  ),
);
