import { beforeEach, describe, expect, test } from 'vitest';
import type { MembersAnswer } from '../../shared/contract/members.ts';
import { GROUP, Issuer, OTHER_TENANT, PERSON, TENANT } from './support/issuer.ts';
import { putMember } from './support/members.ts';
import { addKey, ADMIN_KEY, startServer, type Server } from './support/server.ts';

const START = new Date('2026-11-26T02:00:00.000Z');
const person = { tenant: TENANT, object: PERSON };
let now = START;
let issuer: Issuer;
let server: Server;

beforeEach(async () => {
  now = START;
  issuer = await Issuer.start();
  server = startServer({ now: () => now, entra: issuer.entra() });
  await server.get('/v1/me');
});

const list = async (key = ADMIN_KEY): Promise<MembersAnswer> => (await server.get<MembersAnswer>('/v1/members', key)).body;
const put = (path: string, body: unknown, key = ADMIN_KEY) =>
  server.refused(`/v1/members/${path}`, { key, method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
const remove = ({ tenant, object } = person, key = ADMIN_KEY) => server.refused(`/v1/members/${tenant}/${object}`, { key, method: 'DELETE' });

describe('members', () => {
  test('are added, changed and listed, oldest first, with when they were last seen', async () => {
    expect(await list()).toEqual({ members: [], tenants: [TENANT] });
    const added = await putMember(
      server,
      { tenant: TENANT, object: PERSON.toUpperCase() },
      { kind: 'person', name: ' 张三 ', role: 'clerk', unit: '区发改委' },
    );
    expect(added).toEqual({ ...person, kind: 'person', name: '张三', role: 'clerk', unit: '区发改委', createdAt: START.toISOString(), usedAt: null });
    now = new Date('2026-11-26T02:10:00.000Z');
    await putMember(server, { tenant: TENANT, object: GROUP }, { kind: 'group', name: '考核评价组', role: 'assessor' });
    await server.get('/v1/me', await issuer.token(now));
    const changed = await putMember(server, person, { kind: 'person', name: '张三', role: 'viewer' });
    expect(changed).toEqual({ ...added, role: 'viewer', unit: null, usedAt: '2026-11-26T02:10:00.000Z' });
    expect((await list()).members).toMatchObject([changed, { object: GROUP, kind: 'group', usedAt: null }]);
    now = new Date('2026-11-26T02:50:00.000Z');
    await server.get('/v1/me', await issuer.token(now));
    expect((await list()).members[0]?.usedAt).toBe('2026-11-26T02:10:00.000Z'); // to the hour
  });

  test('that are removed are out from the next request on', async () => {
    await putMember(server, person, { kind: 'person', name: '张三', role: 'admin' });
    const token = await issuer.token(now);
    expect(await remove(person, token)).toMatchObject({ status: 200, body: person });
    expect((await server.refused('/v1/me', { key: token })).body.code).toBe('notMember');
    expect(await remove()).toMatchObject({ status: 404, body: { code: 'memberUnknown' } });
  });

  test.each([
    ['a tenant whose accounts are not taken', `${OTHER_TENANT}/${PERSON}`, {}, 409, 'signInOff'],
    ['an object id that is none', `${TENANT}/zhangsan`, {}, 400, 'invalid'],
    ['a clerk without a unit', `${TENANT}/${PERSON}`, { role: 'clerk' }, 400, 'invalid'],
    ['a unit for a viewer', `${TENANT}/${PERSON}`, { unit: '区发改委' }, 400, 'invalid'],
    ['no kind', `${TENANT}/${PERSON}`, { kind: undefined }, 400, 'invalid'],
    ['a name that is blank', `${TENANT}/${PERSON}`, { name: ' ' }, 400, 'invalid'],
    ['a field nobody knows', `${TENANT}/${PERSON}`, { workspace: 'x' }, 400, 'invalid'],
  ])('are refused with %s, and nothing is kept', async (_, path, change, status, code) => {
    expect(await put(path, { kind: 'person', name: '张三', role: 'viewer', ...change })).toMatchObject({ status, body: { code } });
    expect((await list()).members).toEqual([]);
  });

  test('are an admin’s to see and to change, within the workspace', async () => {
    await putMember(server, person, { kind: 'person', name: '张三', role: 'viewer' });
    const token = await issuer.token(now);
    const keys = [token, await addKey('assessor', null), await addKey('clerk', '区发改委')];
    for (const key of keys) {
      expect((await server.refused('/v1/members', { key })).body.code).toBe('roleForbids');
      expect((await put(`${TENANT}/${PERSON}`, { kind: 'person', name: '张三', role: 'admin' }, key)).body.code).toBe('roleForbids');
      expect((await remove(person, key)).body.code).toBe('roleForbids');
    }
    const response = await server.send('/v1/workspaces', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ name: '另一区' }),
    });
    const { adminKey } = await response.json<{ adminKey: string }>();
    expect((await list(adminKey)).members).toEqual([]);
    expect((await remove(person, adminKey)).body.code).toBe('memberUnknown');
    expect((await list()).members).toHaveLength(1);
  });
});
