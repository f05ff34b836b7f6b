import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawWinners, slipOf } from '../../../shared/draw/draw.ts';
import { isShortSecret, listHashOf, seedOf, ticketOf } from '../../../shared/draw/hashes.ts';
import type { DrawItem } from '../../../shared/draw/types.ts';
import { digest, goodSlip, list, parties, sha256, terms } from './support.ts';

describe('the worked example', () => {
  const ids = [
    '01G40000000000000000000001',
    '01G40000000000000000000002',
    '01G40000000000000000000003',
    '01G40000000000000000000004',
    '01G40000000000000000000005',
  ];
  const listHash = sha256(ids.join('\n'));
  // 纪 is U+7EAA and 考 U+8003, so 纪委监委 comes first.
  const seed = sha256([listHash, '纪委监委', 'correct horse battery staple', '考核组', '六月的雨下在屋檐上，一共落了三天整'].join('\n'));

  test('H is SHA-256 in lowercase hex', async () => {
    expect(await digest('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  test('the list’s digest is that of its ids in code-unit order', async () => {
    expect(await listHashOf(list, digest)).toBe(listHash);
    expect(await listHashOf([{ id: '区教育局' }, { id: '区住建局' }, { id: 'A' }], digest)).toBe(sha256('A\n区住建局\n区教育局'));
  });

  test('the seed is that of the list’s digest and the parties in order of name', async () => {
    expect(await seedOf(listHash, parties, digest)).toBe(seed);
  });

  test('the smallest tickets of each tier win', async () => {
    const ticket = (id: string | undefined): string => sha256(`${seed}\n${id}`);
    const [one, two, three, four, five] = ids;
    const key = [two, three, four].toSorted((a, b) => (ticket(a) < ticket(b) ? -1 : 1)).slice(0, 2);
    const other = [one, five].toSorted((a, b) => (ticket(a) < ticket(b) ? -1 : 1)).slice(0, 1);
    expect(await ticketOf(seed, ids[0] ?? '', digest)).toBe(ticket(one));
    const slip = await goodSlip();
    expect(slip).toMatchObject({ listHash, seed });
    expect(slip.winners).toEqual([...key, ...other].map((id) => ({ id, ticket: ticket(id) })));
  });
});

test('a secret is measured in characters as people count them', () => {
  expect(isShortSecret('十五个字的密语还差一个才够长')).toBe(true);
  expect(isShortSecret('🎲'.repeat(15))).toBe(true);
  expect(isShortSecret('🎲'.repeat(16))).toBe(false);
});

const permutation = <T>(items: readonly T[]): fc.Arbitrary<T[]> => fc.shuffledSubarray([...items], { minLength: items.length });

test('neither the order of the list nor that of the parties changes anything', async () => {
  const { winners, seed, listHash, termsHash, slipHash } = await goodSlip();
  await fc.assert(
    fc.asyncProperty(permutation(list), permutation(parties), async (items, revealed) => {
      const again = await slipOf({ ...terms, parties: terms.parties.toReversed() }, items, revealed, digest);
      expect(again).toMatchObject({ winners, seed, listHash, termsHash, slipHash });
    }),
  );
});

test('every entry has the same chance, whatever its place in the list', async () => {
  const SEEDS = 4_000;
  const entries = Array.from({ length: 10 }, (_, at): DrawItem => ({ id: `entry-${at}`, title: '', units: [], stratum: 'key' }));
  const wins = new Map(entries.map(({ id }) => [id, 0]));
  for (let at = 0; at < SEEDS; at += 1) {
    for (const { id } of await drawWinners(entries, { key: 3, other: 0 }, sha256(`seed ${at}`), digest)) wins.set(id, (wins.get(id) ?? 0) + 1);
  }
  const expected = (SEEDS * 3) / entries.length;
  // The standard deviation is 29; five of them are far beyond what even chances give.
  for (const count of wins.values()) expect(Math.abs(count - expected)).toBeLessThan(145);
});
