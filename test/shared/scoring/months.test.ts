import { describe, expect, test } from 'vitest';
import { isoOf } from '../../../shared/calendar/day.ts';
import type { Content, Entry } from '../../../shared/ledger/entry.ts';
import { dueMonths, firstMonth, monthsOf } from '../../../shared/scoring/months.ts';
import { day } from '../support/measures.ts';

const report = (content: Content): Entry => ({ id: String(content['submittedOn']), register: 'reports', revision: 1, content, memory: {} });
const period = () => ({ start: day('2021-07-01'), end: day('2022-06-30') });
const due = (first: string | null, asOf: string, graceDays = 3) =>
  dueMonths(first, period(), graceDays, day(asOf)).map(({ month, deadline }) => `${month} by ${isoOf(deadline)}`);

describe('the months whose reports are due', () => {
  test('begin with the first anybody reported, and go over New Year', () => {
    expect(due('2021-11', '2022-02-04')).toEqual(['2021-11 by 2021-12-03', '2021-12 by 2022-01-03', '2022-01 by 2022-02-03']);
    expect(due(null, '2022-02-04')).toEqual([]);
  });

  test('are those whose last day for a report lies before the day', () => {
    expect(due('2022-01', '2022-02-03')).toEqual([]);
    expect(due('2022-01', '2022-02-01', 0)).toEqual(['2022-01 by 2022-01-31']);
  });

  test('end with the period, whenever it is looked at', () => {
    expect(due('2022-05', '2023-01-01')).toEqual(['2022-05 by 2022-06-03', '2022-06 by 2022-07-03']);
    const broken = { start: day('2022-01-01'), end: day('2022-06-15') }; // the month the period ends in is still one of it
    expect(dueMonths('2022-06', broken, 3, day('2022-12-31')).map(({ month }) => month)).toEqual(['2022-06']);
  });

  test('the first month reported is the earliest one, whatever the order; a report without a month tells none', () => {
    expect(firstMonth(['2022-03', '2022-02', '2022-05'].map((month) => report({ month })))).toBe('2022-02');
    expect(firstMonth([report({}), report({ month: '2022-04' })])).toBe('2022-04');
    expect(firstMonth([])).toBeNull();
  });
});

test('of a month the earliest report counts: on time to the last day, late from the day after, missing without one', () => {
  const months = [
    { month: '2022-01', deadline: day('2022-02-03') },
    { month: '2022-02', deadline: day('2022-03-03') },
    { month: '2022-03', deadline: day('2022-04-03') },
  ];
  const reports = [
    report({ month: '2022-01', submittedOn: '2022-02-09' }),
    report({ month: '2022-01', submittedOn: '2022-02-03' }),
    report({ month: '2022-01', submittedOn: '2022-02-05' }),
    report({ month: '2022-02', submittedOn: '2022-03-04' }),
    report({ month: '2022-03' }),
  ];
  expect(monthsOf(months, reports).map(({ month, state, report: found }) => [month, state, found?.id ?? null])).toEqual([
    ['2022-01', 'onTime', '2022-02-03'],
    ['2022-02', 'late', '2022-03-04'],
    ['2022-03', 'missing', null],
  ]);
});
