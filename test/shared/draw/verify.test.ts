import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { slip as slipSchema } from '../../../shared/contract/draws.ts';
import { say } from '../../../shared/contract/messages/index.ts';
import { slipOf } from '../../../shared/draw/draw.ts';
import { slipHashOf, termsHashOf } from '../../../shared/draw/hashes.ts';
import type { DrawTerms, Slip, SlipParty } from '../../../shared/draw/types.ts';
import { verifySlip } from '../../../shared/draw/verify.ts';
import { digest, goodSlip, list, parties, sha256, terms } from './support.ts';

async function faultsOf(slip: Slip, noted: readonly string[] = []): Promise<string[]> {
  const faults = await verifySlip(slip, digest, noted);
  for (const fault of faults) expect(say(fault, 'en')).not.toMatch(/^draw\.|\{/);
  return [...new Set(faults.map(({ code }) => code.replace('draw.', '')))];
}

/** A slip that was made, not tampered with, of what should never have happened. */
async function madeOf(changed: { terms?: Partial<DrawTerms>; parties?: readonly SlipParty[] }): Promise<string[]> {
  return faultsOf(
    await slipOf({ ...terms, parties: (changed.parties ?? parties).map(({ name }) => name), ...changed.terms }, list, changed.parties ?? parties, digest),
  );
}

/** The parties with some of the first one's fields replaced. */
function withFirst(change: Partial<SlipParty>): readonly SlipParty[] {
  return parties.map((party, at) => (at === 0 ? { ...party, ...change } : party));
}

test('a good slip has nothing wrong with it, also after a trip through a file', async () => {
  const slip = await goodSlip();
  expect(await faultsOf(slip)).toEqual([]);
  expect(await faultsOf(slipSchema.parse(JSON.parse(JSON.stringify(slip, null, 2))))).toEqual([]);
});

describe('is refused by name', () => {
  test('a list with an entry less, or with another one', async () => {
    const slip = await goodSlip();
    expect(await faultsOf({ ...slip, list: slip.list.slice(1) })).toContain('listChanged');
    expect(await faultsOf({ ...slip, list: slip.list.map((item, at) => (at === 0 ? { ...item, id: '01G40000000000000000000009' } : item)) })).toContain(
      'listChanged',
    );
  });

  test('a whole draw made anew over another list, by who noted the digest of the one that was frozen', async () => {
    const frozen = await goodSlip();
    const anew = await slipOf(terms, list.slice(1), parties, digest);
    expect(await faultsOf(anew)).toEqual([]);
    expect(await faultsOf(anew, [frozen.listHash])).toEqual(['notedDiffers']);
    expect(await faultsOf(anew, [frozen.termsHash])).toEqual(['notedDiffers']);
    expect(await faultsOf(frozen, [frozen.listHash, frozen.termsHash])).toEqual([]);
  });

  test('a secret that is not the one committed to', async () => {
    expect(await madeOf({ parties: withFirst({ secret: 'another secret, long enough' }) })).toEqual(['commitmentFalse']);
  });

  test('a secret that can be guessed', async () => {
    expect(await madeOf({ parties: withFirst({ secret: '123456', commitment: sha256('123456') }) })).toEqual(['secretTooShort']);
  });

  test('a late reveal', async () => {
    expect(await madeOf({ parties: withFirst({ revealedAt: '2022-07-02T01:00:00.001Z' }) })).toEqual(['revealLate']);
    expect(await madeOf({ parties: withFirst({ revealedAt: '2022-07-02T01:00:00.000Z' }) })).toEqual([]);
    expect(await madeOf({ parties: withFirst({ revealedAt: '2023-01-01T00:00:00.000Z' }), terms: { revealBy: null } })).toEqual([]);
  });

  test('a reveal before all had committed, and a commitment before the list was frozen', async () => {
    expect(await madeOf({ parties: withFirst({ revealedAt: '2022-07-01T02:30:00.000Z' }) })).toEqual(['revealEarly']);
    expect(await madeOf({ parties: withFirst({ committedAt: '2022-07-01T00:59:59.999Z' }) })).toEqual(['commitmentEarly']);
  });

  test('one party alone, the same one twice, one that copied another', async () => {
    expect(await madeOf({ parties: parties.slice(1) })).toEqual(['partiesTooFew']);
    expect(await madeOf({ parties: withFirst({ name: '纪委监委' }) })).toEqual(['partyTwice']);
    expect(await madeOf({ parties: withFirst({ secret: parties[1]?.secret ?? '', commitment: parties[1]?.commitment ?? '' }) })).toEqual(['commitmentCopied']);
  });

  test('an entry of a unit to be avoided', async () => {
    expect(await madeOf({ terms: { excluded: [{ unit: '区教育局', reason: '亲属任职', entries: 0 }] } })).toEqual(['avoidedListed']);
  });

  test('winners of which one was swapped, left out, or never was in the list', async () => {
    const slip = await goodSlip();
    const loser = slip.list.find(({ id }) => !slip.winners.some((winner) => winner.id === id))?.id ?? '';
    const [first, ...others] = slip.winners;
    expect(await faultsOf({ ...slip, winners: [{ id: loser, ticket: first?.ticket ?? '' }, ...others] })).toEqual([
      'winnerWrong',
      'winnerMissing',
      'slipChanged',
    ]);
    expect(await faultsOf({ ...slip, winners: others })).toEqual(['winnerMissing', 'slipChanged']);
    expect(await faultsOf({ ...slip, winners: [...slip.winners, ...others] })).toEqual(['winnerTwice', 'slipChanged']);
  });

  test('a size beyond what the list has', async () => {
    expect(await madeOf({ terms: { sizes: { key: 4, other: 1 } } })).toEqual(['tooFewEntries']);
  });
});

/** Every place of a slip that holds a value, as a path, with the fault that names a change there. */
const named: readonly (readonly [RegExp, string])[] = [
  [/^list\.\d+\.id/, 'listChanged'],
  [/^list\./, 'termsChanged'],
  [/^listHash/, 'listChanged'],
  [/^(number|workspace|of|asOf|flags|excluded|sizes|frozenAt|revealBy|termsHash)/, 'termsChanged'],
  [/^parties\.\d+\.name/, 'termsChanged'],
  [/^parties\.\d+\.(secret|commitment)/, 'commitmentFalse'],
  [/^parties\.\d+\.(committedAt|revealedAt)/, 'slipChanged'],
  [/^seed/, 'seedWrong'],
  [/^winners\.\d+\.id/, 'winnerWrong'],
  [/^winners\.\d+\.ticket/, 'ticketWrong'],
  [/^slipHash/, 'slipChanged'],
];

function placesOf(value: unknown, path: readonly string[] = []): string[] {
  if (typeof value !== 'object' || value === null) return [path.join('.')];
  return Object.entries(value).flatMap(([key, inner]) => placesOf(inner, [...path, key]));
}

/** The slip with the value at a path changed to another of its kind. */
function tampered(slip: Slip, place: string, salt: number): Slip {
  const copy = structuredClone(slip) as unknown as Record<string, unknown>;
  const path = place.split('.');
  const last = path.pop() ?? '';
  const holder = path.reduce((at, key) => at[key] as Record<string, unknown>, copy);
  const was = holder[last];
  if (typeof was === 'number') holder[last] = was + 1 + salt;
  else if (was === 'key' || was === 'other') holder[last] = was === 'key' ? 'other' : 'key';
  else if (was === 'measures') holder[last] = 'units';
  else if (/^[0-9a-f]{64}$/.test(String(was))) holder[last] = sha256(`${String(was)}${salt}`);
  else if (/^\d{4}-.*Z$/.test(String(was))) holder[last] = new Date(Date.parse(String(was)) + 1 + salt).toISOString();
  else holder[last] = `${String(was)}${salt}`;
  return copy as unknown as Slip;
}

test('a change of any single field is noticed and named', async () => {
  const slip = await goodSlip();
  const places = placesOf(slip).filter((place) => place !== 'version');
  expect(places.length).toBeGreaterThan(50);
  for (const place of places) expect(named.some(([pattern]) => pattern.test(place))).toBe(true);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...places), fc.nat({ max: 1_000 }), async (place, salt) => {
      const faults = await faultsOf(tampered(slip, place, salt));
      expect([place, faults]).toEqual([place, expect.arrayContaining([named.find(([pattern]) => pattern.test(place))?.[1]])]);
    }),
    { numRuns: 400 },
  );
});

test('whoever makes the digests agree again after moving an entry to another tier is given away by the winners or the noted digest', async () => {
  const slip = await goodSlip();
  const moved = slip.list.map((item, at) => (at === 0 ? { ...item, stratum: 'other' as const } : item));
  const { listHash, seed, winners, parties: who } = slip;
  const termsHash = await termsHashOf(terms, moved, digest);
  const forged = { ...slip, list: moved, listHash, seed, winners, parties: who, termsHash };
  const sealed = { ...forged, slipHash: await slipHashOf(forged, digest) };
  expect(await faultsOf(sealed, [slip.termsHash])).toContain('notedDiffers');
});
