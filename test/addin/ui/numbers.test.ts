import { expect, test } from 'vitest';
import { linePointsText, percentText, pointsText, scoreText } from '../../../addin/ui/numbers.ts';

test('a score has two decimals, and a dash stands for none', () => {
  expect([72.3, 100, 0, null].map(scoreText)).toEqual(['72.30', '100.00', '0.00', '–']);
});

test('points carry their sign, with a true minus', () => {
  expect([-1, -0.5, 0.5, 0, -0.001].map(pointsText)).toEqual(['−1', '−0.5', '+0.5', '0', '0']);
});

test('a share is a percentage of at most one decimal, or as many as are asked for', () => {
  expect([0.933333, 0.4].map((share) => percentText(share, 2))).toEqual(['93.33', '40']);
  expect([1, 0.73333, 0, 0.0449].map((share) => percentText(share))).toEqual(['100', '73.3', '0', '4.5']);
});

test.each([
  [-5.4, '−5.40'],
  [0.5, '+0.50'],
  [-2.81, '−2.81'],
  [0, '0.00'],
  [-0.001, '0.00'],
])('a receipt’s line of %f points reads %s', (points, text) => {
  expect(linePointsText(points)).toBe(text);
});
