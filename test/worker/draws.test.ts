import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { drawAnswer, type DrawAnswer, type DrawRequest, type DrawsAnswer } from '../../shared/contract/draws.ts';
import type { ProblemDocument } from '../../shared/contract/problems.ts';
import { verifySlip } from '../../shared/draw/verify.ts';
import { hashOf } from '../../worker/auth/keys.ts';
import { addKey, columns, measure, startServer, ulid, type Reply, type Server } from './support/server.ts';

const SECRETS = { 考核组: 'the assessors’ own long secret', 纪委监委: '纪委监委的密语足足有十六个字以上吧' } as const;
type Party = keyof typeof SECRETS;
const PARTIES = Object.keys(SECRETS) as Party[];

/** Two key units with three measures, another unit with two, and one that supports the first. */
const ids = [ulid(), ulid(), ulid(), ulid(), ulid()] as const;
let server: Server;
let assessor: string;
let now = new Date('2022-07-01T01:00:00.000Z');

beforeEach(async () => {
  now = new Date('2022-07-01T01:00:00.000Z');
  server = startServer({ now: () => now });
  const units = [
    [ulid(), '区发改委', 'key', null],
    [ulid(), '区住建局', 'key', null],
    [ulid(), '区教育局', 'other', null],
    [ulid(), '区审计局', 'other', '审计局'],
    [ulid(), '区档案馆', 'other', null],
  ];
  await server.push({ columns: ['id', 'name', 'tier', 'aliases'], rows: units }, { register: 'units' });
  const rows = [
    measure({ id: ids[0], unit: '区发改委', title: '建成电子政务外网', due: '5月底前', status: '已完成', completedOn: '2022-05-20' }),
    measure({ id: ids[1], unit: '区发改委、审计局', title: '清理拖欠账款', due: '年底前' }),
    measure({ id: ids[2], unit: '区住建局', title: '整治道路占用', due: '5月底前' }),
    measure({ id: ids[3], unit: '区教育局', title: '改造校舍', due: '6月底前', status: '已完成', completedOn: '2022-06-20' }),
    measure({ id: ids[4], unit: '区审计局', title: '审计专项资金', due: '年底前' }),
  ];
  await server.push({ columns, rows });
  assessor = await addKey('assessor', null);
});

async function post<Body = DrawAnswer>(path: string, body: unknown, key = assessor, on = server): Promise<Reply<Body>> {
  const response = await on.send(path, { key, method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  return { status: response.status, headers: response.headers, body: await response.json<Body>() };
}

async function start(body: Partial<DrawRequest> = {}): Promise<DrawAnswer> {
  const request = { of: 'measures', asOf: '2022-06-30', sizes: { key: 2, other: 1 }, parties: PARTIES, ...body };
  const { status, body: draw } = await post('/v1/draws', request);
  expect(status).toBe(201);
  return drawAnswer.parse(draw);
}

const commit = async (id: string, party: Party, on = server): Promise<Reply<DrawAnswer>> =>
  post(`/v1/draws/${id}/commitments`, { party, commitment: await hashOf(SECRETS[party]) }, assessor, on);
const reveal = (id: string, party: Party, on = server): Promise<Reply<DrawAnswer>> =>
  post(`/v1/draws/${id}/reveals`, { party, secret: SECRETS[party] }, assessor, on);
const later = (milliseconds: number): void => {
  now = new Date(now.getTime() + milliseconds);
};

async function refusalOf(reply: Promise<Reply<unknown>>): Promise<[number, string]> {
  const { status, body } = await reply;
  return [status, (body as ProblemDocument).code];
}

test('a draw goes from the frozen list over commitments and reveals to a slip that stands', async () => {
  const draw = await start();
  expect(draw).toMatchObject({ number: '2022-01', state: 'committing', slip: null, excluded: [], abandoned: null });
  expect(draw.listHash).toBe(await hashOf([...ids].toSorted().join('\n')));
  expect(draw.list.find(({ id }) => id === ids[1])).toEqual({ id: ids[1], title: '清理拖欠账款', units: ['区发改委', '区审计局'], stratum: 'key' });

  later(1_000);
  expect((await commit(draw.id, '考核组')).body.state).toBe('committing');
  expect((await commit(draw.id, '纪委监委')).body.state).toBe('revealing');
  later(1_000);
  const half = await reveal(draw.id, '纪委监委');
  expect(half.body).toMatchObject({ state: 'revealing', slip: null });
  expect(JSON.stringify(half.body)).not.toContain(SECRETS.纪委监委);
  const { body: done } = await reveal(draw.id, '考核组');
  expect(done.state).toBe('done');

  const { slip } = drawAnswer.parse(done);
  if (slip === null) throw new Error('no slip');
  expect(await verifySlip(slip, hashOf, [draw.listHash, draw.termsHash])).toEqual([]);
  expect(slip.winners).toHaveLength(3);
  const again = await server.get<DrawAnswer>(`/v1/draws/${draw.id}`, assessor);
  expect(again.body).toEqual(done);
});

describe('the list', () => {
  test('leaves out the measures that name a unit to be avoided, by any spelling, as lead or co-unit, and says how many', async () => {
    const draw = await start({ exclude: [{ unit: '审计局', reason: '检查人员原任职单位' }] });
    expect(draw.excluded).toEqual([{ unit: '区审计局', reason: '检查人员原任职单位', entries: 2 }]);
    expect(draw.list.map(({ id }) => id)).toEqual([ids[0], ids[2], ids[3]].toSorted());
  });

  test('can be of measures in a given state alone', async () => {
    const draw = await start({ flags: ['done', 'doneLate'], sizes: { key: 1, other: 1 } });
    expect(draw.list.map(({ id }) => id)).toEqual([ids[0], ids[3]].toSorted());
  });

  test('can be of units: those assessed', async () => {
    const draw = await start({ of: 'units', exclude: [{ unit: '区教育局', reason: '亲属任职' }], sizes: { key: 1, other: 1 } });
    expect(draw.list.map(({ id, stratum }) => [id, stratum])).toEqual([
      ['区住建局', 'key'],
      ['区发改委', 'key'],
      ['区审计局', 'other'],
    ]);
    expect(draw.excluded).toEqual([{ unit: '区教育局', reason: '亲属任职', entries: 1 }]);
  });

  test('stays as it was frozen when the ledger changes', async () => {
    const { id, list } = await start();
    await server.push({
      columns,
      base: 2,
      rows: [measure({ unit: '区发改委', title: '后来加的' }), measure({ id: ids[0], unit: '区发改委', title: '改了名' })],
    });
    expect((await server.get<DrawAnswer>(`/v1/draws/${id}`, assessor)).body.list).toEqual(list);
  });
});

describe('a start is refused', () => {
  const body = { of: 'measures', asOf: '2022-06-30', sizes: { key: 2, other: 1 }, parties: PARTIES };
  test.each([
    ['for a unit to avoid that is not there', { exclude: [{ unit: '区某局', reason: '回避' }] }, [404, 'unitUnknown']],
    ['when a tier has fewer than are to be drawn', { sizes: { key: 4, other: 1 } }, [409, 'drawTooFew']],
    ['when nothing is to be drawn', { sizes: { key: 0, other: 0 } }, [400, 'invalid']],
    ['with one party alone', { parties: ['考核组'] }, [400, 'invalid']],
    ['with a party twice', { parties: ['考核组', ' 考核组'] }, [400, 'invalid']],
    ['with a name on two lines', { parties: ['考核组', '纪委\n监委'] }, [400, 'invalid']],
    ['with a deadline that is over', { revealBy: '2022-07-01T00:00:00Z' }, [409, 'drawLate']],
    ['with flags when units are drawn', { of: 'units', flags: ['done'] }, [400, 'invalid']],
  ])('%s', async (_, change, refusal) => {
    expect(await refusalOf(post('/v1/draws', { ...body, ...change }))).toEqual(refusal);
  });

  test('for clerks and viewers', async () => {
    for (const key of [await addKey('clerk', '区发改委'), await addKey('viewer', null)]) {
      expect(await refusalOf(post('/v1/draws', body, key))).toEqual([403, 'roleForbids']);
    }
  });
});

describe('a step is refused by name', () => {
  test('a reveal before all have committed', async () => {
    const { id } = await start();
    await commit(id, '考核组');
    expect(await refusalOf(reveal(id, '考核组'))).toEqual([409, 'revealEarly']);
  });

  test('a secret that was not committed to; the right one is still taken', async () => {
    const { id } = await start();
    for (const party of PARTIES) await commit(id, party);
    expect(await refusalOf(post(`/v1/draws/${id}/reveals`, { party: '考核组', secret: 'not the one that I promised' }))).toEqual([409, 'revealFalse']);
    expect((await reveal(id, '考核组')).status).toBe(200);
  });

  test('a commitment or a reveal after the deadline', async () => {
    const { id } = await start({ revealBy: '2022-07-01T02:00:00Z' });
    await commit(id, '考核组');
    later(3_600_000);
    expect((await commit(id, '纪委监委')).status).toBe(200); // the very end of it is in time
    later(1);
    expect(await refusalOf(reveal(id, '考核组'))).toEqual([409, 'drawLate']);
    const other = await start({ revealBy: '2022-07-01T02:30:00Z' });
    later(3_600_000);
    expect(await refusalOf(commit(other.id, '考核组'))).toEqual([409, 'drawLate']);
  });

  test('a second commitment, another’s commitment, a second reveal, someone who is no party', async () => {
    const { id } = await start();
    await commit(id, '考核组');
    expect(await refusalOf(commit(id, '考核组'))).toEqual([409, 'partyCommitted']);
    const copied = { party: '纪委监委', commitment: await hashOf(SECRETS.考核组) };
    expect(await refusalOf(post(`/v1/draws/${id}/commitments`, copied))).toEqual([409, 'commitmentCopied']);
    expect(await refusalOf(post(`/v1/draws/${id}/commitments`, { ...copied, party: '路人' }))).toEqual([404, 'partyUnknown']);
    await commit(id, '纪委监委');
    await reveal(id, '考核组');
    expect(await refusalOf(reveal(id, '考核组'))).toEqual([409, 'partyRevealed']);
  });

  test('a list that was changed in the database after it was frozen, by an entry less or another tier', async () => {
    const frozen = { [ids[0]]: await start(), [ids[2]]: await start() };
    for (const { id } of Object.values(frozen)) for (const party of PARTIES) await commit(id, party);
    await env.DB.prepare('DELETE FROM draw_item WHERE draw = ?1 AND id = ?2').bind(frozen[ids[0]]?.id, ids[0]).run();
    await env.DB.prepare(`UPDATE draw_item SET content = json_set(content, '$.stratum', 'other') WHERE draw = ?1 AND id = ?2`)
      .bind(frozen[ids[2]]?.id, ids[2])
      .run();
    for (const { id } of Object.values(frozen)) {
      expect(await refusalOf(reveal(id, '考核组'))).toEqual([409, 'drawListChanged']);
      expect(await refusalOf(server.get(`/v1/draws/${id}`, assessor))).toEqual([409, 'drawListChanged']);
      expect((await post(`/v1/draws/${id}/abandon`, { reason: '名单被改动' })).body.state).toBe('abandoned');
    }
  });

  test('anything of a draw of another workspace, as if it were not there', async () => {
    const { id } = await start();
    const key = `${ulid()}${ulid()}`;
    await env.DB.batch([
      env.DB.prepare(`INSERT INTO workspace SELECT 'other', '别的区', time_zone, created_at FROM workspace`),
      env.DB.prepare(`INSERT INTO plan (workspace, version, content, created_at) SELECT 'other', version, content, created_at FROM plan`),
      env.DB.prepare(`INSERT INTO access_key (id, workspace, name, role, hash, created_at) VALUES ('k', 'other', 'k', 'admin', ?1, '2022-01-01')`).bind(
        await hashOf(key),
      ),
    ]);
    expect((await server.get<DrawsAnswer>('/v1/draws', key)).body.draws).toEqual([]);
    expect(await refusalOf(server.get(`/v1/draws/${id}`, key))).toEqual([404, 'drawUnknown']);
    for (const [step, body] of Object.entries({
      commitments: { party: '考核组', commitment: await hashOf(SECRETS.考核组) },
      reveals: { party: '考核组', secret: SECRETS.考核组 },
      abandon: { reason: '无' },
    })) {
      expect(await refusalOf(post(`/v1/draws/${id}/${step}`, body, key))).toEqual([404, 'drawUnknown']);
    }
    expect((await commit(id, '考核组')).status).toBe(200);
  });
});

test('an abandoned draw stays on record with who, when and why, keeps its number, and goes no further', async () => {
  const { id } = await start();
  for (const party of PARTIES) await commit(id, party);
  await reveal(id, '考核组');
  const { body } = await post(`/v1/draws/${id}/abandon`, { reason: '纪委监委没有揭示' });
  expect(body).toMatchObject({ state: 'abandoned', slip: null, abandoned: { at: now.toISOString(), by: 'assessor', reason: '纪委监委没有揭示' } });
  expect(await refusalOf(reveal(id, '纪委监委'))).toEqual([409, 'drawClosed']);
  expect(await refusalOf(post(`/v1/draws/${id}/abandon`, { reason: '再一次' }))).toEqual([409, 'drawClosed']);
  await start();
  const { draws } = (await server.get<DrawsAnswer>('/v1/draws', assessor)).body;
  expect(draws.map(({ number, state }) => [number, state])).toEqual([
    ['2022-02', 'committing'],
    ['2022-01', 'abandoned'],
  ]);
});

test('a draw that is done cannot be abandoned', async () => {
  const { id } = await start();
  for (const party of PARTIES) await commit(id, party);
  for (const party of PARTIES) await reveal(id, party);
  expect(await refusalOf(post(`/v1/draws/${id}/abandon`, { reason: '结果不满意' }))).toEqual([409, 'drawClosed']);
});

test('steps taken at once from several isolates lose nothing, and the draw ends all the same', async () => {
  const isolates = [startServer({ now: () => now }), startServer({ now: () => now })] as const;
  for (let round = 0; round < 5; round += 1) {
    const { id } = await start();
    const at = (index: number): Server => isolates[index % 2 === 0 ? 0 : 1];
    await Promise.all(PARTIES.map((party, index) => commit(id, party, at(index))));
    await Promise.all(PARTIES.map((party, index) => reveal(id, party, at(index))));
    const { slip } = (await server.get<DrawAnswer>(`/v1/draws/${id}`, assessor)).body;
    if (slip === null) throw new Error('no slip');
    expect(await verifySlip(slip, hashOf)).toEqual([]);
  }
});

test('draws frozen at once get numbers of their own, without a gap', async () => {
  const draws = await Promise.all(Array.from({ length: 4 }, () => start()));
  expect(draws.map(({ number }) => number).toSorted()).toEqual(['2022-01', '2022-02', '2022-03', '2022-04']);
});
