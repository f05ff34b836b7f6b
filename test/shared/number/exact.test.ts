import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { approximate, clamp, exact, ExactSum, NOTHING, over, plus, round, times } from '../../../shared/number/exact.ts';
import { compare, divide, multiply, ratio, ratioOf, toNumber } from '../../../shared/number/ratio.ts';

describe('ratios', () => {
  test('a written decimal is itself, not the double beside it', () => {
    expect(ratioOf(0.6)).toEqual({ numerator: 3, denominator: 5 });
    expect(ratioOf(33.3)).toEqual({ numerator: 333, denominator: 10 });
  });

  test('0.6 / 0.75 is exactly 0.8, where doubles say less', () => {
    expect(0.6 / 0.75 < 0.8).toBe(true);
    expect(compare(divide(ratioOf(0.6), ratioOf(0.75)), ratioOf(0.8))).toBe(0);
  });

  test('products are in lowest terms', () => {
    expect(multiply(ratio(2, 3), ratio(3, 4))).toEqual({ numerator: 1, denominator: 2 });
  });
});

const rational = fc.tuple(fc.integer({ min: -10_000, max: 10_000 }), fc.integer({ min: 1, max: 400 })).map(([n, d]) => ratio(n, d));

describe('exact sums', () => {
  test('do not depend on the order of their terms', () => {
    fc.assert(
      fc.property(fc.array(rational, { maxLength: 40 }), (terms) => {
        const sum = (list: typeof terms): unknown => {
          const total = new ExactSum();
          for (const term of list) total.add(exact(term));
          return total.value();
        };
        expect(sum(terms.toReversed())).toEqual(sum(terms));
      }),
    );
  });

  test('are close to what doubles say', () => {
    fc.assert(
      fc.property(fc.array(rational, { maxLength: 40 }), (terms) => {
        const total = new ExactSum();
        for (const term of terms) total.add(exact(term));
        expect(approximate(total.value())).toBeCloseTo(
          terms.reduce((sum, term) => sum + toNumber(term), 0),
          6,
        );
      }),
    );
  });
});

describe('rounding', () => {
  test.each([
    [1, 8, 2, 0.13], // 0.125
    [5, 1000, 2, 0.01], // 0.005, which a double holds as a little more
    [1005, 1000, 2, 1.01], // 1.005, which a double holds as a little less
    [-1, 8, 2, -0.12], // half up, towards +∞
    [2, 3, 2, 0.67],
    [0, 1, 2, 0],
  ])('%i/%i to %i decimals is %d: half up', (numerator, denominator, decimals, rounded) => {
    expect(round({ numerator: BigInt(numerator), denominator: BigInt(denominator) }, decimals)).toBe(rounded);
  });
});

test('clamping keeps what lies within and cuts what does not', () => {
  const hundred = exact(ratioOf(100));
  expect(clamp(exact(ratioOf(-3)), NOTHING, hundred)).toEqual(NOTHING);
  expect(clamp(exact(ratioOf(103)), NOTHING, hundred)).toEqual(hundred);
  expect(clamp(exact(ratioOf(72.5)), NOTHING, hundred)).toEqual(exact(ratioOf(72.5)));
});

test('dividing undoes multiplying', () => {
  fc.assert(
    fc.property(rational, rational, (a, b) => {
      fc.pre(b.numerator > 0);
      expect(over(times(exact(a), exact(b)), exact(b))).toEqual(plus(exact(a), NOTHING));
    }),
  );
});
