import { exact, round, times } from '../number/exact.ts';
import type { Ratio } from './types.ts';

const HUNDRED = { numerator: 100n, denominator: 1n };

/** A row's score as shown: its value × 100, rounded half up to one decimal (domain, Verdicts). */
export function rowScore({ numerator, denominator }: Ratio): number {
  const doubled = 2_000 * numerator + denominator;
  // Below 2^53 the floor of a quotient of whole numbers is right; the slow way is for the rest.
  if (Number.isSafeInteger(doubled) && Number.isSafeInteger(2 * denominator)) return Math.floor(doubled / (2 * denominator)) / 10;
  return round(times(exact({ numerator, denominator }), HUNDRED), 1);
}
