import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import type { KeyRequest, KeysAnswer, NewKeyAnswer } from '../../shared/contract/keys.ts';
import type { ProblemDocument } from '../../shared/contract/problems.ts';
import type { MeAnswer } from '../../shared/contract/workspace.ts';
import { hashOf } from '../../worker/auth/keys.ts';
import { d1Store } from '../../worker/store/d1.ts';
import { addKey, ADMIN_KEY, countOf, startServer, ulid, type Reply, type Server } from './support/server.ts';

let server: Server;
let now = new Date('2022-07-01T00:00:00.000Z');
const later = (milliseconds: number): void => {
  now = new Date(now.getTime() + milliseconds);
};
const HOUR = 3_600_000;

beforeEach(async () => {
  now = new Date('2022-07-01T00:00:00.000Z');
  server = startServer({ now: () => now });
  await server.get('/v1/me');
});

async function post<Body>(path: string, body: unknown, key = ADMIN_KEY): Promise<Reply<Body>> {
  const response = await server.send(path, { key, method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  return { status: response.status, headers: response.headers, body: await response.json<Body>() };
}

async function create(body: Partial<KeyRequest> = {}, key = ADMIN_KEY): Promise<NewKeyAnswer> {
  const reply = await post<NewKeyAnswer>('/v1/keys', { name: '发改委', role: 'viewer', ...body }, key);
  expect(reply.status).toBe(201);
  return reply.body;
}

const revoke = (id: string, key = ADMIN_KEY): Promise<Reply<ProblemDocument>> => server.refused(`/v1/keys/${id}`, { key, method: 'DELETE' });
const list = async (key = ADMIN_KEY): Promise<KeysAnswer['keys']> => (await server.get<KeysAnswer>('/v1/keys', key)).body.keys;

describe('a new key', () => {
  test('is tz_<keyid>_<secret>, opens what its role may, and is kept as a digest alone', async () => {
    const { id, key, ...info } = await create({ name: ' 发改委张三 ', role: 'clerk', unit: '区发改委', expiresAt: '2022-12-31T16:00:00+08:00' });
    expect(key).toMatch(new RegExp(`^tz_${id}_[0-9a-f]{64}$`));
    expect(info).toEqual({
      name: '发改委张三',
      role: 'clerk',
      unit: '区发改委',
      createdAt: now.toISOString(),
      expiresAt: '2022-12-31T08:00:00.000Z',
      lastUsedAt: null,
    });
    expect((await server.get<MeAnswer>('/v1/me', key)).body).toMatchObject({ role: 'clerk', unit: '区发改委', credential: { id, name: '发改委张三' } });
    const { results } = await env.DB.prepare('SELECT * FROM access_key WHERE id = ?1').bind(id).all();
    expect(results[0]).toMatchObject({ hash: await hashOf(key) });
    expect(JSON.stringify(results)).not.toContain(key.split('_')[2]);
    expect(JSON.stringify(await list())).not.toContain(key.split('_')[2]);
    expect(JSON.stringify(server.lines)).not.toContain(key.split('_')[2]);
  });

  test('of the same id with another secret opens nothing', async () => {
    const { key } = await create();
    for (const wrong of [`${key.slice(0, -1)}${key.endsWith('0') ? '1' : '0'}`, key.slice(0, -1), `${key}0`, key.toUpperCase()]) {
      expect((await server.refused('/v1/me', { key: wrong })).body.code).toBe('credentialUnknown');
    }
  });

  test.each<[string, unknown, string]>([
    ['a clerk without a unit', { name: 'x', role: 'clerk' }, '/unit'],
    ['a viewer with one', { name: 'x', role: 'viewer', unit: '区发改委' }, '/unit'],
    ['no name', { name: '  ', role: 'viewer' }, '/name'],
    ['a role that is none', { name: 'x', role: 'root' }, '/role'],
    ['an expiry that is over', { name: 'x', role: 'viewer', expiresAt: '2022-06-30T23:59:59Z' }, '/expiresAt'],
    ['an expiry that is no time', { name: 'x', role: 'viewer', expiresAt: '2022-12-31' }, '/expiresAt'],
    ['a field that is none', { name: 'x', role: 'viewer', workspace: 'other' }, '/workspace'],
  ])('%s is refused by name', async (_, body, pointer) => {
    expect(await post('/v1/keys', body)).toMatchObject({ status: 400, body: { code: 'invalid', pointer } });
    expect(await countOf('access_key')).toBe(1);
  });

  test('is made, listed and revoked by admins alone', async () => {
    for (const role of ['assessor', 'clerk', 'viewer'] as const) {
      const key = await addKey(role, role === 'clerk' ? '区发改委' : null);
      expect((await post('/v1/keys', { name: 'x', role: 'admin' }, key)).body).toMatchObject({ code: 'roleForbids' });
      expect((await server.refused('/v1/keys', { key })).body.code).toBe('roleForbids');
      expect((await revoke(ulid(), key)).body.code).toBe('roleForbids');
    }
  });
});

describe('a key in use', () => {
  test('stops at the instant it expires', async () => {
    const { key } = await create({ expiresAt: '2022-07-01T01:00:00Z' });
    later(HOUR - 1);
    expect((await server.get('/v1/me', key)).status).toBe(200);
    later(1);
    expect(await server.refused('/v1/me', { key })).toMatchObject({ status: 401, body: { code: 'credentialExpired' } });
  });

  test('says when it was last used, written once an hour at most', async () => {
    const { id, key } = await create();
    const lastUsed = async (): Promise<string | null | undefined> => (await list()).find((info) => info.id === id)?.lastUsedAt;
    expect(await lastUsed()).toBeNull();
    await server.get('/v1/me', key);
    const first = now.toISOString();
    expect(await lastUsed()).toBe(first);
    later(HOUR - 1);
    await server.get('/v1/me', key);
    expect(await lastUsed()).toBe(first);
    later(1);
    await server.get('/v1/me', key);
    expect(await lastUsed()).toBe(now.toISOString());
  });

  test('works although its use cannot be noted', async () => {
    const { key } = await create();
    const broken = startServer({ store: { ...d1Store(env.DB), touchKey: () => Promise.reject(new Error('disk full')) } });
    expect((await broken.get('/v1/me', key)).status).toBe(200);
    expect(broken.lines[0]).toMatchObject({ problem: 'keyUseNotNoted' });
  });
});

describe('a revoked key', () => {
  test('opens nothing from then on, on any isolate, and is gone from the list; revoking it again changes nothing', async () => {
    const { id, key } = await create();
    const other = startServer();
    expect((await other.get('/v1/me', key)).status).toBe(200);
    const first = await revoke(id);
    expect(first).toMatchObject({ status: 200, body: { id, revokedAt: now.toISOString() } });
    for (const at of [server, other]) expect((await at.refused('/v1/me', { key })).body.code).toBe('credentialUnknown');
    expect((await list()).map((info) => info.id)).not.toContain(id);
    later(HOUR);
    expect((await revoke(id)).body).toEqual(first.body);
  });

  test('a key of another workspace is as one that is not there, byte for byte', async () => {
    const made = await post<{ id: string; adminKey: string }>('/v1/workspaces', { name: '别的区' });
    const foreign = await create({}, made.body.adminKey);
    const told = async (id: string): Promise<string> => {
      const { status, body } = await revoke(id);
      return JSON.stringify([status, { ...body, requestId: null }]);
    };
    expect(await told(foreign.id)).toBe(await told(ulid()));
    expect(await told(foreign.id)).toContain('[404,');
    expect((await server.get('/v1/me', foreign.key)).status).toBe(200);
    expect((await list()).map(({ id }) => id)).not.toContain(foreign.id);
  });

  test('is never the one in use, nor the admin key that lasts longest', async () => {
    const [bootstrap] = await list();
    expect(await revoke(bootstrap?.id ?? '')).toMatchObject({ status: 409, body: { code: 'ownKey' } });
    const passing = await create({ role: 'admin', expiresAt: '2022-08-01T00:00:00Z' });
    expect(await revoke(bootstrap?.id ?? '', passing.key)).toMatchObject({ status: 409, body: { code: 'lastAdminKey' } });
    const lasting = await create({ role: 'admin' });
    expect((await revoke(bootstrap?.id ?? '', passing.key)).status).toBe(200);
    expect((await revoke(lasting.id, passing.key)).body.code).toBe('lastAdminKey');
    expect((await revoke(passing.id, lasting.key)).status).toBe(200);
    expect((await server.refused('/v1/me')).body.code).toBe('credentialUnknown');
  });

  test('two admin keys that revoke each other at once leave one', async () => {
    const [bootstrap] = await list();
    const second = await create({ role: 'admin' });
    await Promise.all([revoke(second.id), revoke(bootstrap?.id ?? '', second.key)]);
    const { results } = await env.DB.prepare('SELECT id FROM access_key WHERE revoked_at IS NULL').all();
    expect(results).toHaveLength(1);
  });
});

describe('a further workspace', () => {
  test('is made by the bootstrap admin key, with a plan of its year and an admin key of its own', async () => {
    const made = await post<{ id: string; adminKey: string }>('/v1/workspaces', { name: '别的区', timeZone: 'Asia/Urumqi', planYear: 2023 });
    expect(made.status).toBe(201);
    const { adminKey, id } = made.body;
    expect((await server.get('/v1/me', adminKey)).body).toMatchObject({
      workspace: { id, name: '别的区', timeZone: 'Asia/Urumqi' },
      role: 'admin',
      unit: null,
    });
    expect((await server.get('/v1/plan', adminKey)).body).toMatchObject({ version: 1, period: { start: '2023-01-01' } });
    expect((await server.get('/v1/plan')).body).toMatchObject({ period: { start: '2022-01-01' } });
  });

  test('is made by no other admin key, of this workspace or another', async () => {
    const made = await post<{ adminKey: string }>('/v1/workspaces', { name: '别的区' });
    for (const key of [made.body.adminKey, (await create({ role: 'admin' })).key]) {
      expect(await post('/v1/workspaces', { name: '又一个' }, key)).toMatchObject({ status: 403, body: { code: 'bootstrapOnly' } });
    }
    expect(await countOf('workspace')).toBe(2);
  });

  test.each([
    [{ name: '区', timeZone: 'Asia/Wuda' }, '/timeZone'],
    [{ name: '区', planYear: 1 }, '/planYear'],
    [{}, '/name'],
  ])('%o is refused by name', async (body, pointer) => {
    expect(await post('/v1/workspaces', body)).toMatchObject({ status: 400, body: { code: 'invalid', pointer } });
  });
});
