import { env } from 'cloudflare:workers';
import type { Cell } from '../../../shared/cell.ts';
import type { DrawAnswer } from '../../../shared/contract/draws.ts';
import type { NewKeyAnswer } from '../../../shared/contract/keys.ts';
import type { Role } from '../../../shared/contract/primitives.ts';
import type { MeAnswer } from '../../../shared/contract/workspace.ts';
import { registers } from '../../../shared/registers/index.ts';
import type { Field } from '../../../shared/registers/types.ts';
import { entra } from '../../../worker/auth/entra.ts';
import { CLIENT, TENANT } from '../support/issuer.ts';
import { putMember } from '../support/members.ts';
import { ADMIN_KEY, startServer, ulid, type Server } from '../support/server.ts';

/** What a request is aimed at: something of one of two units of a workspace, or of another workspace. */
export const targets = ['unitA', 'unitB', 'otherWorkspace'] as const;
export type Target = (typeof targets)[number];

/** A unit and what is known of it; `secret` stands in every text of its rows and in its score of a day. */
export interface SeededUnit {
  readonly name: string;
  readonly secret: string;
  readonly scoreOfADay: number;
  /** The id of its measure, and of every row. */
  readonly measure: string;
  readonly ids: readonly string[];
  /** A revision that changed its rows alone. */
  readonly revision: number;
  /** Its row in the register of units, and the revision that wrote it. */
  readonly listed: { readonly id: string; readonly revision: number };
}

export interface SeededWorkspace {
  readonly id: string;
  readonly name: string;
  readonly adminKey: string;
  readonly draw: string;
}

export interface World {
  readonly server: Server;
  readonly own: SeededWorkspace;
  readonly other: SeededWorkspace;
  readonly units: Readonly<Record<Target, SeededUnit>>;
  readonly keys: Readonly<Record<Actor, string | null>>;
}

export const actors = ['noKey', 'malformed', 'wrong', 'revoked', 'expired', 'viewer', 'clerkA', 'clerkB', 'assessor', 'admin', 'otherAdmin'] as const;
export type Actor = (typeof actors)[number];
export const stranger: ReadonlySet<Actor> = new Set(['noKey', 'malformed', 'wrong', 'revoked', 'expired']);

/** The revisions of the other workspace are numbered far above, so that one of them can be asked for by number. */
const FAR = 9_000;

/** Sign-in is offered, though nobody in the matrix does. */
export const SIGN_IN = entra({ authority: 'https://login.microsoftonline.com', clientId: CLIENT, audience: CLIENT, tenants: [TENANT] });

/** Two workspaces, three units with a row in every register each, keys of every kind, a draw and a snapshot in each workspace. */
export async function seedWorld(): Promise<World> {
  let server = startServer({ entra: SIGN_IN });
  const { workspace } = (await server.get<MeAnswer>('/v1/me')).body;
  const made = await post<{ id: string; adminKey: string }>(server, ADMIN_KEY, '/v1/workspaces', { name: 'other-workspace-Qz7', planYear: 2022 });

  const unitA = await seedUnit(server, ADMIN_KEY, { name: '区甲局', secret: 'secret-of-A-k3V', scoreOfADay: 61.3579 });
  const unitB = await seedUnit(server, ADMIN_KEY, { name: '区乙局', secret: 'secret-of-B-w8J', scoreOfADay: 62.4681 });
  const foreign = await seedUnit(server, made.adminKey, { name: '外丙局', secret: 'secret-of-other-p5N', scoreOfADay: 63.9173 });
  for (const table of ['entry', 'entry_version']) {
    await env.DB.prepare(`UPDATE ${table} SET revision = revision + ?2 WHERE workspace = ?1`).bind(made.id, FAR).run();
  }
  await env.DB.prepare('UPDATE revision SET number = number + ?2 WHERE workspace = ?1').bind(made.id, FAR).run();
  server = startServer({ entra: SIGN_IN }); // nothing remembered of before

  await takeSnapshot(workspace.id, [unitA, unitB]);
  await takeSnapshot(made.id, [foreign]);
  const own = { id: workspace.id, name: workspace.name, adminKey: ADMIN_KEY, draw: await newDraw(server, ADMIN_KEY) };
  const other = { id: made.id, name: 'other-workspace-Qz7', adminKey: made.adminKey, draw: await newDraw(server, made.adminKey) };
  return {
    server,
    own,
    other,
    units: {
      unitA,
      unitB,
      otherWorkspace: { ...foreign, revision: foreign.revision + FAR, listed: { ...foreign.listed, revision: foreign.listed.revision + FAR } },
    },
    keys: await seedKeys(server, made.adminKey),
  };
}

async function seedKeys(server: Server, otherAdmin: string): Promise<World['keys']> {
  const key = async (role: Role, unit?: string): Promise<NewKeyAnswer> =>
    newKey(server, ADMIN_KEY, { name: `key-${role}`, role, ...(unit !== undefined && { unit }) });
  const [viewer, clerkA, clerkB, assessor, revoked, expired] = [
    await key('viewer'),
    await key('clerk', '区甲局'),
    await key('clerk', '区乙局'),
    await key('assessor'),
    await key('admin'),
    await key('admin'),
  ];
  await server.send(`/v1/keys/${revoked.id}`, { method: 'DELETE' });
  await env.DB.prepare("UPDATE access_key SET expires_at = '2022-01-01T00:00:00.000Z' WHERE id = ?1").bind(expired.id).run();
  return {
    noKey: null,
    malformed: 'tz_not-a-key',
    wrong: `${viewer.key.slice(0, -4)}0000`,
    revoked: revoked.key,
    expired: expired.key,
    viewer: viewer.key,
    clerkA: clerkA.key,
    clerkB: clerkB.key,
    assessor: assessor.key,
    admin: ADMIN_KEY,
    otherAdmin,
  };
}

async function seedUnit(server: Server, key: string, unit: Pick<SeededUnit, 'name' | 'secret' | 'scoreOfADay'>): Promise<SeededUnit> {
  const ids: string[] = [];
  let measure = '';
  let revision = 0;
  let listed = { id: '', revision: 0 };
  for (const register of registers) {
    const id = ulid();
    const values = new Map(register.fields.map((field): [string, Cell] => [field.id, valueOf(field, unit)]));
    if (register.id === 'units') values.set('name', unit.name);
    const columns = ['id', ...[...values].flatMap(([field, value]) => (value === null ? [] : [field]))];
    const answer = await server.push(
      { columns, rows: [columns.map((column) => (column === 'id' ? id : (values.get(column) ?? null)))] },
      { register: register.id, key },
    );
    if (answer.counts.inserted !== 1) throw new Error(`${register.id}: ${JSON.stringify(answer.rows.problems)}`);
    if (register.id === 'measures') [measure, revision] = [id, answer.revision];
    if (register.id === 'units') listed = { id, revision: answer.revision };
    else ids.push(id);
  }
  return { ...unit, measure, ids, revision, listed };
}

/** A value that a field takes: the unit's secret wherever there is text. */
function valueOf(field: Field, { name, secret }: Pick<SeededUnit, 'name' | 'secret'>): Cell {
  switch (field.kind) {
    case 'text':
      return `${secret} ${field.id}`;
    case 'unit':
      return name;
    case 'date':
      return '2022-05-20';
    case 'month':
      return '2022-05';
    case 'deadline':
      return '2022年5月25日前';
    case 'choice':
      return field.choices?.[0]?.words[0] ?? null;
    case 'progress':
      return 40;
    case 'number':
      return Math.max(field.min ?? 1, 1);
    case 'status':
      return '进行中';
    default:
      return null;
  }
}

async function takeSnapshot(workspace: string, units: readonly SeededUnit[]): Promise<void> {
  const stands = units.map(({ name, scoreOfADay }, at) => [name, scoreOfADay, 'pass', at + 1]);
  await env.DB.prepare("INSERT INTO snapshot (workspace, day, revision, units) VALUES (?1, '2022-06-01', 1, ?2)").bind(workspace, JSON.stringify(stands)).run();
}

async function post<Body>(server: Server, key: string, path: string, body: unknown): Promise<Body> {
  const response = await server.send(path, { key, method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json<Body>();
}

export function newKey(server: Server, key: string, body: unknown): Promise<NewKeyAnswer> {
  return post<NewKeyAnswer>(server, key, '/v1/keys', body);
}

export async function newDraw(server: Server, key: string): Promise<string> {
  const body = { of: 'measures', asOf: '2022-06-30', sizes: { key: 1, other: 0 }, parties: ['甲方', '乙方'] };
  return (await post<DrawAnswer>(server, key, '/v1/draws', body)).id;
}

/** The address of a new member of a workspace, whose name holds the secret. */
export async function newMember(server: Server, adminKey: string, secret: string): Promise<string> {
  const { tenant, object } = await putMember(
    server,
    { tenant: TENANT, object: crypto.randomUUID() },
    { kind: 'person', name: secret, role: 'viewer' },
    adminKey,
  );
  return `/v1/members/${tenant}/${object}`;
}
