import { describe, expect, it } from 'vitest';
import { isoOf } from '../../../shared/calendar/day.ts';
import type { Cell } from '../../../shared/cell.ts';
import { readCalendarDate } from '../../../shared/deadline/dates.ts';

function read(cell: Cell): string {
  const result = readCalendarDate(cell);
  if ('problem' in result) return result.problem.code;
  return `${isoOf(result.day)} ${result.precision}`;
}

describe('readCalendarDate (domain, Values)', () => {
  it.each<[Cell, string]>([
    [44_742, '2022-06-30 day'],
    [44_742.999, '2022-06-30 day'],
    ['44742', '2022-06-30 day'],
    [36_526, '2000-01-01 day'],
    [73_050, '2099-12-31 day'],
    [20220630, '2022-06-30 day'],
    ['20220630', '2022-06-30 day'],
    [202206, '2022-06-30 month'],
    ['202206', '2022-06-30 month'],
    ['2022-06-30', '2022-06-30 day'],
    ['2022-06-30 08:00:00', '2022-06-30 day'],
    ['2022.6.30', '2022-06-30 day'],
    ['２０２２／６／３０', '2022-06-30 day'],
    ['2022年6月30日', '2022-06-30 day'],
    ['2022年6月30', '2022-06-30 day'],
    ['22年6月30日', '2022-06-30 day'],
    ['二〇二二年六月三十日', '2022-06-30 day'],
    ['2022年6月', '2022-06-30 month'],
    ['2022年2月份', '2022-02-28 month'],
    ['2022-06', '2022-06-30 month'],
    ['2022.10', '2022-10-31 month'],
  ])('reads %s as %s', (cell, expected) => expect(read(cell)).toBe(expected));

  it.each<[Cell, string]>([
    [2022.1, 'deadline.zeroEaten'],
    ['2022.1', 'deadline.zeroEaten'],
    [36_525, 'deadline.notADateNumber'],
    [73_051, 'deadline.notADateNumber'],
    ['2022', 'deadline.notADateNumber'],
    ['20221301', 'deadline.noSuchMonth'],
    ['2022-02-30', 'deadline.noSuchDay'],
    ['2022年13月', 'deadline.noSuchMonth'],
    ['2022.6/30', 'deadline.notADate'],
    ['6月30日', 'deadline.notADate'],
    ['6.30', 'deadline.notADate'],
    ['6月底', 'deadline.notADate'],
    ['已完成', 'deadline.notADate'],
    [true, 'deadline.notADate'],
    [null, 'deadline.notADate'],
  ])('does not read %s: %s', (cell, code) => expect(read(cell)).toBe(code));
});
