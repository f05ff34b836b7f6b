import * as z from 'zod';
import type { Cell } from '../cell.ts';
import { conflict, incoming } from './others.ts';
import { cell, isoDate, MAX_CELL_LENGTH, said, ulid, verdictColumns, type DeepReadonly } from './primitives.ts';
import { unitScore } from './scores.ts';

/** The most rows one push request may carry. */
export const MAX_ROWS = 5_000;
/** The most bytes one request may carry, inflated. */
export const MAX_BYTES = 4 * 1024 * 1024;
/** The most requests without an answer that one request may name. */
export const MAX_PENDING = 100;

function isCell(value: unknown): value is Cell {
  if (typeof value === 'string') return value.length <= MAX_CELL_LENGTH;
  return value === null || typeof value === 'number' || typeof value === 'boolean';
}

/** Rows of cells. Checked by hand: zod takes ten times as long over the cells of 5,000 rows (workerd forbids its compiled path). */
const rows = z
  .custom<readonly (readonly Cell[])[]>(Array.isArray, { error: 'an array of rows' })
  .superRefine((value: readonly unknown[], context) => {
    for (const [row, cells] of value.entries()) {
      if (!Array.isArray(cells)) {
        context.addIssue({ code: 'custom', path: [row], message: 'an array of cells' });
        return;
      }
      const column = cells.findIndex((candidate) => !isCell(candidate));
      if (column >= 0) {
        context.addIssue({
          code: 'custom',
          path: [row, column],
          message: `a cell: text of at most ${MAX_CELL_LENGTH} characters, a number, true, false or null`,
        });
        return;
      }
    }
  })
  .meta({ type: 'array', maxItems: MAX_ROWS, items: { type: 'array', items: { $ref: '#/components/schemas/Cell' } } });

/** The body of `POST /v1/registers/{register}/push`. */
export const pushRequest = z
  .strictObject({
    base: z.int().min(0).meta({ description: 'The last revision this sheet has seen of the register; 0 = never.' }),
    asOf: isoDate.optional().meta({ description: 'Default: today in the time zone of the workspace.' }),
    workspace: z.string().optional().meta({ description: 'The workspace the sheet is bound to; another one than the credential answers 409.' }),
    request: ulid.meta({ description: 'Made before sending, the same on a retry: an accepted request never writes again.' }),
    pending: z.array(ulid).max(MAX_PENDING).default([]).meta({ description: 'Requests sent whose answer never came.' }),
    bases: z
      .record(ulid, z.int().min(0))
      .default({})
      .meta({ description: 'Rows whose base is older: left in conflict by an earlier push, or theirs not yet taken.' }),
    resolve: z.record(ulid, z.int().min(0)).default({}).meta({
      description:
        'Rows to write over what others made of them: the `revision` their conflict or incoming row was answered with. A stale one stays a conflict.',
    }),
    push: ulid.optional().meta({ description: 'Groups the requests of one large push.' }),
    madeBy: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .meta({ description: 'Of a push from a package: who made it, as the package says. Kept with the revision beside the credential that sent it.' }),
    dryRun: z.boolean().default(false).meta({ description: 'The same answer, nothing written.' }),
    columns: z
      .array(z.string())
      .min(1)
      .max(64)
      .meta({ description: 'id and the fields pushed. A field not pushed keeps its value, one pushed blank is emptied.' }),
    rows,
  })
  .meta({ id: 'PushRequest' });
export type PushRequest = z.input<typeof pushRequest>;

/** What can become of a pushed row. */
export const pushOutcomes = ['inserted', 'updated', 'unchanged', 'incoming', 'conflict', 'rejected'] as const;
export type PushOutcome = (typeof pushOutcomes)[number];
const pushOutcome = z.enum(pushOutcomes).meta({ id: 'PushOutcome' });

export const rowProblem = z
  .object({
    column: z.string().nullable().meta({ description: 'The field at fault; null when it is the row as a whole.' }),
    ...said.shape,
    value: cell,
  })
  .meta({ id: 'RowProblem' });
/** What is wrong with one cell of a pushed row. */
export type RowProblem = DeepReadonly<z.infer<typeof rowProblem>>;

/** How many of the rows or ids sent came to what. */
export const counts = z
  .object({
    inserted: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    deleted: z.int().meta({ description: 'Of the request for deletion; a push never deletes.' }),
    incoming: z.int(),
    conflict: z.int(),
    rejected: z.int(),
  })
  .meta({ id: 'Counts' });
export type Counts = DeepReadonly<z.infer<typeof counts>>;

/** The answer to a push: `rows` is columnar, in the order pushed. Rejected rows have no verdict (nulls). */
export const pushAnswer = z
  .object({
    revision: z.int().meta({ description: 'The next base. Unchanged if nothing changed.' }),
    asOf: isoDate,
    counts,
    rows: z.object({ id: z.array(z.string().nullable()), outcome: z.array(pushOutcome), ...verdictColumns, problems: z.array(z.array(rowProblem)) }),
    incoming,
    conflicts: z.array(conflict),
    units: z.array(unitScore),
    newUnits: z.array(z.string()).meta({ description: 'Units named here for the first time that have no row in the register of units.' }),
    provisional: z.boolean().meta({ description: 'Whether a working day past the last published year was needed.' }),
  })
  .meta({ id: 'PushAnswer' });
export type PushAnswer = DeepReadonly<z.infer<typeof pushAnswer>>;
