import { env, exports } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import type { TrendAnswer } from '../../shared/contract/trend.ts';
import type { ScoresAnswer } from '../../shared/contract/scores.ts';
import { chinaCalendar } from '../../shared/calendar/china.ts';
import { trendStore } from '../../worker/store/trend.ts';
import { takeSnapshots } from '../../worker/usecases/take-snapshots.ts';
import { addKey, columns, countOf, measure, startServer, ulid, type Server } from './support/server.ts';

/** A server at an instant, written as the time in Shanghai. */
function at(time: string): Server {
  return startServer({ now: () => new Date(`${time}+08:00`) });
}

/** The cron at an instant, written as the time in Shanghai. */
async function cron(time: string, log: (line: object) => void = () => {}): Promise<void> {
  await takeSnapshots({ now: () => new Date(`${time}+08:00`), calendar: chinaCalendar(), trend: trendStore(env.DB), log });
}

async function trend(query = 'from=2022-06-01&to=2022-07-31', key?: string): Promise<TrendAnswer> {
  const { status, body } = await startServer().get<TrendAnswer>(`/v1/scores/trend?${query}`, key);
  expect(status).toBe(200);
  return body;
}

const [A, B] = [ulid(), ulid()];
const OWN = '区发改委';

describe('the snapshot of a day', () => {
  beforeEach(async () => {
    await at('2022-06-14T09:00').push({ asOf: '2022-06-14', columns, rows: [measure({ id: A, due: '6月15日', status: '进行中', progress: 40 })] });
  });

  test('is taken at 00:10 of the workspace’s time zone, not before', async () => {
    await cron('2022-06-15T00:09');
    expect(await trend()).toMatchObject({ days: [] });
    await cron('2022-06-15T00:10');
    const { days, units } = await trend();
    expect(days).toEqual(['2022-06-14']);
    const { body } = await startServer().get<ScoresAnswer>('/v1/scores?asOf=2022-06-14');
    expect(units).toEqual(body.units.map(({ unit, score, grade, rank }) => ({ unit, score: [score], grade: [grade], rank: [rank] })));
  });

  test('is taken once: later runs of the day write nothing', async () => {
    await cron('2022-06-15T00:10');
    await at('2022-06-15T08:00').push({
      base: 1,
      asOf: '2022-06-15',
      columns,
      rows: [measure({ id: A, due: '6月15日', status: '已完成', completedOn: '2022-06-15' })],
    });
    const before = await trend();
    await cron('2022-06-15T00:25');
    await cron('2022-06-15T23:55');
    expect(await trend()).toEqual(before);
  });

  test('of another time zone is due when its own day ends', async () => {
    await env.DB.prepare(`UPDATE workspace SET time_zone = 'Asia/Kathmandu'`).run(); // UTC+5:45, so two and a quarter hours after Shanghai
    await cron('2022-06-15T02:24');
    expect(await countOf('snapshot')).toBe(0);
    await cron('2022-06-15T02:25');
    expect(await countOf('snapshot')).toBe(1);
  });
});

describe('missed days', () => {
  test('are caught up, each by the rows as they stood at its end', async () => {
    const open = { id: A, due: '6月15日', status: '进行中', progress: 40 };
    await at('2022-06-14T23:59').push({ asOf: '2022-06-14', columns, rows: [measure(open)] });
    await at('2022-06-17T00:05').push({
      base: 1,
      asOf: '2022-06-17',
      columns,
      rows: [measure({ ...open, progress: 80 }), measure({ id: B, unit: '区住建局', due: '年底前', progress: 50 })],
    });
    await at('2022-06-17T10:00').push({ base: 2, asOf: '2022-06-17', columns, rows: [measure({ ...open, status: '已完成', completedOn: '2022-06-15' })] });
    await cron('2022-06-19T00:10');

    const { days, units } = await trend();
    expect(days).toEqual(['2022-06-14', '2022-06-15', '2022-06-16', '2022-06-17', '2022-06-18']);
    // e = 164/165 on the 14th, 1 on the 15th; from the 16th on overdue: 0.4 × 0.5, and a point off. Done in time by the 17th.
    expect(units).toMatchObject([
      { unit: OWN, score: [40.24, 40, 19, 100, 100], grade: ['fail', 'fail', 'fail', 'excellent', 'excellent'], rank: [1, 1, 1, 1, 1] },
      { unit: '区住建局', score: [null, null, null, 100, 100] },
    ]);
  });

  test('are caught up a week a run, from where the last one stopped, and give what runs in time would have given', async () => {
    const row = { id: A, due: '6月15日', status: '进行中', progress: 40 };
    await at('2022-06-01T09:00').push({ asOf: '2022-06-01', columns, rows: [measure(row)] });
    await at('2022-06-10T09:00').push({ base: 1, asOf: '2022-06-10', columns, rows: [measure({ ...row, progress: 60 })] });
    await cron('2022-06-19T00:10');
    expect((await trend()).days).toHaveLength(7);
    await cron('2022-06-19T00:25');
    expect((await trend()).days).toHaveLength(14);
    await cron('2022-06-19T00:40');
    const late = await trend();
    expect(late.days).toHaveLength(18);

    await env.DB.exec('DELETE FROM snapshot');
    for (let day = 2; day <= 19; day += 1) await cron(`2022-06-${String(day).padStart(2, '0')}T00:10`);
    expect(await trend()).toEqual(late);
  });

  test('go by the plan as it stood', async () => {
    await at('2022-06-14T09:00').push({ asOf: '2022-06-14', columns, rows: [measure({ due: '6月13日', progress: 40 })] });
    await env.DB.prepare(
      `INSERT INTO plan (workspace, version, content, created_at)
       SELECT workspace, 2, json_set(content, '$.version', 2, '$.clauses.overdueMeasure.lead', -5), '2022-06-15T04:00:00.000Z' FROM plan`,
    ).run();
    await env.DB.prepare(`UPDATE plan SET created_at = '2022-06-01T00:00:00.000Z' WHERE version = 1`).run();
    await cron('2022-06-17T00:10');
    expect((await trend()).units[0]?.score).toEqual([19, 15, 15]);
  });

  test('begin with the day of the first revision; without one there is nothing to take', async () => {
    await startServer().get('/v1/me');
    await cron('2022-06-17T00:10');
    expect(await countOf('snapshot')).toBe(0);
  });
});

test('one workspace that fails stops no other, and the run says so', async () => {
  await at('2022-06-14T09:00').push({ asOf: '2022-06-14', columns, rows: [measure({})] });
  await env.DB.batch([
    env.DB.prepare(`INSERT INTO workspace (id, name, time_zone, created_at) SELECT '00BROKEN', name, time_zone, created_at FROM workspace`),
    env.DB.prepare(
      `INSERT INTO plan (workspace, version, content, created_at) SELECT '00BROKEN', version, json_remove(content, '$.period'), created_at FROM plan`,
    ),
    env.DB.prepare(`INSERT INTO revision (workspace, number, register, request, principal, at, as_of, inserted, updated)
       SELECT '00BROKEN', number, register, ?1, principal, at, as_of, inserted, updated FROM revision`).bind(ulid()),
  ]);
  const lines: object[] = [];
  await expect(cron('2022-06-15T00:10', (line) => lines.push(line))).rejects.toThrow('1 workspaces');
  expect(lines).toEqual([
    expect.objectContaining({ problem: 'snapshotFailed', workspace: '00BROKEN' }),
    expect.objectContaining({ snapshots: ['2022-06-14'] }),
  ]);
});

test('the worker’s own cron takes snapshots up to yesterday', async () => {
  const [yesterday, today] = [-1, 0].map((days) => new Date(Date.now() + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10));
  await at(`${yesterday}T12:00`).push({ asOf: String(yesterday), columns, rows: [measure({})] });
  await (exports.default as unknown as { scheduled(options: { cron: string }): Promise<unknown> }).scheduled({ cron: '10,25,40,55 * * * *' });
  expect((await trend(`to=${today}`)).days).toEqual([yesterday]);
});

describe('reading the trend', () => {
  beforeEach(async () => {
    const rows = [
      measure({ due: '年底前', progress: 50 }),
      measure({ unit: '区住建局', due: '6月1日', progress: 0 }),
      measure({ unit: '区教育局', due: '年底前' }),
    ];
    await at('2022-06-14T09:00').push({ asOf: '2022-06-14', columns, rows });
    await cron('2022-06-17T00:10');
  });

  test('of one unit, by the name it has today', async () => {
    await at('2022-06-18T09:00').push({ base: 1, columns: ['id', 'name', 'aliases'], rows: [[ulid(), '区发展和改革委员会', OWN]] }, { register: 'units' });
    for (const spelling of [OWN, '区发展和改革委员会', '区 发展与改革委员会']) {
      expect(await trend(`from=2022-06-15&to=2022-06-30&unit=${encodeURIComponent(spelling)}`)).toMatchObject({
        from: '2022-06-15',
        to: '2022-06-30',
        days: ['2022-06-15', '2022-06-16'],
        units: [{ unit: '区发展和改革委员会', score: [100, 100], grade: ['excellent', 'excellent'], rank: [1, 1] }],
      });
    }
    expect((await trend('to=2022-06-30&unit=nobody')).units).toEqual([]);
  });

  test('a clerk sees the own unit, and the others if the plan publishes scores', async () => {
    const clerk = await addKey('clerk', OWN);
    const names = async (query: string): Promise<string[]> => (await trend(query, clerk)).units.map(({ unit }) => unit);
    expect(await names('to=2022-06-30')).toEqual([OWN]);
    expect(await names(`to=2022-06-30&unit=${encodeURIComponent('区住建局')}`)).toEqual([]);
    await env.DB.prepare(`UPDATE plan SET content = json_set(content, '$.publishScores', json('true'))`).run();
    expect(await names('to=2022-06-30')).toEqual([OWN, '区住建局', '区教育局']);
    expect(await names(`to=2022-06-30&unit=${encodeURIComponent('区住建局')}`)).toEqual(['区住建局']);
  });

  test('covers 90 days unless asked otherwise, and at most 366', async () => {
    expect(await trend('to=2022-06-30')).toMatchObject({ from: '2022-04-02', to: '2022-06-30' });
    for (const query of ['from=2022-07-01&to=2022-06-30', 'from=2021-06-29&to=2022-06-30']) {
      const { status, body } = await startServer().refused(`/v1/scores/trend?${query}`);
      expect([status, body.code]).toEqual([400, 'invalid']);
    }
  });
});
