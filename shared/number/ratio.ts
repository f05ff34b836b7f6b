import type { Ratio } from '../verdict/types.ts';

/** Decimals of a written number that count; beyond them Excel's own noise (33.300000000000004) begins. */
const DECIMALS = 6;
const SCALE = 10 ** DECIMALS;

export const ZERO: Ratio = { numerator: 0, denominator: 1 };
export const ONE: Ratio = { numerator: 1, denominator: 1 };

function gcd(a: number, b: number): number {
  let [x, y] = [Math.abs(a), b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

/** `numerator / denominator` in lowest terms; both whole and safe, the denominator above 0. */
export function ratio(numerator: number, denominator: number): Ratio {
  const divisor = gcd(numerator, denominator) || 1;
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/** The exact ratio of a number as written, to six decimals: 0.6 is 3/5, not the double beside it. */
export function ratioOf(value: number): Ratio {
  return Number.isInteger(value) ? { numerator: value, denominator: 1 } : ratio(Math.round(value * SCALE), SCALE);
}

export function multiply(a: Ratio, b: Ratio): Ratio {
  if (a === ONE) return b;
  if (b === ONE) return a;
  // Crosswise reduction first keeps the products within safe integers.
  const left = gcd(a.numerator, b.denominator) || 1;
  const right = gcd(b.numerator, a.denominator) || 1;
  return { numerator: (a.numerator / left) * (b.numerator / right), denominator: (b.denominator / left) * (a.denominator / right) };
}

/** `a / b`; b must be above 0. */
export function divide(a: Ratio, b: Ratio): Ratio {
  return multiply(a, { numerator: b.denominator, denominator: b.numerator });
}

/** `1 − a` */
export function complement(a: Ratio): Ratio {
  return { numerator: a.denominator - a.numerator, denominator: a.denominator };
}

/** Negative, zero or positive as a is less than, equal to or greater than b; exact. */
export function compare(a: Ratio, b: Ratio): number {
  const [leftProduct, rightProduct] = [a.numerator * b.denominator, b.numerator * a.denominator];
  if (Number.isSafeInteger(leftProduct) && Number.isSafeInteger(rightProduct)) return leftProduct - rightProduct;
  const left = BigInt(a.numerator) * BigInt(b.denominator);
  const right = BigInt(b.numerator) * BigInt(a.denominator);
  return left < right ? -1 : left > right ? 1 : 0;
}

export function least(a: Ratio, b: Ratio): Ratio {
  return compare(a, b) <= 0 ? a : b;
}

export function greatest(a: Ratio, b: Ratio): Ratio {
  return compare(a, b) >= 0 ? a : b;
}

/** The nearest double. */
export function toNumber(value: Ratio): number {
  return value.numerator / value.denominator;
}
