import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import type { PlanVersionsAnswer } from '../../shared/contract/plan.ts';
import { replayAnswer, type ReplayAnswer } from '../../shared/contract/replay.ts';
import type { ReceiptAnswer, ScoresAnswer } from '../../shared/contract/scores.ts';
import type { Plan, PlanDraft } from '../../shared/scoring/plan.ts';
import { addKey, columns, countOf, draftOf, measure, startServer, type Reply, type Server } from './support/server.ts';

const draft = draftOf(2022);
const json = { 'Content-Type': 'application/json' };
const put = (server: Server, body: unknown, headers: Record<string, string>, key?: string) =>
  server.refused('/v1/plan', { method: 'PUT', headers: { ...json, ...headers }, body: JSON.stringify(body), ...(key !== undefined && { key }) });

async function replay(server: Server, plan: PlanDraft, asOf = '2022-06-30'): Promise<ReplayAnswer> {
  const response = await server.send('/v1/plan/replay', { method: 'POST', headers: json, body: JSON.stringify({ plan, asOf }) });
  const body: ReplayAnswer = await response.json();
  expect([response.status, replayAnswer.parse(body)]).toEqual([200, body]);
  return body;
}

/** The worked example: 72.33 with B overdue. */
const rows = [
  measure({ title: 'A', due: '5月底前', status: '已完成', completedOn: '2022-05-20' }),
  measure({ title: 'B', due: '6月15日', status: '进行中', progress: 40 }),
  measure({ title: 'C', due: '年底前', progress: 50 }),
];
const harsher: PlanDraft = { ...draft, clauses: { ...draft.clauses, overdueMeasure: { lead: -3, co: -0.5 } } };

describe('the plan', () => {
  test('comes with the newest version as ETag, which another site may read', async () => {
    const server = startServer({ allowedOrigins: ['https://excel.example'] });
    const response = await server.send('/v1/plan', { headers: { Origin: 'https://excel.example' } });
    expect(response.headers.get('ETag')).toBe('"1"');
    expect(response.headers.get('Access-Control-Expose-Headers')).toContain('ETag');
    const preflight = await server.send('/v1/plan', {
      method: 'OPTIONS',
      headers: { Origin: 'https://excel.example', 'Access-Control-Request-Method': 'PUT' },
    });
    expect(preflight.headers.get('Access-Control-Allow-Methods')).toContain('PUT');
    expect(preflight.headers.get('Access-Control-Allow-Headers')).toContain('If-Match');
  });

  test('put anew is version 2, and scores rest on it from then on', async () => {
    const server = startServer();
    await server.push({ columns, rows });
    const response = await server.send('/v1/plan', {
      method: 'PUT',
      headers: { ...json, 'If-Match': '"1"' },
      body: JSON.stringify({ ...harsher, district: '乌达区' }),
    });
    expect([response.status, response.headers.get('ETag')]).toEqual([200, '"2"']);
    expect(await response.json()).toEqual({ version: 2, ...harsher, district: '乌达区' });

    const { body } = await server.get<ScoresAnswer>('/v1/scores?asOf=2022-06-30');
    expect(body).toMatchObject({ planVersion: 2, units: [{ score: 70.33 }] });
    const receipt = await server.get<ReceiptAnswer>(`/v1/scores/${encodeURIComponent('乌达区发改委')}?asOf=2022-06-30`);
    expect(receipt.body.lines).toContainEqual(expect.objectContaining({ id: 'overdueMeasure', points: -3 }));
  });

  test('another isolate that judged the same day under the plan before judges anew', async () => {
    const [one, other] = [startServer(), startServer()];
    await one.push({ columns, rows });
    await other.get('/v1/scores?asOf=2022-06-30');
    await one.putPlan(1, { ...draft, overdueFactor: 0 });
    expect((await other.get<ScoresAnswer>('/v1/scores?asOf=2022-06-30')).body).toMatchObject({ planVersion: 2, units: [{ score: 65.67 }] });
  });

  test('of a day is the newest whose period holds the day', async () => {
    const server = startServer();
    await server.putPlan(1, draftOf(2023));
    const on = async (asOf: string) => {
      const { headers, body } = await server.get<Plan>(`/v1/plan?asOf=${asOf}`);
      return [body.version, headers.get('ETag')];
    };
    expect(await on('2022-12-31')).toEqual([1, '"2"']);
    expect(await on('2023-01-01')).toEqual([2, '"2"']);
    expect(await on('2030-01-01')).toEqual([2, '"2"']);
  });

  test('lists its versions to everyone, newest first, with when and by whom each was made', async () => {
    const server = startServer({ now: () => new Date('2022-06-30T01:02:03Z') });
    await server.putPlan(1, harsher);
    const { headers, body } = await server.get<PlanVersionsAnswer>('/v1/plan/versions', await addKey('viewer', null));
    expect(headers.get('ETag')).toBe('"2"');
    expect(body.versions).toMatchObject([
      { version: 2, at: '2022-06-30T01:02:03.000Z', by: 'bootstrap', plan: { version: 2, ...harsher } },
      { version: 1, at: '2022-06-30T01:02:03.000Z', by: 'bootstrap', plan: { version: 1 } },
    ]);
  });

  test('whose author is not known is still listed', async () => {
    const server = startServer();
    await server.get('/v1/me');
    await env.DB.prepare('UPDATE plan SET principal = NULL').run();
    expect((await server.get<PlanVersionsAnswer>('/v1/plan/versions')).body.versions).toMatchObject([{ version: 1, by: null }]);
  });
});

describe('a plan is refused', () => {
  test('to everyone but an admin, before its body is looked at', async () => {
    const server = startServer();
    await server.get('/v1/me');
    for (const role of ['assessor', 'viewer'] as const) {
      expect(await put(server, {}, {}, await addKey(role, null))).toMatchObject({ status: 403, body: { code: 'roleForbids', params: { role } } });
      const tried = await server.refused('/v1/plan/replay', { method: 'POST', headers: json, body: '{}', key: await addKey(role, null) });
      expect(tried).toMatchObject({ status: 403, body: { code: 'roleForbids' } });
    }
  });

  test('without the version it was read as: 428; with what is none: 400', async () => {
    const server = startServer();
    expect(await put(server, draft, {})).toMatchObject({ status: 428, body: { code: 'preconditionRequired' } });
    const fault = { in: 'header', pointer: '/If-Match', value: '*' };
    expect(await put(server, draft, { 'If-Match': '*' })).toMatchObject({ status: 400, body: { code: 'invalid', errors: [fault] } });
    expect(await countOf('plan')).toBe(1);
  });

  test('over a version it has not seen: 412, which tells the newest', async () => {
    const server = startServer();
    await server.putPlan(1, harsher);
    const reply = await put(server, draft, { 'If-Match': '"1"' });
    expect(reply).toMatchObject({ status: 412, body: { code: 'planChanged', params: { version: 2, yours: 1 } } });
    expect(await put(server, draft, { 'If-Match': '"7"' })).toMatchObject({ status: 412, body: { params: { version: 2, yours: 7 } } });
    expect(await countOf('plan')).toBe(2);
    expect((await server.putPlan(2, draft)).version).toBe(3);
  });

  test('with every fault of it, by place, value and what was expected', async () => {
    const broken = { ...draft, cap: 0, dueSoonDays: 2.5, indicators: { ...draft.indicators, completion: { weight: -1 } } };
    const reply = await put(startServer(), broken, { 'If-Match': '"1"' });
    expect(reply).toMatchObject({ status: 400, body: { code: 'invalid', pointer: '/dueSoonDays', expected: 'a whole number from 0 to 366' } });
    expect(reply.body.errors).toEqual([
      { in: 'body', pointer: '/dueSoonDays', expected: 'a whole number from 0 to 366', value: 2.5 },
      { in: 'body', pointer: '/cap', expected: 'a number above 0, at most 1000', value: 0 },
      { in: 'body', pointer: '/indicators/completion/weight', expected: 'a number from 0 to 1000', value: -1 },
    ]);
    expect(await countOf('plan')).toBe(1);
  });

  test.each([
    ['a field that is none', { ...draft, caps: 100 }, '/caps'],
    ['its version, which the server gives', { ...draft, version: 2 }, '/version'],
    ['a field that is missing', { ...draft, period: undefined }, '/period'],
    ['an indicator that is none', { ...draft, indicators: { ...draft.indicators, luck: { weight: 1 } } }, '/indicators/luck'],
    ['a text for a number', { ...draft, cap: '100' }, '/cap'],
    ['a date that does not exist', { ...draft, listLockedOn: '2022-02-30' }, '/listLockedOn'],
  ])('with %s', async (_, body, pointer) => {
    for (const reply of [await put(startServer(), body, { 'If-Match': '"1"' })])
      expect(reply).toMatchObject({ status: 400, body: { code: 'invalid', pointer } });
    const tried = await startServer().refused('/v1/plan/replay', { method: 'POST', headers: json, body: JSON.stringify({ plan: body }) });
    expect(tried).toMatchObject({ status: 400, body: { code: 'invalid', pointer: `/plan${pointer}` } });
  });
});

test('of several who put a plan over the same version at once one gets in; sent again after a lost answer, it is not someone else’s', async () => {
  const server = startServer();
  await server.get('/v1/me');
  const attempts = await Promise.all(
    [5, 6, 7, 8].map(async (dueSoonDays) => {
      const body = JSON.stringify({ ...draft, dueSoonDays });
      const response = await startServer().send('/v1/plan', { method: 'PUT', headers: { ...json, 'If-Match': 'W/"1"' }, body });
      return { status: response.status, dueSoonDays };
    }),
  );
  expect(attempts.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412, 412, 412]);
  expect(await countOf('plan')).toBe(2);
  const winner = attempts.find(({ status }) => status === 200)?.dueSoonDays ?? 0;
  expect(await server.putPlan(1, { ...draft, dueSoonDays: winner })).toMatchObject({ version: 2, dueSoonDays: winner });
  expect(await countOf('plan')).toBe(2);
});

describe('replay', () => {
  test('gives every unit under both plans with the lines that differ, and writes nothing', async () => {
    const server = startServer();
    await server.push({ columns, rows });
    const answer = await replay(server, { ...harsher, overdueFactor: 0 });
    expect(answer).toMatchObject({ asOf: '2022-06-30', revision: 1, planVersion: 1, flags: [] });
    expect(answer.units).toMatchObject([
      { unit: '区发改委', tier: 'other', before: { score: 72.33, rank: 1 }, after: { score: 63.67, rank: 1 }, change: -8.66 },
    ]);
    expect(answer.units[0]?.lines).toMatchObject([
      { line: 'completion', before: { kind: 'indicator', weight: 100 }, after: { kind: 'indicator', weight: 100 } },
      { line: 'overdueMeasure', before: { kind: 'clause', points: -1, hits: 1 }, after: { kind: 'clause', points: -3, hits: 1 } },
    ]);
    expect(answer.units[0]?.entries).toMatchObject([
      { id: rows[1]?.[0], register: 'measures', title: 'B', before: { flag: 'overdue', due: '2022-06-15', score: 20 }, after: { flag: 'overdue', score: 0 } },
    ]);
    expect(await countOf('plan')).toBe(1);
  });

  test('counts the flags that a plan changes, with the entries', async () => {
    const server = startServer();
    const id = String(rows[2]?.[0]);
    await server.push({ columns, rows });
    const { flags, units } = await replay(server, { ...draft, dueSoonDays: 200 });
    expect(flags).toEqual([{ before: 'onTrack', after: 'dueSoon', count: 1, ids: [id] }]);
    expect(units).toMatchObject([{ change: 0, before: { dueSoon: 0 }, after: { dueSoon: 1 }, entries: [{ id }] }]);
  });

  test('does not change what the plan in force is judged by in the same isolate, nor the other way round', async () => {
    const server = startServer();
    await server.push({ columns, rows });
    const scores = async () => (await server.get<ScoresAnswer>('/v1/scores?asOf=2022-06-30')).body.units[0]?.score;
    expect(await scores()).toBe(72.33);
    expect((await replay(server, { ...draft, overdueFactor: 0 })).units[0]?.after?.score).toBe(65.67);
    expect(await scores()).toBe(72.33);
    await server.putPlan(1, { ...draft, overdueFactor: 1 });
    expect((await replay(server, { ...draft, overdueFactor: 0 })).units[0]).toMatchObject({ before: { score: 79 }, after: { score: 65.67 } });
    expect(await scores()).toBe(79);
  });

  test('of the current plan changes nothing, and adopting a plan gives the scores its replay told', async () => {
    const server = startServer();
    await server.push({ columns, rows });
    expect(await replay(server, draft)).toMatchObject({ flags: [], units: [{ change: 0, lines: [], entries: [] }] });
    const told = (await replay(server, harsher)).units.map(({ after }) => after);
    await server.putPlan(1, harsher);
    const { body }: Reply<ScoresAnswer> = await server.get('/v1/scores?asOf=2022-06-30');
    expect(body.units).toMatchObject(told);
  });

  const nextYear = { period: { start: '2023-01-01', end: '2023-12-31' } };
  const endedBefore = { period: { start: '2022-01-01', end: '2022-06-29' } };

  test.each<[string, Partial<PlanDraft>, string]>([
    ['of the next year, held against a day of this one', nextYear, '2022-06-30'],
    ['of a period that ended the day before', endedBefore, '2022-06-30'],
    ['of the next year, held against a day of it', nextYear, '2023-03-31'],
    ['of this year, held against a day that no plan holds', {}, '2023-03-31'],
  ])('of a plan %s, tells the scores that adopting it gives that day', async (_, change, asOf) => {
    const server = startServer();
    await server.push({ columns, rows });
    const { units } = await replay(server, { ...harsher, ...change }, asOf);
    await server.putPlan(1, { ...harsher, ...change });
    const { body }: Reply<ScoresAnswer> = await server.get(`/v1/scores?asOf=${asOf}`);
    expect(body.units).toMatchObject(units.map(({ after }) => after));
  });

  test('of a plan whose period does not hold the day, while another’s does, says so and moves nothing', async () => {
    const server = startServer();
    await server.push({ columns, rows });
    for (const change of [nextYear, endedBefore]) {
      const { units, flags, notInForce } = await replay(server, { ...harsher, ...change });
      expect(notInForce).toMatchObject({ code: 'plan.notInForce', params: { ...change.period, asOf: '2022-06-30' } });
      expect(notInForce?.message).toContain('采用后这一天的得分不变');
      expect([flags, units]).toMatchObject([[], [{ change: 0, lines: [], entries: [] }]]);
    }
    expect((await replay(server, { ...harsher, ...nextYear }, '2023-03-31')).notInForce).toBeNull();
    expect((await replay(server, harsher, '2023-03-31')).notInForce).toBeNull();
  });
});
