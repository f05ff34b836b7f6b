import * as z from 'zod';
import { registerIds } from '../registers/types.ts';
import { clauseIds, gradeIds, indicatorIds } from '../scoring/plan.ts';
import { card, isoDate, said, tier, type DeepReadonly } from './primitives.ts';

export const grade = z.enum(gradeIds).meta({ id: 'Grade' });

export const unitScore = z
  .object({
    unit: z.string(),
    tier,
    assessed: z.boolean(),
    score: z.number().nullable().meta({ description: '0 to the plan’s cap, 2 decimals; null when nothing could be assessed.' }),
    grade: grade.nullable(),
    rank: z.int().nullable().meta({ description: 'Standard competition ranking: 1, 2, 2, 4.' }),
    tierRank: z.int().nullable(),
    card,
    overdue: z.int(),
    dueSoon: z.int(),
    vetoed: z.boolean().meta({ description: 'A veto stands: the lowest grade, and ranked after every unit without one.' }),
  })
  .meta({ id: 'UnitScore' });

const receiptEntry = z
  .object({
    id: z.string().nullable().meta({ description: 'null for a missing report.' }),
    register: z.enum(registerIds),
    title: z.string(),
    role: z.enum(['lead', 'co']),
    gave: z.number().meta({ description: 'Under an indicator: the value of the entry, 0–1. Under a clause: its points.' }),
    weight: z.number().optional().meta({ description: 'The share of the line the entry weighs, for indicators.' }),
    suppressedBy: z.enum(clauseIds).optional().meta({ description: 'The clause that applies to the same fact instead.' }),
    leftOut: said.optional().meta({ description: 'Why the entry was looked at and left out.' }),
  })
  .meta({ id: 'ReceiptEntry' });

const receiptLine = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('indicator'), id: z.enum(indicatorIds), weight: z.number(), x: z.number(), points: z.number(), entries: z.array(receiptEntry) }),
    z.object({ kind: z.literal('notAssessed'), id: z.enum(indicatorIds), reason: said }),
    z.object({ kind: z.literal('clause'), id: z.enum(clauseIds), points: z.number(), entries: z.array(receiptEntry) }),
    z.object({ kind: z.literal('clamp'), points: z.number() }),
  ])
  .meta({ id: 'ReceiptLine', description: 'The points of a receipt’s lines add up to the score.' });

/** What figures rest on. */
export const rested = {
  asOf: isoDate,
  revision: z.int().meta({ description: 'The revision the figures rest on.' }),
  planVersion: z.int(),
};

const reportedFrom = z.string().nullable().meta({
  description: 'The first month that any unit has reported by that day, from which reports are asked of all, as `2022-01`; null before anyone did.',
});

const unitStanding = z
  .object({
    ...unitScore.shape,
    change: z.number().nullable().meta({
      description:
        'Since the end of last month, recomputed from today’s rows; null without a score at either end, and in the first month of the plan’s period.',
    }),
  })
  .meta({ id: 'UnitStanding' });

export const scoresQuery = z.strictObject({ asOf: isoDate.optional(), tier: tier.optional() });
export const scoresAnswer = z.object({ ...rested, reportedFrom, units: z.array(unitStanding) }).meta({ id: 'ScoresAnswer' });
export type ScoresAnswer = DeepReadonly<z.infer<typeof scoresAnswer>>;

export const receiptQuery = z.strictObject({ asOf: isoDate.optional() });
export const receiptAnswer = z
  .object({ ...rested, reportedFrom, ...unitScore.shape, lines: z.array(receiptLine) })
  .meta({ id: 'ReceiptAnswer', description: '得分依据: the lines that add up to a unit’s score, each with the rows it rests on.' });
export type ReceiptAnswer = DeepReadonly<z.infer<typeof receiptAnswer>>;
