import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, dayOfSerial, isDate, isoOf, parseIso, partsOf, serialOf, weekdayOf } from '../../../shared/calendar/day.ts';

const days = fc.integer({ min: dayOf(1900, 3, 1), max: dayOf(2100, 12, 31) });

describe('Excel serials (domain, Values)', () => {
  it.each([
    [61, '1900-03-01'],
    [36_526, '2000-01-01'],
    [44_742, '2022-06-30'],
    [73_050, '2099-12-31'],
  ])('%d is %s', (serial, iso) => {
    expect(isoOf(dayOfSerial(serial))).toBe(iso);
    expect(serialOf(parseIso(iso) ?? 0)).toBe(serial);
  });
  it('drop the time of day', () => expect(isoOf(dayOfSerial(44_742.99))).toBe('2022-06-30'));
  it('go to a day and back, 1900-03-01 to 2100', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(dayOfSerial(serialOf(day))).toBe(day);
      }),
    );
  });
});

describe('days', () => {
  it('go to ISO text and back', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(parseIso(isoOf(day))).toBe(day);
      }),
    );
  });
  it('go to their parts and back', () => {
    fc.assert(
      fc.property(days, (day) => {
        const parts = partsOf(day);
        expect(isDate(parts.year, parts.month, parts.day)).toBe(true);
        expect(dayOf(parts.year, parts.month, parts.day)).toBe(day);
      }),
    );
  });
  it('follow each other through the week', () => {
    expect(weekdayOf(dayOf(2022, 6, 30))).toBe(4);
    fc.assert(
      fc.property(days, (day) => {
        expect(weekdayOf(day + 1)).toBe((weekdayOf(day) % 7) + 1);
      }),
    );
  });
  it.each(['2022-02-29', '2022-13-01', '2022-6-30', '20220630', ''])('%s is no ISO date', (text) => expect(parseIso(text)).toBeNull());
});
