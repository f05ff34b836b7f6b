import * as z from 'zod';
import { name } from './keys.ts';
import { role, type DeepReadonly } from './primitives.ts';

/** The id of a tenant, a person or a group in Entra ID, as Entra itself writes it. */
export const OBJECT_ID_PATTERN = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const objectId = z
  .string()
  .trim()
  .toLowerCase()
  .regex(OBJECT_ID_PATTERN, { error: 'an id of Entra ID such as 3f2504e0-4f89-41d3-9a0c-0305e82c3301' })
  .meta({ id: 'ObjectId' });

export const memberKinds = ['person', 'group'] as const;
/** Whether a member is one person or everybody in a group. */
export type MemberKind = (typeof memberKinds)[number];

/** The request header by which a signed-in person says which workspace is meant, by its id. */
export const WORKSPACE_HEADER = 'Taizhang-Workspace';

/** What the pane needs to know before anybody is signed in. */
export const signInAnswer = z
  .object({
    entra: z
      .object({
        authority: z.string().meta({ description: 'Where accounts sign in.' }),
        clientId: z.string(),
        scope: z.string().meta({ description: 'The permission to ask for.' }),
      })
      .nullable()
      .meta({ description: 'Sign-in with work accounts of Microsoft Entra ID. Null: not offered.' }),
  })
  .meta({ id: 'SignInAnswer' });
export type SignInAnswer = DeepReadonly<z.infer<typeof signInAnswer>>;

/** The address of a member: its tenant and its object id there. */
export const ofMember = z.object({ tenant: objectId, object: objectId });

export const memberAnswer = z
  .object({
    tenant: z.string(),
    object: z.string().meta({ description: 'The object id of the person or group in the tenant.' }),
    kind: z.enum(memberKinds),
    name: z.string(),
    role,
    unit: z.string().nullable().meta({ description: 'For clerks: their unit.' }),
    createdAt: z.string(),
    usedAt: z.string().nullable().meta({ description: 'Of a person: last seen, to the hour. Null: never, or a group.' }),
  })
  .meta({ id: 'Member' });
export type Member = DeepReadonly<z.infer<typeof memberAnswer>>;

export const membersAnswer = z
  .object({
    members: z.array(memberAnswer),
    tenants: z.array(z.string()).meta({ description: 'The tenants whose accounts may sign in; empty: sign-in is off.' }),
  })
  .meta({ id: 'MembersAnswer' });
export type MembersAnswer = DeepReadonly<z.infer<typeof membersAnswer>>;

/** The body of `PUT /v1/members/{tenant}/{object}`. */
export const memberRequest = z
  .strictObject({
    kind: z.enum(memberKinds),
    name,
    role,
    unit: name.optional().meta({ description: 'The clerk’s unit, by any spelling. For clerks, and for them alone.' }),
  })
  .refine(({ role: of, unit }) => (of === 'clerk') === (unit !== undefined), { path: ['unit'], error: 'a unit for a clerk, and for nobody else' })
  .meta({ id: 'MemberRequest' });
export type MemberRequest = DeepReadonly<z.infer<typeof memberRequest>>;

export const removedMemberAnswer = z.object({ tenant: z.string(), object: z.string() }).meta({ id: 'RemovedMemberAnswer' });
