import { expect, test } from 'vitest';
import { linePath, scaled } from '../../../addin/ui/line-path.ts';

const box = { width: 100, height: 40, inset: 5 };

test('the least x lies left, the greatest y up, and the line keeps from the edges', () => {
  const points = scaled(
    [
      { x: 10, y: 60 },
      { x: 11, y: 80 },
      { x: 20, y: 70 },
    ],
    box,
  );
  expect(points).toEqual([
    { x: 5, y: 35 },
    { x: 14, y: 5 },
    { x: 95, y: 20 },
  ]);
  expect(linePath(points)).toBe('M5 35L14 5L95 20');
});

test('a day without a value breaks the line', () => {
  expect(
    linePath(
      scaled(
        [
          { x: 0, y: 1 },
          { x: 1, y: null },
          { x: 2, y: 2 },
          { x: 3, y: 1 },
        ],
        box,
      ),
    ),
  ).toBe('M5 35M65 5L95 35');
});

test('where all values are alike the line lies in the middle', () => {
  expect(
    linePath(
      scaled(
        [
          { x: 0, y: 7 },
          { x: 1, y: 7 },
        ],
        box,
      ),
    ),
  ).toBe('M5 20L95 20');
});
