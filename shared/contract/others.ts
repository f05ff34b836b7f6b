import * as z from 'zod';
import { cell, type DeepReadonly } from './primitives.ts';

/** The most rows told of what others changed beside those pushed: an answer stays well under a megabyte. */
export const MAX_INCOMING = 1_000;

/** The fields of an entry in canonical form; blank ones are absent. */
const content = z.record(z.string(), z.union([z.string(), z.number()])).meta({ id: 'Content' });

/**
 * What others changed in the register since the sheet's base, and the sheet has not: `rows` hold the cells of `columns`.
 * Rows answered as conflict, and those that are the same in the sheet already, are not among them.
 */
export const incoming = z
  .object({
    columns: z.array(z.string()),
    rows: z.array(z.array(cell)),
    revisions: z.array(z.int()).meta({ description: 'The revision that last changed each row, to be named in `resolve` by who keeps the own version.' }),
    deleted: z.array(z.string()).meta({ description: 'Ids of entries deleted since.' }),
    deletedRevisions: z.array(z.int()).meta({ description: 'The revision that deleted each of `deleted`.' }),
    changes: z
      .array(z.object({ revision: z.int(), by: z.string(), at: z.string() }))
      .meta({ description: 'Who made the revisions named here, and when; each once, in order.' }),
    more: z.boolean().meta({
      description: `Whether rows were left out: every pushed row is told, of others at most ${MAX_INCOMING}. All are at /entries?since=<base>.`,
    }),
  })
  .meta({ id: 'Incoming' });
export type Incoming = DeepReadonly<z.infer<typeof incoming>>;

/** An entry that was changed by others and by the sheet. Nothing was written. */
export const conflict = z
  .object({
    id: z.string(),
    base: content.nullable().meta({ description: 'What the sheet last knew; null when it knew nothing.' }),
    yours: content.nullable().meta({ description: 'What would be stored if the sheet counted; null when it is to be deleted.' }),
    theirs: content.nullable().meta({ description: 'What is stored; null when it was deleted.' }),
    by: z.string().meta({ description: 'The credential that made theirs.' }),
    at: z.string().meta({ description: 'ISO 8601 UTC.' }),
    revision: z.int().meta({ description: 'Of theirs, to be named in `resolve` by who keeps the own version.' }),
  })
  .meta({ id: 'Conflict' });
export type Conflict = DeepReadonly<z.infer<typeof conflict>>;
