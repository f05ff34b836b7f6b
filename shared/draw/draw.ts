import type { Digest } from '../text/digest.ts';
import { listHashOf, seedOf, slipHashOf, termsHashOf, ticketOf } from './hashes.ts';
import { strata, type DrawItem, type DrawTerms, type Sizes, type Slip, type SlipParty, type Winner } from './types.ts';

/** The entries with the smallest tickets of each stratum, the key stratum first, smallest ticket first (domain, Random draw). */
export async function drawWinners(list: readonly DrawItem[], sizes: Sizes, seed: string, digest: Digest): Promise<readonly Winner[]> {
  const tickets = await Promise.all(list.map(async ({ id, stratum }) => ({ id, stratum, ticket: await ticketOf(seed, id, digest) })));
  tickets.sort((a, b) => (a.ticket < b.ticket ? -1 : 1));
  return strata.flatMap((stratum) =>
    tickets
      .filter((candidate) => candidate.stratum === stratum)
      .slice(0, sizes[stratum])
      .map(({ id, ticket }) => ({ id, ticket })),
  );
}

/** The slip of a draw whose secrets are all revealed. */
export async function slipOf(terms: DrawTerms, list: readonly DrawItem[], parties: readonly SlipParty[], digest: Digest): Promise<Slip> {
  const listHash = await listHashOf(list, digest);
  const seed = await seedOf(listHash, parties, digest);
  const slip = {
    version: 1,
    ...terms,
    list,
    listHash,
    termsHash: await termsHashOf(terms, list, digest),
    parties,
    seed,
    winners: await drawWinners(list, terms.sizes, seed, digest),
  } as const;
  return { ...slip, slipHash: await slipHashOf(slip, digest) };
}
