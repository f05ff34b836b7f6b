import * as z from 'zod';
import { registerIds } from '../registers/types.ts';
import { figureIds } from '../report/bulletin.ts';
import { card, flag, isoDate, said, tier, type DeepReadonly } from './primitives.ts';
import { unitScore } from './scores.ts';

/** `2022-05`, a month that exists. */
const month = z.string().regex(/^[12]\d{3}-(?:0[1-9]|1[0-2])$/, { error: 'a month YYYY-MM' });

const ids = z
  .array(z.string())
  .meta({ description: 'Ids of the entries behind the number that the credential may read; `entries` of the answer has each once.' });

const figure = z.object({ count: z.int(), entries: ids }).meta({ id: 'Figure', description: 'A number of entries, with the entries.' });

const reportEntry = z
  .object({ id: z.string(), register: z.enum(registerIds), unit: z.string().meta({ description: 'As written in the row.' }), title: z.string() })
  .meta({ id: 'ReportEntry' });
export type ReportEntry = DeepReadonly<z.infer<typeof reportEntry>>;

const rested = {
  asOf: isoDate,
  revision: z.int().meta({ description: 'The revision the figures rest on.' }),
  planVersion: z.int(),
};

export const rollupQuery = z.strictObject({ month });

const monthReport = z
  .object({
    state: z.enum(['onTime', 'late', 'missing', 'pending']).nullable().meta({ description: 'null: none is asked for.' }),
    submittedOn: isoDate.nullable(),
    entry: z.string().nullable().meta({ description: 'The report that counts, the earliest submitted.' }),
  })
  .meta({ id: 'MonthReport' });

const unitRollup = z
  .object({
    ...unitScore.shape,
    change: z.number().nullable().meta({ description: 'Against the end of the month before; null at the start of the plan’s period, or without a score.' }),
    measures: z.object({ total: figure, done: figure, overdue: figure, dueNextMonth: figure }).meta({ description: 'Of the measures the unit leads.' }),
    report: monthReport,
    problems: z
      .object({ opened: figure, closed: figure, open: figure, overdue: figure })
      .meta({ description: 'Found and closed in the month; open and overdue at its end.' }),
  })
  .meta({ id: 'UnitRollup' });
export type UnitRollupAnswer = DeepReadonly<z.infer<typeof unitRollup>>;

export const rollupAnswer = z
  .object({
    month,
    ...rested,
    previous: isoDate.meta({ description: 'The end of the month before, which `change` counts from.' }),
    today: isoDate.meta({ description: 'The day reports are looked at from.' }),
    reportDeadline: isoDate.meta({ description: 'The last day a report of the month is on time.' }),
    units: z.array(unitRollup),
    entries: z.array(reportEntry),
  })
  .meta({ id: 'RollupAnswer', description: '月度汇总: as of the month’s last day, from today’s rows.' });
export type RollupAnswer = DeepReadonly<z.infer<typeof rollupAnswer>>;

export const bulletinQuery = z.strictObject({ asOf: isoDate.optional() });

const bulletinFigure = z
  .object({
    id: z.enum(figureIds),
    ...said.shape,
    ...figure.shape,
    groups: z
      .array(z.object({ name: z.string(), entries: ids }))
      .optional()
      .meta({ description: 'The things counted, where they are not the entries themselves: units, aspects, inspections of several rows.' }),
  })
  .meta({ id: 'BulletinFigure' });

export const bulletinAnswer = z
  .object({
    ...rested,
    unit: z.string().nullable().meta({ description: 'The one unit whose rows are counted; null: all of the workspace.' }),
    figures: z.array(bulletinFigure),
    ranking: z.array(z.object({ tier, units: z.array(unitScore) })),
    text: z.object({ 'zh-CN': z.string(), en: z.string() }),
    head: z.string().nullable().meta({
      description:
        'The revision the figures rest on and its hash, `<revision>:<hash>`: given to /v1/audit/verify later, it proves that nothing up to then was changed. null before the first revision.',
    }),
    entries: z.array(reportEntry),
  })
  .meta({ id: 'BulletinAnswer', description: '通报: figures as of a day, each with the entries behind it.' });
export type BulletinAnswer = DeepReadonly<z.infer<typeof bulletinAnswer>>;

export const orderQuery = z.strictObject({ asOf: isoDate.optional() });

const orderItem = z
  .object({
    id: z.string(),
    register: z.enum(registerIds),
    title: z.string(),
    role: z.enum(['lead', 'co']),
    lead: z.string().meta({ description: 'The unit that leads the measure; of a problem the unit itself.' }),
    leader: z.string().nullable(),
    wording: z.string().meta({ description: 'The deadline as the clerk wrote it.' }),
    due: isoDate,
    daysLeft: z.int(),
    left: said.meta({ description: 'Days over or left, in words.' }),
    flag,
    card,
    progress: z.number().nullable(),
  })
  .meta({ id: 'OrderItem' });

export const orderAnswer = z
  .object({
    ...rested,
    unit: z.string(),
    leader: z.string().nullable(),
    title: said,
    number: said.meta({ description: 'The day and the unit’s place in the workspace: the same whenever this order is made.' }),
    items: z.array(orderItem).meta({ description: 'Overdue and due soon, longest overdue first; empty when there is nothing to see to.' }),
    reply: z.array(said).meta({ description: 'What the unit fills in, line by line.' }),
  })
  .meta({ id: 'OrderAnswer', description: '督办单: what a unit is to see to.' });
export type OrderAnswer = DeepReadonly<z.infer<typeof orderAnswer>>;
