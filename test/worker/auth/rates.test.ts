import { expect, test } from 'vitest';
import { RATE_WINDOW_SECONDS, ratesOf } from '../../../worker/auth/rates.ts';

/** A limit that lets each key through `most` times. */
function limitOf(most: number): RateLimit {
  const seen = new Map<string, number>();
  return {
    async limit({ key }) {
      const count = (seen.get(key) ?? 0) + 1;
      seen.set(key, count);
      return { success: count <= most };
    },
  };
}

const none = { credential: undefined, address: undefined, wrongKey: undefined };

test('each kind is counted by its own limit, and each key by itself', async () => {
  const rates = ratesOf({ credential: limitOf(1), address: limitOf(2), wrongKey: limitOf(0) });
  expect([await rates.credential('a'), await rates.credential('a'), await rates.credential('b')]).toEqual([true, false, true]);
  expect([await rates.address('a'), await rates.address('a'), await rates.address('a')]).toEqual([true, true, false]);
  expect(await rates.wrongKey('a')).toBe(false);
});

test('where a runtime has no limits nothing is refused, and nobody is blocked', async () => {
  const rates = ratesOf(none);
  for (let time = 0; time < 3; time += 1) {
    expect([await rates.credential('a'), await rates.address('a'), await rates.wrongKey('a')]).toEqual([true, true, true]);
  }
  expect(rates.isBlocked('a')).toBe(false);
});

test('an address is blocked for a minute from its last wrong key too many, and no other with it', async () => {
  let now = 1_000_000;
  const rates = ratesOf({ ...none, wrongKey: limitOf(1) }, () => now);
  await rates.wrongKey('a');
  expect(rates.isBlocked('a')).toBe(false);
  await rates.wrongKey('a');
  expect([rates.isBlocked('a'), rates.isBlocked('b')]).toEqual([true, false]);
  now += RATE_WINDOW_SECONDS * 1_000 - 1;
  expect(rates.isBlocked('a')).toBe(true);
  now += 1;
  expect(rates.isBlocked('a')).toBe(false);
  expect(RATE_WINDOW_SECONDS).toBe(60);
});

test('requests refused for another reason block nobody', async () => {
  const rates = ratesOf({ ...none, credential: limitOf(0), address: limitOf(0) });
  expect([await rates.credential('a'), await rates.address('a')]).toEqual([false, false]);
  expect(rates.isBlocked('a')).toBe(false);
});

test('10,000 blocked addresses are remembered; with one more the memory begins anew, so that it never grows beyond', async () => {
  const rates = ratesOf({ ...none, wrongKey: limitOf(0) }, () => 0);
  for (let address = 1; address <= 10_000; address += 1) await rates.wrongKey(`address ${address}`);
  expect([rates.isBlocked('address 1'), rates.isBlocked('address 10000')]).toEqual([true, true]);
  await rates.wrongKey('one more');
  expect([rates.isBlocked('address 1'), rates.isBlocked('address 10000'), rates.isBlocked('one more')]).toEqual([false, false, true]);
});
