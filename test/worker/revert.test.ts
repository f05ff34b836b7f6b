import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import type { EntriesAnswer } from '../../shared/contract/entries.ts';
import type { RevertAnswer, RevisionsAnswer } from '../../shared/contract/revisions.ts';
import { addKey, ADMIN_KEY, columns, countOf, lockList, measure, startServer, ulid, type Server } from './support/server.ts';

async function revert(server: Server, revision: number, key: string = ADMIN_KEY): Promise<RevertAnswer> {
  const response = await server.send(`/v1/revisions/${revision}/revert`, { method: 'POST', key });
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  return response.json<RevertAnswer>();
}

/** What stands in the register: progress by id, in order of id. */
async function standing(server: Server): Promise<[string, unknown][]> {
  const { body } = await server.get<EntriesAnswer>('/v1/registers/measures/entries');
  return body.rows.map((row) => [String(row[0]), row[body.columns.indexOf('progress')]]);
}

describe('a revert', () => {
  test('puts updated entries back, deletes inserted ones and restores deleted ones, as a new revision', async () => {
    const server = startServer();
    const [a, b, c] = [ulid(), ulid(), ulid()];
    await server.push({ columns, rows: [measure({ id: a, progress: 10 })] });
    await server.push({ base: 1, columns, rows: [measure({ id: a, progress: 20 }), measure({ id: b, progress: 5 })] });
    expect(await revert(server, 2)).toMatchObject({ revision: 3, reverts: [2], counts: { inserted: 0, updated: 1, deleted: 1, left: 0 }, left: [] });
    expect(await standing(server)).toEqual([[a, 10]]);

    await server.push({ base: 3, columns, rows: [measure({ id: c, progress: 7 })] });
    await server.delete({ base: 4, ids: [a, c] });
    expect(await revert(server, 5)).toMatchObject({ revision: 6, counts: { inserted: 2, updated: 0, deleted: 0 } });
    expect(await standing(server)).toEqual([
      [a, 10],
      [c, 7],
    ]);
  });

  test('leaves what was changed since, and says by whom and when', async () => {
    const server = startServer();
    const [a, b] = [ulid(), ulid()];
    await server.push({ columns, rows: [measure({ id: a, progress: 10 }), measure({ id: b, progress: 10 })] });
    await server.push({ base: 1, columns, rows: [measure({ id: a, progress: 20 }), measure({ id: b, progress: 20 })] });
    await server.push({ base: 2, columns, rows: [measure({ id: b, progress: 30 })] }, { key: await addKey('assessor', null) });
    const answer = await revert(server, 2);
    expect(answer).toMatchObject({
      counts: { updated: 1, left: 1 },
      left: [{ id: b, title: '推进项目', reason: 'changedSince', revision: 3, by: 'assessor' }],
    });
    expect(await standing(server)).toEqual([
      [a, 10],
      [b, 30],
    ]);
  });

  test('tells a clerk of a row that became another unit’s nothing but that', async () => {
    const server = startServer();
    const a = ulid();
    await server.get('/v1/me');
    const clerk = await addKey('clerk', '区发改委');
    await server.push({ columns, rows: [measure({ id: a, progress: 10 })] }, { key: clerk });
    await server.push({ base: 1, columns, rows: [measure({ id: a, unit: '区住建局', title: '别家的事' })] });
    const answer = await revert(server, 1, clerk);
    expect(answer.left).toEqual([{ id: a, title: null, reason: 'outOfScope', revision: null, by: '', at: '' }]);
    expect(answer).toMatchObject({ revision: null, counts: { left: 1 } });
  });

  test('can be reverted itself', async () => {
    const server = startServer();
    const a = ulid();
    await server.push({ columns, rows: [measure({ id: a, progress: 10 })] });
    await server.push({ base: 1, columns, rows: [measure({ id: a, progress: 20 })] });
    await revert(server, 2);
    expect(await revert(server, 3)).toMatchObject({ revision: 4, reverts: [3], counts: { updated: 1 } });
    expect(await standing(server)).toEqual([[a, 20]]);
    const { body } = await server.get<RevisionsAnswer>('/v1/revisions');
    expect(body.revisions.map(({ kind, reverts, revertedBy }) => ({ kind, reverts, revertedBy }))).toEqual([
      { kind: 'revert', reverts: [3], revertedBy: null },
      { kind: 'revert', reverts: [2], revertedBy: 4 },
      { kind: 'push', reverts: [], revertedBy: 3 },
      { kind: 'push', reverts: [], revertedBy: null },
    ]);
  });

  test('of one request of a push takes the whole push, at once', async () => {
    const server = startServer();
    const [a, b, c, push] = [ulid(), ulid(), ulid(), ulid()];
    await server.push({ columns, rows: [measure({ id: a, progress: 10 })] });
    await server.push({ base: 1, push, columns, rows: [measure({ id: a, progress: 20 }), measure({ id: b })] });
    await server.push({ base: 1, push, columns, rows: [measure({ id: c })] });
    await server.push({ base: 1, push, columns, rows: [measure({ id: a, progress: 25 })] });
    expect(await revert(server, 3)).toMatchObject({ revision: 5, reverts: [2, 3, 4], counts: { updated: 1, deleted: 2, left: 0 } });
    expect(await standing(server)).toEqual([[a, 10]]);
  });

  test('of a push that others came in between goes back to what they left', async () => {
    const server = startServer();
    const [a, push] = [ulid(), ulid()];
    await server.push({ columns, rows: [measure({ id: a, progress: 10 })] });
    await server.push({ base: 1, push, columns, rows: [measure({ id: a, progress: 20 })] });
    await server.push({ base: 2, columns, rows: [measure({ id: a, progress: 30 })] }, { key: await addKey('assessor', null) });
    await server.push({ base: 3, push, columns, rows: [measure({ id: a, progress: 40 })] });
    await revert(server, 2);
    expect(await standing(server)).toEqual([[a, 30]]);
  });

  test('sent again says which revision undid it, makes none, and lists only what others changed', async () => {
    const server = startServer();
    const [a, b] = [ulid(), ulid()];
    await server.push({ columns, rows: [measure({ id: a }), measure({ id: b })] });
    await server.push({ base: 1, columns, rows: [measure({ id: b, progress: 7 })] }, { key: await addKey('assessor', null) });
    expect(await revert(server, 1)).toMatchObject({ revision: 3, already: null, counts: { deleted: 1, left: 1 } });
    const again = await revert(server, 1);
    expect(again).toMatchObject({ revision: null, already: 3, counts: { deleted: 0, left: 1 }, left: [{ id: b, reason: 'changedSince', by: 'assessor' }] });
    expect(await countOf('revision')).toBe(3);
  });

  test('of a push begun under one credential and finished under another takes all of it, by an admin', async () => {
    const server = startServer();
    const [a, b, push] = [ulid(), ulid(), ulid()];
    await server.get('/v1/me');
    await server.push({ push, columns, rows: [measure({ id: a })] }, { key: await addKey('assessor', null) });
    await server.push({ push, columns, rows: [measure({ id: b })] }, { key: await addKey('assessor', null) });
    expect(await revert(server, 1)).toMatchObject({ revision: 3, reverts: [1, 2], counts: { deleted: 2, left: 0 } });
    expect(await standing(server)).toEqual([]);
  });

  test('by who made a part of the push takes that part; the rest is listed', async () => {
    const server = startServer();
    const [a, b, c, push] = [ulid(), ulid(), ulid(), ulid()];
    await server.get('/v1/me');
    const keys = [await addKey('assessor', null), await addKey('assessor', null)] as const;
    await server.push({ push, columns, rows: [measure({ id: a, progress: 1 }), measure({ id: c, progress: 1 })] }, { key: keys[0] });
    await server.push({ push, columns, rows: [measure({ id: b, progress: 2 }), measure({ id: c, progress: 2 })] }, { key: keys[1] });
    for (const number of [1, 2]) {
      const answer = await revert(server, number, keys[1]);
      expect(answer).toMatchObject({ reverts: [2], left: [{ id: a, reason: 'notYours', revision: 1 }] });
    }
    expect(await standing(server)).toEqual([
      [a, 1],
      [c, 1],
    ]);
    await expect(revert(server, 1, await addKey('assessor', null))).rejects.toThrow('revisionNotYours');
  });

  test('of a push with a part of another unit tells its clerk nothing of that part', async () => {
    const server = startServer();
    const push = ulid();
    await server.push({ push, columns, rows: [measure({ unit: '区住建局' })] });
    const clerk = await addKey('clerk', '区发改委');
    await server.push({ push, columns, rows: [measure({})] }, { key: clerk });
    expect(await revert(server, 2, clerk)).toMatchObject({ reverts: [2], counts: { deleted: 1, left: 0 }, left: [] });
  });

  test('twice at the same time, and beside a push, takes effect once and overwrites nothing', async () => {
    const [one, two, three] = [startServer(), startServer(), startServer()];
    const [a, b] = [ulid(), ulid()];
    await one.push({ columns, rows: [measure({ id: a, progress: 10 }), measure({ id: b, progress: 10 })] });
    await one.push({ base: 1, columns, rows: [measure({ id: a, progress: 20 }), measure({ id: b, progress: 20 })] });
    const [first, second] = await Promise.all([revert(one, 2), revert(two, 2), three.push({ base: 2, columns, rows: [measure({ id: b, progress: 30 })] })]);
    expect([first.counts.updated, second.counts.updated].filter((count) => count > 0)).toHaveLength(1);
    const [[, progressOfA] = [], [, progressOfB] = []] = await standing(one);
    expect(progressOfA).toBe(10);
    expect([10, 30]).toContain(progressOfB);
    const numbers = await env.DB.prepare('SELECT number FROM revision ORDER BY number').all<{ number: number }>();
    expect(numbers.results.map(({ number }) => number)).toEqual(numbers.results.map((_, at) => at + 1));
  });

  test('restores what the entry remembered', async () => {
    const server = startServer();
    const a = ulid();
    await server.push({ columns, rows: [measure({ id: a, due: '6月底前', progress: 10 })] });
    const memory = async () => env.DB.prepare('SELECT memory FROM entry').first<string>('memory');
    const before = await memory();
    await server.push({ base: 1, columns, rows: [measure({ id: a, due: '9月底前', progress: 40 })] });
    expect(await memory()).not.toBe(before);
    await revert(server, 2);
    expect(await memory()).toBe(before);
  });
});

describe('who may revert', () => {
  test('an admin, or who made it; nobody else', async () => {
    const server = startServer();
    await server.get('/v1/me');
    const keys = [await addKey('assessor', null), await addKey('assessor', null)] as const;
    await server.push({ columns, rows: [measure({})] }, { key: keys[0] });
    await expect(revert(server, 1, keys[1])).rejects.toThrow('revisionNotYours');
    expect((await revert(server, 1, keys[0])).counts.deleted).toBe(1);
    expect((await revert(server, 2)).counts.inserted).toBe(1);
  });

  test('a clerk puts back the own push, but no longer once the list is locked', async () => {
    const server = startServer();
    await server.get('/v1/me');
    const clerk = await addKey('clerk', '区发改委');
    await server.push({ columns, rows: [measure({})] }, { key: clerk });
    await lockList('2022-01-31');
    expect(await revert(server, 1, clerk)).toMatchObject({ revision: null, left: [{ reason: 'listLocked' }] });
    await lockList('2999-01-01');
    expect((await revert(server, 1, clerk)).counts.deleted).toBe(1);
  });
});

test('a unit whose name another one has by now is left', async () => {
  const server = startServer();
  const [a, b] = [ulid(), ulid()];
  const units = { register: 'units' } as const;
  await server.push({ columns: ['id', 'name'], rows: [[a, '区发改委']] }, units);
  await server.push({ base: 1, columns: ['id', 'name'], rows: [[a, '区发展改革委']] }, units);
  await server.push({ base: 2, columns: ['id', 'name'], rows: [[b, '区发改委']] }, units);
  expect(await revert(server, 2)).toMatchObject({ revision: null, left: [{ id: a, reason: 'unitTwice' }] });
});
