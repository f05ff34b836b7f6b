import * as z from 'zod';
import { faults, readHead } from '../audit/chain.ts';
import type { DeepReadonly } from './primitives.ts';

export const verifyQuery = z.strictObject({
  head: z
    .string()
    .refine((text) => readHead(text) !== null, { error: 'a head as it is printed: the number of a revision, a colon and its hash of 64 characters' })
    .optional()
    .meta({ description: 'A head noted earlier, `<revision>:<hash>`: with it, history cut off or rewritten since is found too.' }),
});

/** Whether the history stands. */
export const verifyAnswer = z
  .object({
    ok: z.boolean(),
    head: z.object({ revision: z.int(), hash: z.string() }).meta({ description: 'The last revision that stands: what to note down.' }),
    versions: z.int().meta({ description: 'How many versions of entries were checked.' }),
    broken: z
      .object({ revision: z.int(), why: z.enum(faults) })
      .optional()
      .meta({ description: 'The first revision that does not stand, and why.' }),
  })
  .meta({ id: 'VerifyAnswer' });
export type VerifyAnswer = DeepReadonly<z.infer<typeof verifyAnswer>>;
