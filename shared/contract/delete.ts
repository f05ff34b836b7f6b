import * as z from 'zod';
import { conflict } from './others.ts';
import { ulid, type DeepReadonly } from './primitives.ts';
import { counts, MAX_PENDING, MAX_ROWS, rowProblem } from './push.ts';

/** The body of `POST /v1/registers/{register}/delete`; the fields are those of a push. */
export const deleteRequest = z
  .strictObject({
    base: z.int().min(0).meta({ description: 'The last revision this sheet has seen of the register; 0 = never.' }),
    bases: z.record(ulid, z.int().min(0)).default({}).meta({ description: 'Entries whose base is another one.' }),
    workspace: z.string().optional().meta({ description: 'The workspace the sheet is bound to; another one than the credential answers 409.' }),
    request: ulid.meta({ description: 'Made before sending, the same on a retry: an accepted request never deletes again.' }),
    pending: z.array(ulid).max(MAX_PENDING).default([]).meta({ description: 'Requests sent whose answer never came.' }),
    push: ulid.optional().meta({ description: 'Groups requests that belong together.' }),
    dryRun: z.boolean().default(false).meta({ description: 'The same answer, nothing written.' }),
    ids: z.array(z.string()).max(MAX_ROWS).meta({ description: 'The entries to delete.' }),
  })
  .meta({ id: 'DeleteRequest' });
export type DeleteRequest = z.input<typeof deleteRequest>;

/** What can become of an entry that is to be deleted; `unchanged`: it is not there, or not any more. */
export const deleteOutcomes = ['deleted', 'unchanged', 'conflict', 'rejected'] as const;
export type DeleteOutcome = (typeof deleteOutcomes)[number];

/** The answer to a request for deletion: `rows` is columnar, in the order of `ids`. */
export const deleteAnswer = z
  .object({
    revision: z.int().meta({ description: 'Of the deletion; the current one if nothing was deleted.' }),
    counts,
    rows: z.object({ id: z.array(z.string()), outcome: z.array(z.enum(deleteOutcomes)), problems: z.array(z.array(rowProblem)) }),
    conflicts: z.array(conflict),
  })
  .meta({ id: 'DeleteAnswer' });
export type DeleteAnswer = DeepReadonly<z.infer<typeof deleteAnswer>>;
