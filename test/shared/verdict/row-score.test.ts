import { expect, test } from 'vitest';
import { rowScore } from '../../../shared/verdict/row-score.ts';

test.each([
  [0, 1, 0],
  [1, 1, 100],
  [1, 3, 33.3],
  [2, 3, 66.7],
  [1_234, 10_000, 12.3],
  [12_349, 100_000, 12.3],
  [1_235, 10_000, 12.4], // a half is rounded up
  [12_351, 100_000, 12.4],
  [5, 10_000, 0.1],
  [49, 100_000, 0],
])('%i/%i is shown as %d', (numerator, denominator, shown) => {
  expect(rowScore({ numerator, denominator })).toBe(shown);
});

test('is as exact where doubles no longer hold the numbers', () => {
  const denominator = 9_007_199_254_740_000; // 2^53 is a little more
  expect(rowScore({ numerator: (denominator / 10_000) * 1_235, denominator })).toBe(12.4);
  expect(rowScore({ numerator: (denominator / 10_000) * 1_235 - 1, denominator })).toBe(12.3);
  expect(rowScore({ numerator: denominator, denominator })).toBe(100);
});
