import * as z from 'zod';
import { registerIds } from '../registers/types.ts';
import { card, cell, flag, isoDate, verdictColumns, type DeepReadonly } from './primitives.ts';

/** The most entries one page can have, and how many it has unless told. */
export const MAX_PAGE = 5_000;
const DEFAULT_PAGE = 500;

export const entriesQuery = z.strictObject({
  since: z.coerce.number<string>().int().min(0).optional().meta({ description: 'Only entries changed after this revision, and which ones are gone since.' }),
  unit: z.string().optional().meta({ description: 'Only entries that name this unit, by any spelling, as lead or co-unit.' }),
  flag: flag.optional().meta({ description: 'A flag changes with the day too: who lost it is not told by `since`.' }),
  cursor: z
    .string()
    .regex(/^\d{1,15}\.[0-7][0-9A-HJKMNP-TV-Z]{25}$/)
    .optional()
    .meta({ description: '`next` of the page before.' }),
  limit: z.coerce.number<string>().int().min(1).max(MAX_PAGE).default(DEFAULT_PAGE),
  asOf: isoDate.optional(),
});

/** One page of a register: `rows` hold the cells of `columns`; `verdicts` is columnar, in the order of `rows`. */
export const entriesAnswer = z
  .object({
    revision: z.int().meta({ description: 'The last revision of the workspace when the first page was answered, the same on every page: the next `since`.' }),
    asOf: isoDate,
    columns: z.array(z.string()),
    rows: z.array(z.array(cell)),
    revisions: z.array(z.int()).meta({ description: 'The revision that last changed each row.' }),
    memories: z
      .array(z.record(z.string(), z.union([z.string(), z.number()])))
      .meta({ description: 'What earlier versions of each row left for its verdict: whoever judges the rows anew needs it.' }),
    verdicts: z.object(verdictColumns),
    deleted: z
      .array(z.string())
      .meta({ description: 'Ids that are gone since `since`: deleted, or no longer of the unit asked for or of the credential’s; empty without it.' }),
    next: z.string().nullable().meta({ description: 'The cursor of the next page; null on the last.' }),
  })
  .meta({ id: 'EntriesAnswer' });
export type EntriesAnswer = DeepReadonly<z.infer<typeof entriesAnswer>>;

export const overdueQuery = z.strictObject({
  asOf: isoDate.optional(),
  within: z.coerce.number<string>().int().min(0).max(3_660).optional().meta({ description: 'Days; default: the plan’s dueSoonDays.' }),
});

const overdueEntry = z
  .object({
    id: z.string(),
    register: z.enum(registerIds),
    unit: z.string(),
    coUnits: z.array(z.string()),
    title: z.string(),
    leader: z.string().nullable(),
    wording: z.string().meta({ description: 'The deadline as the clerk wrote it.' }),
    due: isoDate,
    daysLeft: z.int(),
    flag,
    card,
    progress: z.number().nullable(),
  })
  .meta({ id: 'OverdueEntry' });

/** Open entries that are overdue or due within N days, worst first. */
export const overdueAnswer = z.object({ asOf: isoDate, revision: z.int(), within: z.int(), entries: z.array(overdueEntry) }).meta({ id: 'OverdueAnswer' });
export type OverdueAnswer = DeepReadonly<z.infer<typeof overdueAnswer>>;
