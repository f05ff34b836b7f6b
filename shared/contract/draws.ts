import * as z from 'zod';
import { isShortSecret, MAX_SECRET, MIN_SECRET } from '../draw/hashes.ts';
import { drawnKinds, strata, type Slip } from '../draw/types.ts';
import { MIN_PARTIES } from '../draw/verify.ts';
import { flag, isoDate, ulid, type DeepReadonly } from './primitives.ts';

/** The most entries a list can be frozen with: all of them are drawn a ticket whenever the slip is asked for. */
export const MAX_LIST = 10_000;
const MAX_PARTIES = 10;
const MAX_NAME = 60;
const MAX_REASON = 200;

/** One line of text: what is digested is joined by line breaks, so none may stand inside. */
function line(max: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => !/[\r\n\u2028\u2029]/.test(text), { error: 'one line of text' });
}

const digest = z
  .string()
  .regex(/^[0-9a-f]{64}$/, { error: 'a SHA-256 digest: 64 lowercase hex digits' })
  .meta({ id: 'Digest', description: 'SHA-256 of UTF-8 text in lowercase hex.' });
const instant = z.iso.datetime({ precision: 3, error: 'a time such as 2022-07-01T08:00:00.000Z' }).meta({ id: 'Instant' });
const size = z.int().min(0).max(MAX_LIST);
const sizes = z.strictObject({ key: size, other: size }).meta({ description: 'How many win in each tier.' });
const of = z.enum(drawnKinds);
const flags = z.array(flag).meta({ description: 'Of measures: only those with one of these flags; empty: all.' });
const party = line(MAX_NAME);
/** Not trimmed: what was committed to is the text as typed. */
const secret = z
  .string()
  .max(MAX_SECRET)
  .refine((text) => !isShortSecret(text) && !/[\r\n]/.test(text), { error: `a secret of at least ${MIN_SECRET} characters, on one line` });

export const drawRequest = z
  .strictObject({
    of,
    asOf: isoDate.optional().meta({ description: 'Default: today in the time zone of the workspace.' }),
    flags: flags.default([]),
    exclude: z
      .array(z.strictObject({ unit: z.string().min(1), reason: line(MAX_REASON) }))
      .max(200)
      .default([])
      .meta({ description: 'Units to avoid (回避). A measure leaves the list if it names one, as lead or co-unit.' }),
    sizes: sizes.refine(({ key, other }) => key + other > 0, { error: 'at least one to draw' }),
    parties: z
      .array(party)
      .min(MIN_PARTIES)
      .max(MAX_PARTIES)
      .refine((names) => new Set(names).size === names.length, { error: 'each name once' })
      .meta({ description: 'Who commits to a secret: at least two.' }),
    revealBy: z.iso
      .datetime({ error: 'a time such as 2022-07-01T08:00:00Z' })
      .optional()
      .meta({ description: 'A commitment or reveal after this is refused.' }),
  })
  .refine((body) => body.of === 'measures' || body.flags.length === 0, { path: ['flags'], error: 'no flags when units are drawn' })
  .meta({ id: 'DrawRequest' });
export type DrawRequest = z.input<typeof drawRequest>;

export const commitmentRequest = z.strictObject({ party, commitment: digest }).meta({ id: 'CommitmentRequest' });
export const revealRequest = z.strictObject({ party, secret }).meta({ id: 'RevealRequest' });
export const abandonRequest = z.strictObject({ reason: line(MAX_REASON) }).meta({ id: 'AbandonRequest' });

const item = z.object({ id: z.string(), title: z.string(), units: z.array(z.string()), stratum: z.enum(strata) }).meta({ id: 'DrawItem' });
const exclusion = z.object({ unit: z.string(), reason: z.string(), entries: z.int() }).meta({ id: 'Exclusion' });

const number = z.string().meta({ description: 'Such as 2022-03; the field draw of a spot check holds it.' });
const termsShape = {
  number,
  of,
  asOf: isoDate,
  flags,
  excluded: z.array(exclusion),
  sizes,
  frozenAt: instant,
  revealBy: instant.nullable(),
  list: z.array(item),
  listHash: digest,
  termsHash: digest.meta({ description: 'Over the terms and the list in full: what parties note down before they commit.' }),
};

/** 抽查凭单. `shared/draw/verify.ts` says what must hold between its fields. */
export const slip = z
  .strictObject({
    version: z.literal(1),
    workspace: z.string(),
    ...termsShape,
    parties: z.array(z.strictObject({ name: z.string(), commitment: digest, committedAt: instant, secret: z.string(), revealedAt: instant })),
    seed: digest,
    winners: z.array(z.strictObject({ id: z.string(), ticket: digest })),
    slipHash: digest,
  })
  .meta({ id: 'Slip', description: '抽查凭单: all that is needed to repeat the draw.' }) satisfies z.ZodType<Slip>;

export const drawStates = ['committing', 'revealing', 'done', 'abandoned'] as const;
export type DrawState = (typeof drawStates)[number];
const state = z.enum(drawStates).meta({ id: 'DrawState' });

export const drawAnswer = z
  .object({
    id: ulid,
    state,
    ...termsShape,
    parties: z.array(z.object({ name: z.string(), commitment: digest.nullable(), committedAt: instant.nullable(), revealedAt: instant.nullable() })),
    abandoned: z.object({ at: instant, by: z.string(), reason: z.string() }).nullable(),
    slip: slip.nullable().meta({ description: 'When all have revealed. Until then no secret is shown.' }),
  })
  .meta({ id: 'DrawAnswer' });
export type DrawAnswer = DeepReadonly<z.infer<typeof drawAnswer>>;

export const drawsAnswer = z
  .object({ draws: z.array(z.object({ id: ulid, number, of, asOf: isoDate, state, frozenAt: instant })) })
  .meta({ id: 'DrawsAnswer', description: 'Newest first, abandoned ones too.' });
export type DrawsAnswer = DeepReadonly<z.infer<typeof drawsAnswer>>;
