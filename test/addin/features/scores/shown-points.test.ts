import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shownPoints } from '../../../../addin/features/scores/shown-points.ts';

type Lines = Parameters<typeof shownPoints>[0];

const line = (points: number): Lines[number] => ({ kind: 'clause', id: 'adjustment', points, entries: [] });
const halfUp = (value: number): number => Math.floor(value * 100 + 0.5 + 1e-6) / 100;

describe('the points shown on a receipt', () => {
  test('add up to the score: the worked example', () => {
    const lines = [line(58.666666666666664), line(18), line(-1), line(-0.1)];
    expect(shownPoints(lines, 75.57)).toEqual([58.67, 18, -1, -0.1]);
  });

  test('make good what rounding line by line would lose or gain', () => {
    expect(shownPoints([line(33.333333), line(33.333333), line(33.333334)], 100)).toEqual([33.33, 33.33, 33.34]);
    expect(shownPoints([line(10.006), line(10.006), line(10.006)], 30.02)).toEqual([10.01, 10.01, 10]);
  });

  test('are those of each line alone where there is no score, and none where nothing was assessed', () => {
    const unassessed: Lines[number] = { kind: 'notAssessed', id: 'reporting', reason: { code: '', params: {}, message: '' } };
    expect(shownPoints([unassessed, line(-0.5)], null)).toEqual([null, -0.5]);
  });

  test('always add up, each within a hundredth of its own, whole hundredths as they are', () => {
    const thousandths = fc.integer({ min: -20_000, max: 100_000 });
    fc.assert(
      fc.property(fc.array(thousandths, { minLength: 1, maxLength: 14 }), (points) => {
        const score = halfUp(points.reduce((sum, value) => sum + value, 0) / 1_000);
        const shown = shownPoints(
          points.map((value) => line(value / 1_000)),
          score,
        );
        expect(shown.reduce<number>((sum, value) => sum + Math.round((value ?? 0) * 100), 0)).toBe(Math.round(score * 100));
        points.forEach((value, at) => expect(Math.abs((shown[at] ?? 0) - value / 1_000)).toBeLessThan(0.01));
      }),
    );
  });
});
