import * as z from 'zod';
import { registerIds } from '../registers/types.ts';
import { MAX_PAGE } from './entries.ts';
import { isoDate, ulid, type DeepReadonly } from './primitives.ts';

const kind = z.enum(['push', 'delete', 'revert']).meta({ id: 'RevisionKind' });
const change = z.enum(['inserted', 'updated', 'deleted']);
const value = z.union([z.string(), z.number(), z.null()]);
const fieldChanges = z
  .array(z.object({ field: z.string(), before: value, after: value }))
  .meta({ id: 'FieldChanges', description: 'The fields that differ from the version before, null where blank.' });

const madeBy = z.string().nullable().meta({ description: 'Of a push from a package: who made it, as the package says; else null.' });

export const ofRevision = z.object({ revision: z.coerce.number<string>().int().min(1).meta({ description: 'The number of the revision.' }) });

/** The versions of one entry, newest first. */
export const historyAnswer = z
  .object({
    id: z.string(),
    register: z.enum(registerIds),
    versions: z.array(
      z.object({
        revision: z.int(),
        kind,
        change: change.meta({ description: 'What became of the entry.' }),
        by: z.string().meta({ description: 'The name of the credential.' }),
        madeBy,
        at: z.string().meta({ description: 'ISO 8601 UTC.' }),
        changes: fieldChanges,
      }),
    ),
  })
  .meta({ id: 'HistoryAnswer' });
export type HistoryAnswer = DeepReadonly<z.infer<typeof historyAnswer>>;

const revision = z
  .object({
    revision: z.int(),
    kind,
    register: z.enum(registerIds),
    push: z.string().nullable().meta({ description: 'The same for all requests of one push: history and undo take them as one.' }),
    by: z.string().meta({ description: 'The name of the credential.' }),
    madeBy,
    at: z.string().meta({ description: 'ISO 8601 UTC.' }),
    asOf: isoDate,
    counts: z.object({ inserted: z.int(), updated: z.int(), deleted: z.int() }).meta({ description: 'Of the entries that are the credential’s to read.' }),
    reverts: z.array(z.int()).meta({ description: 'Of a revert: the revisions it put back.' }),
    revertedBy: z.int().nullable().meta({ description: 'The last revision that put this one back.' }),
    mayRevert: z.boolean().meta({ description: 'Whether the credential may put it back.' }),
  })
  .meta({ id: 'Revision' });
export type RevisionView = DeepReadonly<z.infer<typeof revision>>;

export const revisionsQuery = z.strictObject({
  cursor: z.coerce.number<string>().int().min(1).optional().meta({ description: '`next` of the page before.' }),
  limit: z.coerce.number<string>().int().min(1).max(500).default(50),
});

/** The revisions of the workspace, newest first. */
export const revisionsAnswer = z
  .object({
    head: z.int().meta({ description: 'The last revision of the workspace.' }),
    revisions: z.array(revision),
    next: z.int().nullable().meta({ description: 'The cursor of the next page; null on the last.' }),
  })
  .meta({ id: 'RevisionsAnswer' });
export type RevisionsAnswer = DeepReadonly<z.infer<typeof revisionsAnswer>>;

export const revisionQuery = z.strictObject({
  cursor: ulid.optional().meta({ description: '`next` of the page before.' }),
  limit: z.coerce.number<string>().int().min(1).max(MAX_PAGE).default(500),
});

/** One revision and what it changed, in order of id. */
export const revisionAnswer = revision
  .extend({
    entries: z.array(z.object({ id: z.string(), unit: z.string().nullable(), title: z.string().nullable(), change, changes: fieldChanges })),
    next: z.string().nullable(),
  })
  .meta({ id: 'RevisionAnswer' });
export type RevisionAnswer = DeepReadonly<z.infer<typeof revisionAnswer>>;

const reasons = ['changedSince', 'notYours', 'outOfScope', 'listLocked', 'unitTwice'] as const;
/** Why an entry is left as it is by a revert. */
export type LeftReason = (typeof reasons)[number];

/** What a revert did. */
export const revertAnswer = z
  .object({
    revision: z.int().nullable().meta({ description: 'The new revision; null when there was nothing to put back.' }),
    reverts: z
      .array(z.int())
      .meta({ description: 'The revisions put back: all of the push that the one named belongs to, as far as they are the credential’s to put back.' }),
    already: z.int().nullable().meta({ description: 'The last revision that has put entries of them back before; those are neither put back again nor left.' }),
    counts: z.object({ inserted: z.int(), updated: z.int(), deleted: z.int(), left: z.int() }),
    left: z
      .array(z.object({ id: z.string(), title: z.string().nullable(), reason: z.enum(reasons), revision: z.int().nullable(), by: z.string(), at: z.string() }))
      .meta({ description: 'Entries left as they are, with who changed them last and when; of one that became another unit’s nothing but `outOfScope`.' }),
  })
  .meta({ id: 'RevertAnswer' });
export type RevertAnswer = DeepReadonly<z.infer<typeof revertAnswer>>;
