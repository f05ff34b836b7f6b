import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { d1Store } from '../../worker/store/d1.ts';
import { columns, countOf, measure, meteredDb, startServer, ulid } from './support/server.ts';

describe('outcome of a pushed row (architecture, How a push goes)', () => {
  test('an unknown id is inserted, under revision 1', async () => {
    const server = startServer();
    const answer = await server.push({ columns, rows: [measure({}), measure({})] });
    expect(answer).toMatchObject({
      revision: 1,
      counts: { inserted: 2, updated: 0, unchanged: 0, conflict: 0, rejected: 0 },
      rows: { outcome: ['inserted', 'inserted'] },
    });
  });

  test('the same rows again are unchanged: no revision, nothing written', async () => {
    const server = startServer();
    const rows = [measure({ due: '6月底前', progress: 40 }), measure({})];
    await server.push({ columns, rows });
    const again = await server.push({ base: 1, columns, rows });
    expect(again).toMatchObject({ revision: 1, counts: { unchanged: 2, updated: 0 } });
    expect([await countOf('revision'), await countOf('entry_version')]).toEqual([1, 0]);
  });

  test('what is billed: one row for each new entry and two for the revision and its index, none for a push without change', async () => {
    const { db, rowsWritten } = meteredDb();
    const server = startServer({ store: d1Store(db) });
    await server.get('/v1/me');
    const before = rowsWritten();
    const rows = Array.from({ length: 20 }, () => measure({}));
    await server.push({ columns, rows });
    const first = rowsWritten() - before;
    expect(first).toBe(rows.length + 2);
    await server.push({ base: 1, columns, rows });
    expect(rowsWritten() - before).toBe(first);
  });

  test('a date or percentage written another way is no change', async () => {
    const server = startServer();
    const id = ulid();
    await server.push({ columns, rows: [measure({ id, status: '已完成', progress: 60, completedOn: '2022-05-20' })] });
    const again = await server.push({ base: 1, columns, rows: [measure({ id, status: '√', progress: '60%', completedOn: '2022年5月20日' })] });
    expect(again.rows.outcome).toEqual(['unchanged']);
  });

  test('a row that differs is updated, and the version before is kept', async () => {
    const server = startServer();
    const id = ulid();
    await server.push({ columns, rows: [measure({ id, progress: 10 }), measure({})] });
    const answer = await server.push({ base: 1, columns, rows: [measure({ id, progress: 20 })] });
    expect(answer).toMatchObject({ revision: 2, counts: { updated: 1 } });
    const { results } = await env.DB.prepare('SELECT id, revision, content FROM entry_version').all<{ id: string; revision: number; content: string }>();
    expect(results.map((row) => ({ ...row, content: JSON.parse(row.content) as unknown }))).toEqual([
      { id, revision: 1, content: { unit: '区发改委', title: '推进项目', progress: 10 } },
    ]);
  });

  test('dryRun answers the same, with the revision that stands, and writes nothing', async () => {
    const server = startServer();
    const rows = [measure({ due: '6月15日', progress: 40 }), measure({ title: null })];
    const request = ulid();
    const dry = await server.push({ columns, rows, request, dryRun: true });
    expect(dry).toMatchObject({ revision: 0, counts: { inserted: 1, rejected: 1 }, newUnits: ['区发改委'] });
    expect([await countOf('entry'), await countOf('revision')]).toEqual([0, 0]);
    const wet = await server.push({ columns, rows, request });
    expect(wet).toEqual({ ...dry, revision: 1 });
  });

  test('a column that is not pushed keeps its field, one pushed blank empties it', async () => {
    const server = startServer();
    const id = ulid();
    await server.push({ columns, rows: [measure({ id, due: '2022.6.30', status: '进行中', progress: 10 })] });
    await server.push({ base: 1, columns: ['id', 'progress', 'status'], rows: [[id, 80, '']] });
    const { body } = await server.get<{ columns: string[]; rows: unknown[][] }>('/v1/registers/measures/entries');
    const stored = Object.fromEntries(body.columns.map((column, at) => [column, body.rows[0]?.[at]]));
    expect(stored).toMatchObject({ id, unit: '区发改委', due: '2022-06-30', status: null, progress: 80 });
  });

  test('a new id needs all required columns', async () => {
    const server = startServer();
    const answer = await server.push({ columns: ['id', 'progress'], rows: [[ulid(), 80]] });
    expect(answer.rows.problems[0]?.map(({ column }) => column)).toEqual(['unit', 'title']);
  });

  test('units are new once per name, whatever the spelling, and adopted by a later row of theirs', async () => {
    const server = startServer();
    const first = await server.push({ columns, rows: [measure({ unit: '区政务服务局' }), measure({ unit: '区 政务服务局' }), measure({ unit: '区发改委' })] });
    expect(first.newUnits).toEqual(['区政务服务局', '区发改委']);
    const second = await server.push({ base: 1, columns, rows: [measure({ unit: '区发改委' }), measure({ unit: '区住建局' })] });
    expect(second.newUnits).toEqual(['区住建局']);
    const units = await server.push({ columns: ['id', 'name', 'tier'], rows: [[ulid(), '区住建局', '重点']] }, { register: 'units' });
    expect(units.units.find(({ unit }) => unit === '区住建局')).toMatchObject({ tier: 'key' });
    expect(units.units).toHaveLength(3);
  });
});

describe('what an entry remembers', () => {
  test('a deadline moved later than the first pushed is hinted at, with the baseline', async () => {
    const server = startServer();
    const id = ulid();
    await server.push({ columns, rows: [measure({ id, due: '6月底前' })] });
    const moved = await server.push({ base: 1, columns, rows: [measure({ id, due: '9月底前' })] });
    expect(moved.rows.hints[0]?.map(({ code, params }) => ({ code, params }))).toContainEqual({
      code: 'hint.deadlineMoved',
      params: { baseline: '2022-06-30', due: '2022-09-30' },
    });
  });

  test('progress that fell since the version before is hinted at', async () => {
    const server = startServer();
    const id = ulid();
    await server.push({ columns, rows: [measure({ id, due: '年底前', progress: 60 })] });
    const fallen = await server.push({ base: 1, columns, rows: [measure({ id, due: '年底前', progress: 50 })] });
    expect(fallen.rows.hints[0]?.map(({ code }) => code)).toContain('hint.progressFell');
  });

  test('本月底 counts from the as-of that first carried the wording', async () => {
    const server = startServer();
    const id = ulid();
    await server.push({ asOf: '2022-03-10', columns, rows: [measure({ id, due: '本月底' })] });
    const later = await server.push({ base: 1, asOf: '2022-05-10', columns, rows: [measure({ id, due: '本月底', progress: 5 })] });
    expect(later.rows.due).toEqual(['2022-03-31']);
  });
});
