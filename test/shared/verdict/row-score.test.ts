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

// Each lies less than 1/2^52 below 12.35 %: in doubles it would be taken for the half and rounded up.
test.each([
  [1_112_389_107_960_215, 9_007_199_254_738_583],
  [556_194_553_979_526, 4_503_599_627_364_583],
])('is as exact where doubles no longer hold the numbers: %i/%i is 12.3', (numerator, denominator) => {
  expect(rowScore({ numerator, denominator })).toBe(12.3);
});
