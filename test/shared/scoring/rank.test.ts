import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ranksOf } from '../../../shared/scoring/rank.ts';

test('equal scores share a rank and the next one is skipped: 1, 2, 2, 4', () => {
  expect(ranksOf([90, 85, 85, 70])).toEqual([1, 2, 2, 4]);
});

test('a unit without a score has no rank and takes none', () => {
  expect(ranksOf([null, 60, null, 80])).toEqual([null, 2, null, 1]);
});

test('a rank is one more than the number of higher scores', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 20 }))), (scores) => {
      const ranks = ranksOf(scores);
      for (const [index, score] of scores.entries()) {
        expect(ranks[index]).toBe(score === null ? null : 1 + scores.filter((other) => other !== null && other > score).length);
      }
    }),
  );
});
