import { beforeEach, describe, expect, test } from 'vitest';
import type { MembersAnswer, SignInAnswer } from '../../shared/contract/members.ts';
import type { PlanVersionsAnswer } from '../../shared/contract/plan.ts';
import type { RevisionsAnswer } from '../../shared/contract/revisions.ts';
import type { MeAnswer } from '../../shared/contract/workspace.ts';
import { CLIENT, GROUP, Issuer, OTHER_TENANT, PERSON, SigningKey, TENANT } from './support/issuer.ts';
import { putMember } from './support/members.ts';
import { ADMIN_KEY, columns, draftOf, measure, startServer, type Server } from './support/server.ts';

const START = new Date('2026-11-26T02:00:00.000Z');
const MINUTE = 60_000;
const person = { tenant: TENANT, object: PERSON };

let now = START;
let issuer: Issuer;
let server: Server;

beforeEach(async () => {
  now = START;
  issuer = await Issuer.start();
  server = startServer({ now: () => now, entra: issuer.entra([TENANT, OTHER_TENANT]) });
  await server.get('/v1/me');
});

const me = async (token: string): Promise<MeAnswer> => {
  const { status, body } = await server.get<MeAnswer>('/v1/me', token);
  expect({ status, body }).toMatchObject({ status: 200 });
  return body;
};

describe('sign-in', () => {
  test('is offered to anyone with what the pane needs, and with nothing else', async () => {
    const response = await server.send('/v1/sign-in', { key: null });
    expect(await response.json<SignInAnswer>()).toEqual({
      entra: { authority: `${issuer.authority}/organizations`, clientId: CLIENT, scope: `api://${CLIENT}/access_as_user` },
    });
    const single = startServer({ entra: issuer.entra() });
    expect((await single.get<SignInAnswer>('/v1/sign-in')).body.entra?.authority).toBe(`${issuer.authority}/${TENANT}`);
  });

  test('is off unless it is configured: a true token opens nothing then', async () => {
    await putMember(server, person, { kind: 'person', name: '张三', role: 'admin' });
    const off = startServer({ now: () => now });
    expect((await off.get<SignInAnswer>('/v1/sign-in')).body).toEqual({ entra: null });
    expect((await off.refused('/v1/me', { key: await issuer.token(now) })).body.code).toBe('credentialUnknown');
  });

  test('speaks for the person by tenant and object id, under the name in the token', async () => {
    await putMember(server, person, { kind: 'person', name: '张三（发改委）', role: 'clerk', unit: '区发改委' });
    expect(await me(await issuer.token(now))).toMatchObject({
      role: 'clerk',
      unit: '区发改委',
      credential: { id: `entra:${TENANT}:${PERSON}`, name: '张三', expiresAt: '2026-11-26T03:00:00.000Z' },
    });
    expect((await me(await issuer.token(now, { name: undefined }))).credential.name).toBe('zhangsan@district.example');
    expect((await me(await issuer.token(now, { name: ' ', preferred_username: 7 }))).credential.name).toBe(PERSON);
  });

  test('takes tokens of either cloud where it is configured, and of that one alone', async () => {
    const china = await Issuer.start();
    await putMember(server, person, { kind: 'person', name: '张三', role: 'viewer' });
    const inChina = startServer({ now: () => now, entra: china.entra() });
    expect((await inChina.get('/v1/me', await china.token(now))).status).toBe(200);
    expect((await server.get('/v1/me', await issuer.token(now))).status).toBe(200);
    expect((await inChina.refused('/v1/me', { key: await issuer.token(now) })).status).toBe(401);
    expect((await server.refused('/v1/me', { key: await china.token(now) })).status).toBe(401);
  });

  test('a token that has ended says when, one just ended by the clock of another is taken', async () => {
    await putMember(server, person, { kind: 'person', name: '张三', role: 'viewer' });
    const token = await issuer.token(now);
    now = new Date(START.getTime() + 60.5 * MINUTE);
    expect((await server.get('/v1/me', token)).status).toBe(200);
    now = new Date(START.getTime() + 62 * MINUTE);
    expect(await server.refused('/v1/me', { key: token })).toMatchObject({
      status: 401,
      body: { code: 'credentialExpired', params: { expiresAt: '2026-11-26T03:00:00.000Z' } },
    });
  });

  test('tells a person of the tenant who is no member the id to be added by', async () => {
    expect(await server.refused('/v1/me', { key: await issuer.token(now) })).toMatchObject({
      status: 403,
      body: { code: 'notMember', params: { name: '张三', object: PERSON } },
    });
    await putMember(server, { tenant: OTHER_TENANT, object: PERSON }, { kind: 'person', name: '同号异地', role: 'admin' });
    expect((await server.refused('/v1/me', { key: await issuer.token(now) })).body.code).toBe('notMember');
  });
});

describe('the issuer’s keys', () => {
  beforeEach(() => putMember(server, person, { kind: 'person', name: '张三', role: 'viewer' }));

  test('are fetched once, not for every request', async () => {
    const token = await issuer.token(now);
    for (let request = 0; request < 20; request += 1) expect((await server.get('/v1/me', token)).status).toBe(200);
    expect(await issuer.fetches()).toBe(1);
  });

  test('are not fetched again and again for forged tokens, nor at all for tenants that may not sign in', async () => {
    await me(await issuer.token(now));
    for (let forged = 0; forged < 20; forged += 1) {
      const token = await issuer.key.sign({ ...issuer.header(), kid: `made-up-${forged}` }, issuer.claims(now));
      expect((await server.refused('/v1/me', { key: token })).status).toBe(401);
    }
    expect(await issuer.fetches()).toBe(1);
    const elsewhere = '11111111-2222-4333-8444-555555555555';
    await server.refused('/v1/me', { key: await issuer.key.sign(issuer.header(), issuer.claims(now, elsewhere)) });
    expect(await issuer.fetches()).toBe(1);
  });

  test('may be replaced: a token signed with the new key makes the worker look again, and the old key is gone with the set', async () => {
    const old = await issuer.token(now);
    const fresh = startServer({ now: () => now, entra: issuer.entra() });
    issuer.key = await SigningKey.make('key-2');
    await issuer.publish(issuer.key);
    expect((await fresh.get('/v1/me', await issuer.token(now))).status).toBe(200);
    expect((await fresh.refused('/v1/me', { key: old })).status).toBe(401);
  });

  test('that are known go on opening while the issuer is down; without them it is said that signing in cannot be checked', async () => {
    const token = await issuer.token(now);
    await me(token);
    await issuer.goDown();
    await me(token);
    const fresh = startServer({ now: () => now, entra: issuer.entra() });
    expect(await fresh.refused('/v1/me', { key: token })).toMatchObject({ status: 503, body: { code: 'signInUnavailable', params: {} } });
    expect((await fresh.get('/v1/me')).status).toBe(200); // access keys need no issuer
    await issuer.publish(issuer.key);
    expect((await fresh.get('/v1/me', token)).status).toBe(200);
  });
});

describe('memberships', () => {
  const inGroup = (groups: unknown = [GROUP]): Promise<string> => issuer.token(now, { groups });

  test('come by group, and the person’s own goes before those', async () => {
    await putMember(server, { tenant: TENANT, object: GROUP }, { kind: 'group', name: '考核评价组', role: 'assessor' });
    expect((await me(await inGroup())).role).toBe('assessor');
    for (const groups of [[], [OTHER_TENANT], GROUP, null, [{ id: GROUP }]]) {
      expect((await server.refused('/v1/me', { key: await inGroup(groups) })).body.code).toBe('notMember');
    }
    await putMember(server, person, { kind: 'person', name: '张三', role: 'viewer' });
    expect((await me(await inGroup())).role).toBe('viewer');
  });

  test('by several groups give the role that may most', async () => {
    const second = '6ec0bd7f-11c0-43da-975e-2a8ad9ebae0b';
    await putMember(server, { tenant: TENANT, object: GROUP }, { kind: 'group', name: '旁观', role: 'viewer' });
    await putMember(server, { tenant: TENANT, object: second }, { kind: 'group', name: '评价', role: 'assessor' });
    expect((await me(await inGroup([GROUP, second]))).role).toBe('assessor');
  });

  test('of a person are no group’s and a group’s no person’s', async () => {
    await putMember(server, person, { kind: 'group', name: '误填', role: 'admin' });
    expect((await server.refused('/v1/me', { key: await issuer.token(now) })).body.code).toBe('notMember');
    await putMember(server, { tenant: TENANT, object: GROUP }, { kind: 'person', name: '误填', role: 'admin' });
    expect((await server.refused('/v1/me', { key: await inGroup() })).body.code).toBe('notMember');
  });

  test('make no bootstrap admin of an admin', async () => {
    await putMember(server, person, { kind: 'person', name: '张三', role: 'admin' });
    const reply = await server.refused('/v1/workspaces', { key: await issuer.token(now), method: 'POST', body: '{}' });
    expect(reply).toMatchObject({ status: 403, body: { code: 'bootstrapOnly' } });
  });
});

describe('in several workspaces', () => {
  const WORKSPACE = 'Taizhang-Workspace';
  const viewer = { kind: 'person', name: '张三', role: 'viewer' } as const;
  let other: { id: string; adminKey: string };
  let own: string;

  beforeEach(async () => {
    other = await newWorkspace('另一区');
    own = (await server.get<MeAnswer>('/v1/me')).body.workspace.id;
  });

  const newWorkspace = async (name: string): Promise<{ id: string; adminKey: string }> => {
    const response = await server.send('/v1/workspaces', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ name }),
    });
    return response.json();
  };
  const ask = (token: string, workspace?: string) =>
    server.refused('/v1/me', { key: token, ...(workspace !== undefined && { headers: { [WORKSPACE]: workspace } }) });

  test('a person must say which, and is told the own ones, whoever added the person first', async () => {
    await newWorkspace('第三区');
    await putMember(server, person, { ...viewer, role: 'admin' }, other.adminKey);
    now = new Date(now.getTime() + MINUTE);
    await putMember(server, { tenant: TENANT, object: GROUP }, { kind: 'group', name: '全体', role: 'assessor' });
    const token = await issuer.token(now, { groups: [GROUP] });
    const asked = await ask(token);
    expect(asked).toMatchObject({ status: 409, body: { code: 'workspaceAmbiguous', params: {} } });
    expect(asked.body.workspaces).toEqual([
      { id: other.id, name: '另一区' },
      { id: own, name: '测试区' },
    ]);
    expect(JSON.stringify(asked.body)).not.toContain('第三区');
    expect(await ask(token, own)).toMatchObject({ status: 200, body: { workspace: { id: own, name: '测试区' }, role: 'assessor' } });
    expect(await ask(token, other.id)).toMatchObject({ status: 200, body: { workspace: { id: other.id }, role: 'admin' } });
  });

  test('nothing is done before that, and nothing noted in either', async () => {
    for (const key of [ADMIN_KEY, other.adminKey]) await putMember(server, person, { ...viewer, role: 'admin' }, key);
    const token = await issuer.token(now);
    await expect(server.push({ columns, rows: [measure({})] }, { key: token })).rejects.toThrow('workspaceAmbiguous');
    for (const key of [ADMIN_KEY, other.adminKey]) {
      expect((await server.get<RevisionsAnswer>('/v1/revisions', key)).body.revisions).toEqual([]);
      expect((await server.get<MembersAnswer>('/v1/members', key)).body.members.map(({ usedAt }) => usedAt)).toEqual([null]);
    }
  });

  test('with one membership nothing need be said, and what is said must be true', async () => {
    await putMember(server, person, viewer);
    const token = await issuer.token(now);
    expect((await ask(token)).status).toBe(200);
    expect((await ask(token, own)).status).toBe(200);
    expect((await ask(token, other.id)).body.code).toBe('notMember');
  });

  test('one that the person is no member of answers as to who is in none, byte for byte', async () => {
    const withoutIds = async (token: string, workspace: string): Promise<unknown> => {
      const { status, body } = await ask(token, workspace);
      return { httpStatus: status, ...body, requestId: '' };
    };
    const token = await issuer.token(now);
    const stranger = await withoutIds(token, own);
    for (const key of [ADMIN_KEY, other.adminKey]) await putMember(server, person, viewer, key);
    const third = await newWorkspace('第三区');
    for (const workspace of [third.id, '01J00000000000000000000000', 'nothing of the kind', '']) expect(await withoutIds(token, workspace)).toEqual(stranger);
    expect(stranger).toMatchObject({ status: 403, code: 'notMember' });
  });

  test('one that the person was removed from is closed; with the one that stays nothing need be said', async () => {
    for (const key of [ADMIN_KEY, other.adminKey]) await putMember(server, person, viewer, key);
    await server.send(`/v1/members/${TENANT}/${PERSON}`, { method: 'DELETE' });
    const token = await issuer.token(now);
    expect((await ask(token, own)).body.code).toBe('notMember');
    expect(await ask(token)).toMatchObject({ status: 200, body: { workspace: { id: other.id } } });
  });
});

test('what a signed-in person did stands under the person’s name', async () => {
  await putMember(server, person, { kind: 'person', name: '张三', role: 'admin' });
  const token = await issuer.token(now);
  await server.push({ columns, rows: [measure({})] }, { key: token });
  expect((await server.get<RevisionsAnswer>('/v1/revisions')).body.revisions).toMatchObject([{ by: '张三' }]);
  await server.putPlan(1, draftOf(2022), token);
  expect(JSON.stringify((await server.get<PlanVersionsAnswer>('/v1/plan/versions')).body)).toContain('"by":"张三"');
  await me(await issuer.token(now, { name: '张三丰' }));
  expect((await server.get<RevisionsAnswer>('/v1/revisions')).body.revisions).toMatchObject([{ by: '张三丰' }]);
  expect(server.lines.at(-1)).not.toHaveProperty('name');
});
