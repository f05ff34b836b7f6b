import * as z from 'zod';
import { registerIds } from '../registers/types.ts';
import { clauseIds, indicatorIds } from '../scoring/plan.ts';
import { planDraft } from './plan.ts';
import { flag, isoDate, said, tier, type DeepReadonly } from './primitives.ts';
import { rested, unitScore } from './scores.ts';

export const replayRequest = z
  .strictObject({ plan: planDraft, asOf: isoDate.optional().meta({ description: 'The day both plans are held against; left out: today.' }) })
  .meta({ id: 'ReplayRequest' });

const lineTotal = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('indicator'), weight: z.number(), x: z.number(), points: z.number() }),
    z.object({ kind: z.literal('notAssessed'), reason: said }),
    z.object({ kind: z.literal('clause'), points: z.number(), hits: z.int().meta({ description: 'How many rows or months it applied to.' }) }),
    z.object({ kind: z.literal('clamp'), points: z.number() }),
  ])
  .meta({ id: 'LineTotal', description: 'What a receipt’s line says, without its entries.' });

const judged = z.object({
  flag,
  due: isoDate.nullable(),
  score: z.number().nullable().meta({ description: 'The value of the row × 100, one decimal.' }),
});

const unitMove = z
  .object({
    unit: z.string(),
    tier,
    before: unitScore.nullable().meta({ description: 'Under the plan in force; null where there is no such unit.' }),
    after: unitScore.nullable().meta({ description: 'Under the proposed plan.' }),
    change: z.number().nullable().meta({ description: 'The score after less that before; null when either is missing.' }),
    lines: z
      .array(z.object({ line: z.enum([...indicatorIds, ...clauseIds, 'clamp']), before: lineTotal.nullable(), after: lineTotal.nullable() }))
      .meta({ description: 'The lines of the receipt that differ; null where there is no such line.' }),
    entries: z
      .array(z.object({ id: z.string(), register: z.enum(registerIds), title: z.string(), before: judged, after: judged }))
      .meta({ description: 'The measures and problems whose flag, due date or value differs.' }),
  })
  .meta({ id: 'UnitMove' });

export const replayAnswer = z
  .object({
    ...rested,
    notInForce: said.nullable().meta({
      description:
        'Why the proposed plan would not be in force on that day: another one whose period holds it stays so, and nothing moves. null where it would be.',
    }),
    units: z.array(unitMove).meta({ description: 'Every unit, those that move most first.' }),
    flags: z
      .array(z.object({ before: flag, after: flag, count: z.int(), ids: z.array(z.string()) }))
      .meta({ description: 'How many entries went from one flag to another, and which.' }),
  })
  .meta({
    id: 'ReplayAnswer',
    description: 'The same rows under the plan in force and under the one in force once the proposed plan is adopted. Nothing is written.',
  });
export type ReplayAnswer = DeepReadonly<z.infer<typeof replayAnswer>>;
