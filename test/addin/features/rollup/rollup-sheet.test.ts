import { describe, expect, test } from 'vitest';
import { monthAfter, monthWords } from '../../../../addin/features/rollup/months.ts';
import { rollupSheet, sumOf } from '../../../../addin/features/rollup/rollup-sheet.ts';
import type { RollupAnswer, UnitRollupAnswer } from '../../../../shared/contract/reports.ts';
import { speaking } from '../reports/speaking.ts';

const figure = (...entries: string[]) => ({ count: entries.length, entries });

function unit(name: string, part: Partial<UnitRollupAnswer>): UnitRollupAnswer {
  return {
    unit: name,
    tier: 'key',
    assessed: true,
    score: 75.57,
    grade: 'pass',
    rank: 1,
    tierRank: 1,
    card: 'red',
    overdue: 1,
    dueSoon: 0,
    vetoed: false,
    change: -1.5,
    measures: { total: figure('A', 'B'), done: figure('A'), overdue: figure('B'), dueNextMonth: figure() },
    report: { state: 'late', submittedOn: '2022-06-06', entry: 'R' },
    problems: { opened: figure('P'), closed: figure(), open: figure('P'), overdue: figure('P') },
    ...part,
  };
}

const rollup: RollupAnswer = {
  month: '2022-05',
  asOf: '2022-05-31',
  previous: '2022-04-30',
  today: '2022-07-01',
  reportDeadline: '2022-06-03',
  revision: 1,
  planVersion: 1,
  units: [
    unit('区发改委', {}),
    unit('区司法局', {
      score: null,
      change: null,
      card: 'grey',
      measures: { total: figure(), done: figure(), overdue: figure(), dueNextMonth: figure() },
      report: { state: null, submittedOn: null, entry: null },
    }),
  ],
  entries: [],
};

describe('a roll-up as a sheet', () => {
  test('has a line for each unit and one for all, in which a problem of two units counts once', async () => {
    const sheet = rollupSheet(rollup, await speaking('zh-CN'));
    expect(sheet).toMatchObject({ name: '2022年5月汇总', title: '2022年5月责任清单落实情况汇总表', orientation: 'landscape' });
    expect(sheet.sections[0]?.rows).toEqual([
      ['区发改委', { text: '有逾期', card: 'red' }, 75.57, -1.5, 2, 1, 1, 0, { text: '迟报', card: 'yellow' }, 1, 0, 1, 1],
      ['区司法局', { text: '无措施', card: 'grey' }, null, null, 0, 0, 0, 0, '不要求报送', 1, 0, 1, 1],
      ['合计', null, null, null, 2, 1, 1, 0, null, 1, 0, 1, 1],
    ]);
    for (const row of sheet.sections[0]?.rows ?? []) expect(row).toHaveLength(sheet.columns.length);
  });

  test('in English', async () => {
    expect(rollupSheet(rollup, await speaking('en'))).toMatchObject({ name: 'Roll-up May 2022', title: 'Roll-up of May 2022' });
  });
});

test('entries that the key may not read are counted as often as they are told', () => {
  expect(sumOf([figure('A', 'B'), figure('B')])).toBe(2);
  expect(sumOf([{ count: 5, entries: ['A'] }, figure('A')])).toBe(5);
});

test('months follow each other over the year’s end, and are said as people say them', () => {
  expect([monthAfter('2022-12', 1), monthAfter('2022-01', -1), monthAfter('2022-05', 1)]).toEqual(['2023-01', '2021-12', '2022-06']);
  expect([monthWords('2022-05', 'zh-CN'), monthWords('2022-05', 'en')]).toEqual(['2022年5月', 'May 2022']);
});
