import { expect, test } from 'vitest';
import type { Content } from '../../../shared/ledger/entry.ts';
import { lastMonthEnd, scoreChanges } from '../../../shared/report/score-change.ts';
import { assess } from '../../../shared/scoring/assess.ts';
import { calendar, day, plan2022 } from '../support/measures.ts';
import { entriesOf } from '../support/workspace.ts';

function changesOf(measures: readonly Content[], asOf: string): ReadonlyMap<string, number> {
  const input = { entries: entriesOf({ measures }), plan: plan2022, asOf: day(asOf), calendar };
  return scoreChanges(input, assess(input).receipts);
}

const finished = { title: '做完的措施', due: '12月底', status: 'done', completedOn: '2022-03-01' };
const overdue = { title: '逾期的措施', due: '6月15日', status: 'open', progress: 40 };

test('the end of last month is its last day, whatever day of this month it is', () => {
  expect(['2022-06-01', '2022-06-30', '2022-03-01', '2024-03-31', '2022-01-15'].map((iso) => lastMonthEnd(day(iso)))).toEqual(
    ['2022-05-31', '2022-05-31', '2022-02-28', '2024-02-29', '2021-12-31'].map(day),
  );
});

test('what fell overdue this month costs its points and its value', () => {
  // 31 May: e = 150/165, v = 0.4/(150/165) = 0.44, so 100 × 1.44/2 = 72. 30 June: v = 0.2, so 100 × 1.2/2 − 1 = 59.
  expect(changesOf([finished, overdue], '2022-06-30')).toEqual(new Map([['区发改委', -13]]));
});

test('hundredths are exact', () => {
  // 31 May: (1 + 1 + 0.44)/3 = 81.33; 30 June: 2.2/3 − 1 point = 72.33. In doubles the difference is −8.999999….
  expect(changesOf([finished, finished, overdue], '2022-06-30').get('区发改委')).toBe(-9);
});

test('before the period there is nothing to compare with', () => {
  expect(changesOf([finished, overdue], '2022-01-20').size).toBe(0);
  expect(changesOf([finished, overdue], '2022-02-01').size).toBe(1);
});

test('a unit without a score at either end has no change', () => {
  const unscored = { title: '无法识别', due: '会议召开前', status: 'open' };
  expect(changesOf([unscored], '2022-06-30').size).toBe(0);
  expect(changesOf([{ ...unscored, completedOn: '2022-06-10', status: 'done' }], '2022-06-30').size).toBe(0);
});
