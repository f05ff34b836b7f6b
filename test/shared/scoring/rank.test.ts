import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byRank, ranksOf } from '../../../shared/scoring/rank.ts';

const standing = (score: number | null, vetoed = false) => ({ score, vetoed });

test('equal scores share a rank and the next one is skipped: 1, 2, 2, 4', () => {
  expect(ranksOf([90, 85, 85, 70].map((score) => standing(score)))).toEqual([1, 2, 2, 4]);
});

test('a unit without a score has no rank and takes none', () => {
  expect(ranksOf([null, 60, null, 80].map((score) => standing(score)))).toEqual([null, 2, null, 1]);
});

test('a rank is one more than the number of higher scores', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 20 }))), (scores) => {
      const ranks = ranksOf(scores.map((score) => standing(score)));
      for (const [index, score] of scores.entries()) {
        expect(ranks[index]).toBe(score === null ? null : 1 + scores.filter((other) => other !== null && other > score).length);
      }
    }),
  );
});

test('a vetoed unit ranks after every unit that is not, whatever its score', () => {
  expect(ranksOf([standing(95, true), standing(60), standing(40), standing(95, true), standing(99, true)])).toEqual([4, 1, 2, 4, 3]);
});

test('in order of rank, units without one come last, and equal ones stay as they were', () => {
  const ranks = [null, 2, 1, null, 2];
  expect(byRank(ranks.map((rank, at) => ({ rank, at }))).map(({ at }) => at)).toEqual([2, 1, 4, 0, 3]);
});
