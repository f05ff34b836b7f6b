import { message, type Message } from '../message.ts';
import type { Digest } from '../text/digest.ts';
import { drawWinners } from './draw.ts';
import { commitmentOf, isShortSecret, listHashOf, seedOf, slipHashOf, termsHashOf } from './hashes.ts';
import { strata, type Slip } from './types.ts';

/** What is checked of a slip, in this order. */
export const slipSteps = ['list', 'terms', 'parties', 'commitments', 'times', 'seed', 'winners', 'whole'] as const;
export type SlipStep = (typeof slipSteps)[number];

/** Something wrong with a slip: its name (`draw.<fault>`) with what it concerns, and the step that found it. */
export interface SlipFault extends Message {
  readonly step: SlipStep;
}

/** The fewest parties a draw may have: with one alone, the one decides. */
export const MIN_PARTIES = 2;

/**
 * Repeats a draw from its slip and names everything that does not agree; an empty list means that the draw stands. Each step
 * rests on what the slip says of the step before, so that one change is not told again by all that follow.
 * `noted`: digests written down when the list was frozen; each must be the slip's listHash or termsHash.
 */
export async function verifySlip(slip: Slip, digest: Digest, noted: readonly string[] = []): Promise<readonly SlipFault[]> {
  const checks: Readonly<Record<SlipStep, readonly Message[]>> = {
    list: await listFaults(slip, digest, noted),
    terms: await termsFaults(slip, digest),
    parties: partyFaults(slip),
    commitments: await commitmentFaults(slip, digest),
    times: slip.parties.flatMap((party) => timeFaults(slip, party)),
    seed: (await seedOf(slip.listHash, slip.parties, digest)) === slip.seed ? [] : [message('draw.seedWrong')],
    winners: await winnerFaults(slip, digest),
    whole: (await slipHashOf(slip, digest)) === slip.slipHash ? [] : [message('draw.slipChanged')],
  };
  return slipSteps.flatMap((step) => checks[step].map((fault) => ({ ...fault, step })));
}

/** The values that occur more than once, each once. */
function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return [...new Set(values.filter((value) => seen.size === seen.add(value).size))];
}

async function listFaults({ list, listHash, termsHash }: Slip, digest: Digest, noted: readonly string[]): Promise<Message[]> {
  return [
    ...((await listHashOf(list, digest)) === listHash ? [] : [message('draw.listChanged')]),
    ...noted.filter((hash) => hash !== listHash && hash !== termsHash).map((hash) => message('draw.notedDiffers', { hash })),
    ...repeated(list.map(({ id }) => id)).map((id) => message('draw.entryTwice', { id })),
  ];
}

async function termsFaults(slip: Slip, digest: Digest): Promise<Message[]> {
  const { list, sizes, excluded } = slip;
  const hash = await termsHashOf({ ...slip, parties: slip.parties.map(({ name }) => name) }, list, digest);
  const avoided = new Set(excluded.map(({ unit }) => unit));
  return [
    ...(hash === slip.termsHash ? [] : [message('draw.termsChanged')]),
    ...strata.flatMap((stratum) => {
      const count = list.filter((item) => item.stratum === stratum).length;
      return sizes[stratum] > count ? [message('draw.tooFewEntries', { stratum, size: sizes[stratum], count })] : [];
    }),
    ...list.flatMap(({ id, units }) => units.filter((unit) => avoided.has(unit)).map((unit) => message('draw.avoidedListed', { id, unit }))),
  ];
}

function partyFaults({ parties }: Slip): Message[] {
  return [
    ...(parties.length < MIN_PARTIES ? [message('draw.partiesTooFew', { count: parties.length, min: MIN_PARTIES })] : []),
    ...repeated(parties.map(({ name }) => name)).map((party) => message('draw.partyTwice', { party })),
  ];
}

async function commitmentFaults({ parties }: Slip, digest: Digest): Promise<Message[]> {
  const faults: Message[] = [];
  for (const { name: party, secret, commitment } of parties) {
    if (isShortSecret(secret)) faults.push(message('draw.secretTooShort', { party }));
    if ((await commitmentOf(secret, digest)) !== commitment) faults.push(message('draw.commitmentFalse', { party }));
  }
  const copied = new Set(repeated(parties.map(({ commitment }) => commitment)));
  return [...faults, ...parties.filter(({ commitment }) => copied.has(commitment)).map(({ name }) => message('draw.commitmentCopied', { party: name }))];
}

/** Nobody may know a secret while another can still choose one, and nobody may wait beyond the deadline to see how it turns out. */
function timeFaults({ parties, frozenAt, revealBy }: Slip, { name: party, committedAt, revealedAt }: Slip['parties'][number]): Message[] {
  return [
    ...(committedAt < frozenAt ? [message('draw.commitmentEarly', { party, at: committedAt, frozenAt })] : []),
    ...(parties.some((other) => other.committedAt > revealedAt) ? [message('draw.revealEarly', { party, at: revealedAt })] : []),
    ...(revealBy !== null && revealedAt > revealBy ? [message('draw.revealLate', { party, at: revealedAt, revealBy })] : []),
  ];
}

async function winnerFaults({ list, sizes, seed, winners }: Slip, digest: Digest): Promise<Message[]> {
  const due = new Map((await drawWinners(list, sizes, seed, digest)).map(({ id, ticket }) => [id, ticket]));
  const named = new Set(winners.map(({ id }) => id));
  return [
    ...winners.flatMap(({ id, ticket }) => {
      const right = due.get(id);
      if (right === undefined) return [message('draw.winnerWrong', { id })];
      return right === ticket ? [] : [message('draw.ticketWrong', { id })];
    }),
    ...[...due.keys()].filter((id) => !named.has(id)).map((id) => message('draw.winnerMissing', { id })),
    ...repeated(winners.map(({ id }) => id)).map((id) => message('draw.winnerTwice', { id })),
  ];
}
