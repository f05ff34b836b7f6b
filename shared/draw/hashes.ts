import type { Digest } from '../text/digest.ts';
import type { DrawItem, DrawTerms, Slip } from './types.ts';

/** The fewest characters a secret may have, and the most. */
export const MIN_SECRET = 16;
export const MAX_SECRET = 200;

/** Whether a secret is too short to be safe from guessing. Characters as people count them, not code units. */
export function isShortSecret(secret: string): boolean {
  return [...secret].length < MIN_SECRET;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** `listHash = H(ids in code-unit order, joined by \n)` (domain, Random draw). */
export function listHashOf(list: readonly { readonly id: string }[], digest: Digest): Promise<string> {
  return digest(
    list
      .map(({ id }) => id)
      .toSorted(compare)
      .join('\n'),
  );
}

/** What a party shows of a secret before the reveals: `H(secret)`. */
export function commitmentOf(secret: string, digest: Digest): Promise<string> {
  return digest(secret);
}

/** `seed = H(listHash, then name and secret of each party in order of name, joined by \n)`. */
export function seedOf(listHash: string, parties: readonly { readonly name: string; readonly secret: string }[], digest: Digest): Promise<string> {
  const sorted = parties.toSorted((a, b) => compare(a.name, b.name));
  return digest([listHash, ...sorted.flatMap(({ name, secret }) => [name, secret])].join('\n'));
}

/** `ticket = H(seed \n id)`. */
export function ticketOf(seed: string, id: string, digest: Digest): Promise<string> {
  return digest(`${seed}\n${id}`);
}

/** The digest of the terms and the list in full. Neither the order of the list nor that of the parties matters. */
export function termsHashOf(terms: DrawTerms, list: readonly DrawItem[], digest: Digest): Promise<string> {
  const { number, workspace, of, asOf, flags, excluded, sizes, parties, frozenAt, revealBy } = terms;
  const items = list.toSorted((a, b) => compare(a.id, b.id)).map(({ id, title, units, stratum }) => [id, title, units, stratum]);
  const left = excluded.map(({ unit, reason, entries }) => [unit, reason, entries]);
  const said = [number, workspace, of, asOf, flags, left, sizes.key, sizes.other, parties.toSorted(compare), frozenAt, revealBy, items];
  return digest(JSON.stringify(said));
}

/** The digest of a whole slip, its own left out. */
export function slipHashOf(slip: Omit<Slip, 'slipHash'>, digest: Digest): Promise<string> {
  const parties = slip.parties
    .toSorted((a, b) => compare(a.name, b.name))
    .map(({ name, commitment, committedAt, secret, revealedAt }) => [name, commitment, committedAt, secret, revealedAt]);
  const winners = slip.winners.map(({ id, ticket }) => [id, ticket]);
  return digest(JSON.stringify([slip.version, slip.termsHash, slip.listHash, parties, slip.seed, winners]));
}
