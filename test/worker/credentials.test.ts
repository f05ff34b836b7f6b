import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import type { MeAnswer } from '../../shared/contract/workspace.ts';
import { addKey, ADMIN_KEY, BOOTSTRAP, countOf, startServer } from './support/server.ts';

describe('bootstrap', () => {
  test('the bootstrap admin key makes the first workspace, with a plan of its year', async () => {
    const server = startServer();
    const me = await server.get<MeAnswer>('/v1/me');
    expect(me.body).toMatchObject({ workspace: { name: '测试区', timeZone: 'Asia/Shanghai' }, role: 'admin', unit: null, credential: { expiresAt: null } });
    const plan = await server.get('/v1/plan');
    expect(plan.body).toMatchObject({ version: 1, period: { start: '2022-01-01', end: '2022-12-31' } });
    await server.get('/v1/me');
    expect([await countOf('workspace'), await countOf('access_key')]).toEqual([1, 1]);
  });

  test('without a plan year the plan is of this year, in Chinese time', async () => {
    const server = startServer({ bootstrap: { ...BOOTSTRAP, planYear: null }, now: () => new Date('2022-12-31T18:00:00Z') });
    expect((await server.get('/v1/plan')).body).toMatchObject({ period: { start: '2023-01-01' } });
  });

  test('from several isolates at once makes one workspace', async () => {
    const replies = await Promise.all([1, 2, 3].map(() => startServer().get('/v1/me')));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect([await countOf('workspace'), await countOf('access_key')]).toEqual([1, 1]);
  });

  test('once there is a workspace, another bootstrap key opens nothing', async () => {
    await startServer().get('/v1/me');
    const other = 'another-key-0123456789-ABCDEFGHIJ';
    const reply = await startServer({ bootstrap: { ...BOOTSTRAP, adminKey: other } }).refused('/v1/me', { key: other });
    expect(reply).toMatchObject({ status: 401, body: { code: 'credentialUnknown' } });
  });

  test.each([
    { name: 'short', adminKey: 'test' },
    { name: 'of too few different characters', adminKey: 'abcabcabcabcabcabcabcabcabcabcabcabc' },
  ])('a key that is $name works on localhost alone', async ({ adminKey }) => {
    const server = startServer({ bootstrap: { ...BOOTSTRAP, adminKey } });
    const refused = await server.refused('/v1/me', { key: adminKey });
    expect(refused).toMatchObject({ status: 403, body: { code: 'keyTooWeak' } });
    expect(await countOf('workspace')).toBe(0);
    for (const host of ['localhost:3000', '127.0.0.1:8787']) expect((await server.send('/v1/me', { key: adminKey, host })).status).toBe(200);
    expect((await server.refused('/v1/me', { key: adminKey })).body.code).toBe('keyTooWeak');
  });

  test('the key is stored as a hash alone', async () => {
    await startServer().get('/v1/me');
    const { results } = await env.DB.prepare('SELECT * FROM access_key').all();
    expect(JSON.stringify(results)).not.toContain(ADMIN_KEY);
    expect(results[0]?.['hash']).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('a request without rights', () => {
  test('without a key: 401, and how to send one', async () => {
    const reply = await startServer().refused('/v1/me', { key: null });
    expect(reply).toMatchObject({ status: 401, body: { code: 'credentialMissing' } });
    expect(reply.headers.get('WWW-Authenticate')).toBe('Bearer realm="taizhang"');
  });

  test('with a wrong, revoked or expired key: 401', async () => {
    const server = startServer({ now: () => new Date('2022-07-01T00:00:00Z') });
    await server.get('/v1/me');
    expect((await server.refused('/v1/me', { key: `${ADMIN_KEY}x` })).body.code).toBe('credentialUnknown');
    const expired = await addKey('viewer', null, '2022-06-30T00:00:00.000Z');
    expect(await server.refused('/v1/me', { key: expired })).toMatchObject({
      status: 401,
      body: { code: 'credentialExpired', params: { expiresAt: '2022-06-30T00:00:00.000Z' } },
    });
    const revoked = await addKey('viewer', null);
    await env.DB.prepare("UPDATE access_key SET revoked_at = '2022-06-01' WHERE expires_at IS NULL AND role = 'viewer'").run();
    expect((await server.refused('/v1/me', { key: revoked })).body.code).toBe('credentialUnknown');
  });

  test('rights are checked before the body is read', async () => {
    const server = startServer();
    const broken = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{' };
    expect((await server.refused('/v1/registers/measures/push', { ...broken, key: null })).body.code).toBe('credentialMissing');
    await server.get('/v1/me');
    const viewer = await addKey('viewer', null);
    expect((await server.refused('/v1/registers/measures/push', { ...broken, key: viewer })).body.code).toBe('roleForbids');
    const clerk = await addKey('clerk', '区发改委');
    expect((await server.refused('/v1/registers/units/push', { ...broken, key: clerk })).body.code).toBe('roleForbids');
    expect((await server.refused('/v1/registers/measures/push', broken)).body.code).toBe('badJson');
  });
});
