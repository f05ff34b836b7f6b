import * as z from 'zod';
import { role, type DeepReadonly } from './primitives.ts';

/** The most characters of a name of a key, a unit or a workspace. */
export const MAX_NAME = 100;
/** A name of a key, a member, a unit or a workspace. */
export const name = z.string().trim().min(1).max(MAX_NAME);
const timestamp = z.string().nullable();

const keyInfo = z
  .object({
    id: z.string(),
    name: z.string(),
    role,
    unit: z.string().nullable().meta({ description: 'For clerks: their unit.' }),
    createdAt: z.string(),
    expiresAt: timestamp.meta({ description: 'Null: never.' }),
    lastUsedAt: timestamp.meta({ description: 'To the hour. Null: never.' }),
  })
  .meta({ id: 'KeyInfo' });

export const keysAnswer = z.object({ keys: z.array(keyInfo) }).meta({ id: 'KeysAnswer' });
export type KeysAnswer = DeepReadonly<z.infer<typeof keysAnswer>>;

/** The body of `POST /v1/keys`. */
export const keyRequest = z
  .strictObject({
    name,
    role,
    unit: name.optional().meta({ description: 'The clerk’s unit, by any spelling. For clerks, and for them alone.' }),
    expiresAt: z.iso.datetime({ offset: true, error: 'a time such as 2026-12-31T16:00:00Z' }).optional().meta({ description: 'Left out: never.' }),
  })
  .refine(({ role: of, unit }) => (of === 'clerk') === (unit !== undefined), { path: ['unit'], error: 'a unit for a clerk, and for nobody else' })
  .meta({ id: 'KeyRequest' });
export type KeyRequest = DeepReadonly<z.infer<typeof keyRequest>>;

export const newKeyAnswer = keyInfo
  .extend({ key: z.string().meta({ description: 'The access key, shown this once: only its digest is kept.' }) })
  .meta({ id: 'NewKeyAnswer' });
export type NewKeyAnswer = DeepReadonly<z.infer<typeof newKeyAnswer>>;

export const revokedKeyAnswer = z.object({ id: z.string(), revokedAt: z.string() }).meta({ id: 'RevokedKeyAnswer' });

function isTimeZone(timeZone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone }));
  } catch {
    return false;
  }
}

/** The body of `POST /v1/workspaces`. */
export const workspaceRequest = z
  .strictObject({
    name,
    timeZone: z.string().max(MAX_NAME).refine(isTimeZone, { error: 'an IANA time zone such as Asia/Shanghai' }).default('Asia/Shanghai'),
    planYear: z.int().min(2000).max(2100).optional().meta({ description: 'The first plan’s year. Left out: this year.' }),
  })
  .meta({ id: 'WorkspaceRequest' });

export const newWorkspaceAnswer = z
  .object({ id: z.string(), adminKey: z.string().meta({ description: 'Its admin key, shown this once.' }) })
  .meta({ id: 'NewWorkspaceAnswer' });
export type NewWorkspaceAnswer = DeepReadonly<z.infer<typeof newWorkspaceAnswer>>;
