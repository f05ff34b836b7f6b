import * as z from 'zod';
import type { FieldKind } from '../registers/types.ts';
import { isoDate, role, type DeepReadonly } from './primitives.ts';

export const healthAnswer = z.object({ ok: z.boolean(), version: z.string() }).meta({ id: 'HealthAnswer' });
export type HealthAnswer = DeepReadonly<z.infer<typeof healthAnswer>>;

export const meAnswer = z
  .object({
    workspace: z.object({ id: z.string(), name: z.string(), timeZone: z.string() }),
    role,
    unit: z.string().nullable().meta({ description: 'For clerks: their unit.' }),
    credential: z.object({ id: z.string(), name: z.string(), expiresAt: z.string().nullable() }),
    today: isoDate.meta({ description: 'Today in the time zone of the workspace.' }),
  })
  .meta({ id: 'MeAnswer' });
export type MeAnswer = DeepReadonly<z.infer<typeof meAnswer>>;

const fieldKinds = [
  'text',
  'unit',
  'units',
  'date',
  'month',
  'deadline',
  'number',
  'progress',
  'status',
  'choice',
  'code',
  'ref',
] as const satisfies readonly FieldKind[];
const label = z.object({ 'zh-CN': z.string(), en: z.string() });
const field = z
  .object({
    id: z.string(),
    kind: z.enum(fieldKinds),
    label,
    aliases: z.array(z.string()).meta({ description: 'Further header names the column is recognised by.' }),
    claims: z.array(z.string()).optional().meta({ description: 'Headers of another field that feed this one when no other column does.' }),
    required: z.literal(true).optional(),
    choices: z.array(z.object({ id: z.string(), words: z.array(z.string()) })).optional(),
    monthMeans: z.enum(['first', 'last']).optional(),
    yearFrom: z.string().optional().meta({ description: 'Of a month: the date field that gives the year where none is written.' }),
    min: z.number().optional(),
    max: z.number().optional(),
    whole: z.literal(true).optional().meta({ description: 'Only whole numbers.' }),
    percent: z.literal(true).optional().meta({ description: '85% may be written for 85.' }),
    width: z.number(),
  })
  .meta({ id: 'Field' });
const need = z.object({
  oneOf: z.array(z.string()).meta({ description: 'At least one of these fields must hold something.' }),
  where: z
    .object({ field: z.string(), in: z.array(z.string()) })
    .optional()
    .meta({ description: 'Only of rows whose field holds one of these values.' }),
  problem: z.string(),
});
const register = z
  .object({
    id: z.string(),
    label,
    fields: z.array(field),
    titles: z.array(z.string()).optional().meta({ description: 'Words in a title above the header that tell the register.' }),
    needs: z.array(need).optional(),
  })
  .meta({ id: 'Register' });
export const registersAnswer = z.object({ registers: z.array(register) }).meta({ id: 'RegistersAnswer' });
export type RegistersAnswer = DeepReadonly<z.infer<typeof registersAnswer>>;
