import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import type { VerifyAnswer } from '../../shared/contract/audit.ts';
import type { HistoryAnswer, RevisionAnswer, RevisionsAnswer } from '../../shared/contract/revisions.ts';
import { addKey, columns, measure, startServer, ulid, type Server } from './support/server.ts';

let server: Server;
let assessor: string;
const [own, others] = [ulid(), ulid()];

/** Three revisions: two measures pushed, one changed by an assessor, the other deleted. */
beforeEach(async () => {
  server = startServer();
  await server.push({ columns, rows: [measure({ id: own, unit: '区发改委', progress: 10 }), measure({ id: others, unit: '区住建局' })] });
  assessor = await addKey('assessor', null);
  await server.push({ base: 1, columns, rows: [measure({ id: own, unit: '区发改委', title: '改名', progress: 60 })] }, { key: assessor });
  await server.delete({ base: 2, ids: [others] });
});

const historyOf = async (id: string, key?: string) => server.get<HistoryAnswer>(`/v1/registers/measures/entries/${id}/history`, key);
const revisions = async (query = '', key?: string): Promise<RevisionsAnswer> => (await server.get<RevisionsAnswer>(`/v1/revisions${query}`, key)).body;
const revision = async (number: number, query = '', key?: string) => server.get<RevisionAnswer>(`/v1/revisions/${number}${query}`, key);

describe('the history of an entry', () => {
  test('has every version, newest first: when, by whom, and the fields that changed', async () => {
    const { body } = await historyOf(own);
    expect(body).toMatchObject({ id: own, register: 'measures' });
    expect(body.versions).toMatchObject([
      {
        revision: 2,
        kind: 'push',
        change: 'updated',
        by: 'assessor',
        changes: [
          { field: 'title', before: '推进项目', after: '改名' },
          { field: 'progress', before: 10, after: 60 },
        ],
      },
      { revision: 1, kind: 'push', change: 'inserted', by: 'bootstrap' },
    ]);
    expect(body.versions[1]?.changes).toContainEqual({ field: 'progress', before: null, after: 10 });
  });

  test('goes on after a deletion', async () => {
    const { body } = await historyOf(others);
    expect(body.versions.map(({ revision: number, kind, change }) => ({ number, kind, change }))).toEqual([
      { number: 3, kind: 'delete', change: 'deleted' },
      { number: 1, kind: 'push', change: 'inserted' },
    ]);
    expect(body.versions[0]?.changes).toContainEqual({ field: 'unit', before: '区住建局', after: null });
  });

  test('of an entry that is not there, or another unit’s, is refused alike', async () => {
    const clerk = await addKey('clerk', '区发改委');
    expect((await historyOf(own, clerk)).status).toBe(200);
    for (const id of [others, ulid()]) {
      const refused = await server.refused(`/v1/registers/measures/entries/${id}/history`, { key: clerk });
      expect([refused.status, refused.body.code]).toEqual([404, 'entryUnknown']);
    }
  });

  test('keeps back from a clerk what the entry was when it was another unit’s', async () => {
    await server.push({ base: 3, columns, rows: [measure({ id: own, unit: '区教育局', title: '改名', progress: 60 })] });
    const clerk = await addKey('clerk', '区教育局');
    const { body } = await historyOf(own, clerk);
    expect(body.versions.map(({ revision: number }) => number)).toEqual([4]);
    expect(body.versions[0]?.changes.every(({ before }) => before === null)).toBe(true);
  });
});

test('a push from a package is told with who made it beside who sent it, in the chain and in the export', async () => {
  const id = ulid();
  await server.push({ base: 3, madeBy: '张三', columns, rows: [measure({ id })] }, { key: assessor });
  expect((await historyOf(id)).body.versions).toMatchObject([{ by: 'assessor', madeBy: '张三' }]);
  expect((await revisions()).revisions.map(({ madeBy }) => madeBy)).toEqual(['张三', null, null, null]);
  expect(new TextDecoder().decode(await (await server.send('/v1/export')).arrayBuffer())).toContain('"made_by":"张三"');
  const verify = async () => (await server.get<VerifyAnswer>('/v1/audit/verify')).body;
  expect(await verify()).toMatchObject({ ok: true, head: { revision: 4 } });
  for (const other of ["'李四'", 'NULL']) {
    await env.DB.prepare(`UPDATE revision SET made_by = ${other} WHERE number = 4`).run();
    expect(await verify()).toMatchObject({ ok: false, broken: { revision: 4, why: 'changed' } });
  }
});

describe('revisions', () => {
  test('are listed newest first, with who, when, what and how much', async () => {
    const { head, revisions: listed, next } = await revisions();
    expect([head, next]).toEqual([3, null]);
    expect(listed).toMatchObject([
      {
        revision: 3,
        kind: 'delete',
        register: 'measures',
        by: 'bootstrap',
        counts: { inserted: 0, updated: 0, deleted: 1 },
        mayRevert: true,
        revertedBy: null,
      },
      { revision: 2, kind: 'push', by: 'assessor', counts: { updated: 1 } },
      { revision: 1, kind: 'push', by: 'bootstrap', counts: { inserted: 2 }, reverts: [] },
    ]);
  });

  test('come in pages', async () => {
    const first = await revisions('?limit=2');
    expect([first.revisions.map(({ revision: number }) => number), first.next]).toEqual([[3, 2], 2]);
    const second = await revisions(`?limit=2&cursor=${first.next}`);
    expect([second.revisions.map(({ revision: number }) => number), second.next]).toEqual([[1], null]);
  });

  test('of an assessor may be put back by who made them', async () => {
    const { revisions: listed } = await revisions('', assessor);
    expect(listed.map(({ mayRevert }) => mayRevert)).toEqual([false, true, false]);
  });

  test('show a clerk what they did to the own unit’s entries, and no others', async () => {
    const clerk = await addKey('clerk', '区发改委');
    const { revisions: listed } = await revisions('', clerk);
    expect(listed.map(({ revision: number, counts }) => [number, counts.inserted, counts.updated, counts.deleted])).toEqual([
      [2, 0, 1, 0],
      [1, 1, 0, 0],
    ]);
    expect((await revision(1, '', clerk)).body).toMatchObject({ counts: { inserted: 1 }, entries: [{ id: own }] });
    expect((await server.refused('/v1/revisions/3', { key: clerk })).body.code).toBe('revisionUnknown');
  });

  test('open into what they changed, page by page', async () => {
    const { body } = await revision(1, '?limit=1');
    expect(body).toMatchObject({ revision: 1, entries: [{ id: own, title: '推进项目', unit: '区发改委', change: 'inserted' }], next: own });
    expect((await revision(1, `?limit=1&cursor=${own}`)).body).toMatchObject({ entries: [{ id: others, change: 'inserted' }], next: null });
    expect((await revision(2)).body.entries).toMatchObject([{ id: own, change: 'updated', changes: [{ field: 'title' }, { field: 'progress' }] }]);
    expect((await revision(3)).body.entries).toMatchObject([{ id: others, change: 'deleted' }]);
  });

  test('that are not there are refused', async () => {
    const refused = await server.refused('/v1/revisions/9');
    expect([refused.status, refused.body.code, refused.body.params]).toEqual([404, 'revisionUnknown', { revision: 9 }]);
  });
});
