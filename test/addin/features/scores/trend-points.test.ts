import { expect, test } from 'vitest';
import { trendPoints } from '../../../../addin/features/scores/trend-points.ts';
import { dayOf } from '../../../../shared/calendar/day.ts';

const june = (day: number): number => dayOf(2022, 6, day);
const trend = {
  from: '2022-06-01',
  to: '2022-06-30',
  days: ['2022-06-10', '2022-06-11', '2022-06-13', '2022-06-14'],
  units: [{ unit: '区发改委', score: [null, 80, 70, 75], grade: [null, 'good', 'pass', 'pass'] as const, rank: [null, 1, 2, 2] }],
};

test('the snapshots before the day shown come first, then the score of that day itself', () => {
  expect(trendPoints(trend, '区发改委', '2022-06-14', 76)).toEqual([
    { x: june(11), y: 80 },
    { x: june(13), y: 70 },
    { x: june(14), y: 76 },
  ]);
});

test('one score is no line, nor is a unit without snapshots or an answer that is not there yet', () => {
  expect(trendPoints(trend, '区发改委', '2022-06-11', 80)).toEqual([]);
  expect(trendPoints(trend, '区教育局', '2022-06-14', 80)).toEqual([]);
  expect(trendPoints(undefined, '区发改委', '2022-06-14', 80)).toEqual([]);
});
