import type { Ratio } from '../verdict/types.ts';

/** An exact number of any size; the denominator is above 0. */
export interface Exact {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const NOTHING: Exact = { numerator: 0n, denominator: 1n };

/**
 * An exact sum without a limit on its size. Terms are gathered by denominator, so that thousands of them cost one
 * addition each and the big fraction is made once; the result does not depend on their order.
 */
export class ExactSum {
  readonly #numerators = new Map<bigint, bigint>();
  readonly #safe = new Map<number, number>();

  add(term: Exact): void {
    this.#numerators.set(term.denominator, (this.#numerators.get(term.denominator) ?? 0n) + term.numerator);
  }

  /** Adds a ratio; while the sums stay safe integers, without the cost of big ones. */
  addRatio({ numerator, denominator }: Ratio): void {
    const sum = (this.#safe.get(denominator) ?? 0) + numerator;
    if (Number.isSafeInteger(sum)) this.#safe.set(denominator, sum);
    else this.add(exact({ numerator, denominator }));
  }

  value(): Exact {
    let total = NOTHING;
    for (const [denominator, numerator] of this.#safe) total = plus(total, exact({ numerator, denominator }));
    for (const [denominator, numerator] of this.#numerators) total = plus(total, { numerator, denominator });
    return total;
  }
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

function reduced(numerator: bigint, denominator: bigint): Exact {
  const divisor = gcd(numerator, denominator) || 1n;
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

export function exact(value: Ratio): Exact {
  return { numerator: BigInt(value.numerator), denominator: BigInt(value.denominator) };
}

export function plus(a: Exact, b: Exact): Exact {
  return reduced(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function minus(a: Exact, b: Exact): Exact {
  return plus(a, { numerator: -b.numerator, denominator: b.denominator });
}

export function times(a: Exact, b: Exact): Exact {
  return reduced(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** `a / b`; b must be above 0. */
export function over(a: Exact, b: Exact): Exact {
  return reduced(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** `value`, but not below `from` nor above `to`. */
export function clamp(value: Exact, from: Exact, to: Exact): Exact {
  if (minus(value, from).numerator < 0n) return from;
  return minus(value, to).numerator > 0n ? to : value;
}

/** Rounded half up to a number of decimals. */
export function round(value: Exact, decimals: number): number {
  const scale = 10n ** BigInt(decimals);
  const doubled = 2n * value.numerator * scale + value.denominator;
  const by = 2n * value.denominator;
  const floor = doubled >= 0n ? doubled / by : -((-doubled + by - 1n) / by);
  return Number(floor) / Number(scale);
}

/** Close to the nearest double: right to 15 significant digits for numbers of everyday size. */
export function approximate(value: Exact): number {
  const scale = 10n ** 15n;
  return Number((value.numerator * scale) / value.denominator) / 1e15;
}
