import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import type { DeleteAnswer, DeleteRequest } from '../../shared/contract/delete.ts';
import type { EntriesAnswer } from '../../shared/contract/entries.ts';
import { addKey, columns, countOf, lockList, measure, startServer, ulid, type Server } from './support/server.ts';

let server: Server;
let id: string;

/** Revision 1: one measure at 10 %. */
beforeEach(async () => {
  server = startServer();
  id = ulid();
  await server.push({ columns, rows: [measure({ id, progress: 10 })] });
});

const remove = async (body: Partial<DeleteRequest>, key?: string): Promise<DeleteAnswer> => server.delete({ base: 1, ids: [id], ...body }, key);

const entries = async (query = ''): Promise<EntriesAnswer> => (await server.get<EntriesAnswer>(`/v1/registers/measures/entries${query}`)).body;

describe('deletion', () => {
  test('takes an entry out of the register and keeps its versions', async () => {
    expect(await remove({})).toMatchObject({ revision: 2, counts: { deleted: 1 }, rows: { id: [id], outcome: ['deleted'] } });
    expect((await entries()).rows).toEqual([]);
    expect(await entries('?since=1')).toMatchObject({ revision: 2, deleted: [id] });
    expect(await countOf('entry_version')).toBe(1);
    const revision = await env.DB.prepare('SELECT kind, inserted, updated, deleted FROM revision WHERE number = 2').first();
    expect(revision).toEqual({ kind: 'delete', inserted: 0, updated: 0, deleted: 1 });
  });

  test('of what is gone already, or never was, changes nothing', async () => {
    await remove({});
    const answer = await remove({ base: 2, ids: [id, ulid()] });
    expect(answer).toMatchObject({ revision: 2, rows: { outcome: ['unchanged', 'unchanged'] } });
    expect(await countOf('revision')).toBe(2);
  });

  test('of an entry others changed since is a conflict: it stays, and what stands is told', async () => {
    await server.push({ base: 1, columns, rows: [measure({ id, progress: 20 })] }, { key: await addKey('assessor', null) });
    const answer = await remove({});
    expect(answer).toMatchObject({
      revision: 2,
      rows: { outcome: ['conflict'] },
      conflicts: [{ id, base: { progress: 10 }, yours: null, theirs: { progress: 20 }, by: 'assessor', revision: 2 }],
    });
    expect((await entries()).rows).toHaveLength(1);
    expect((await remove({ base: 1, bases: { [id]: 2 } })).rows.outcome).toEqual(['deleted']);
  });

  test('of an entry whose own change lost its answer goes through', async () => {
    const lost = ulid();
    await server.push({ base: 1, request: lost, columns, rows: [measure({ id, progress: 20 })] });
    expect((await remove({ pending: [lost] })).rows.outcome).toEqual(['deleted']);
  });

  test('sent again after a lost answer deletes nothing twice, even if the entry was put back', async () => {
    const request = ulid();
    await remove({ request });
    expect((await remove({ request })).rows.outcome).toEqual(['unchanged']);
    await server.push({ base: 2, columns, rows: [measure({ id, progress: 10 })] });
    expect((await remove({ request })).rows.outcome).toEqual(['conflict']);
    expect((await entries()).rows).toHaveLength(1);
  });

  test('rejects an id that is malformed, named twice or of another register', async () => {
    const unit = ulid();
    await server.push({ columns: ['id', 'name'], rows: [[unit, '区发改委']] }, { register: 'units' });
    const answer = await remove({ base: 2, ids: ['x', id, id, unit] });
    expect(answer.rows.outcome).toEqual(['rejected', 'rejected', 'rejected', 'rejected']);
    expect(answer.rows.problems.map(([problem]) => problem?.code)).toEqual(['idMalformed', 'idTwice', 'idTwice', 'idElsewhere']);
    expect((await entries()).rows).toHaveLength(1);
  });

  test('of a dry run answers the same and deletes nothing', async () => {
    expect(await remove({ dryRun: true })).toMatchObject({ revision: 1, counts: { deleted: 1 } });
    expect((await entries()).rows).toHaveLength(1);
  });
});

describe('an entry deleted by others', () => {
  beforeEach(async () => {
    await remove({}, await addKey('assessor', null));
  });

  test('is incoming as a deletion where the sheet did not change it', async () => {
    const answer = await server.push({ base: 1, columns, rows: [measure({ id, progress: 10 })] });
    expect(answer).toMatchObject({ revision: 2, rows: { outcome: ['incoming'] }, incoming: { rows: [], deleted: [id], deletedRevisions: [2] } });
  });

  test('is told to a sheet without a base where an earlier request of its push, or a lost one, wrote it, and else is no news', async () => {
    const [push, lost, own] = [ulid(), ulid(), ulid()];
    await server.push({ push, request: lost, columns, rows: [measure({ id: own })] });
    const { revision } = await server.push({ base: 2, columns, rows: [] });
    await remove({ base: revision, ids: [own] }, await addKey('assessor', null));
    const next = { base: 0, columns, rows: [measure({ id: ulid() })] };
    expect((await server.push({ ...next, push, dryRun: true })).incoming.deleted).toEqual([own]);
    expect((await server.push({ ...next, pending: [lost], dryRun: true })).incoming.deleted).toEqual([own]);
    expect((await server.push({ ...next, dryRun: true })).incoming.deleted).toEqual([]);
  });

  test('is a conflict where the sheet changed it, and comes back by resolve with all its fields', async () => {
    const row = { base: 1, columns: ['id', 'progress'], rows: [[id, 30]] };
    const answer = await server.push(row);
    expect(answer).toMatchObject({ rows: { outcome: ['conflict'] }, conflicts: [{ theirs: null, revision: 2 }] });
    expect((await server.push({ ...row, resolve: { [id]: 2 } })).rows.outcome).toEqual(['updated']);
    const { rows, columns: fields } = await entries();
    expect(rows[0]?.[fields.indexOf('title')]).toBe('推进项目');
  });

  test('is inserted again by a sheet that has seen the deletion', async () => {
    expect((await server.push({ base: 2, columns, rows: [measure({ id, progress: 10 })] })).rows.outcome).toEqual(['inserted']);
  });
});

describe('a clerk', () => {
  test('deletes what the own unit leads, and nothing else', async () => {
    const clerk = await addKey('clerk', '区发改委');
    const other = ulid();
    await server.push({ base: 1, columns, rows: [measure({ id: other, unit: '区住建局' })] });
    const answer = await remove({ base: 2, ids: [id, other] }, clerk);
    expect(answer.rows.outcome).toEqual(['deleted', 'unchanged']);
    expect((await server.get<EntriesAnswer>('/v1/registers/measures/entries')).body.rows.map(([stored]) => stored)).toEqual([other]);
  });

  test('is told the same of another unit’s row as of none, and of one that it helps with that it may not', async () => {
    const clerk = await addKey('clerk', '区发改委');
    const [other, helped, problem] = [ulid(), ulid(), ulid()];
    await server.push({ base: 1, columns, rows: [measure({ id: other, unit: '区住建局' }), measure({ id: helped, unit: '区住建局、区发改委' })] });
    await server.push({ columns: ['id', 'unit', 'title', 'foundOn'], rows: [[problem, '区住建局', '台账不实', '2022-05-01']] }, { register: 'problems' });
    const answer = await remove({ base: 3, ids: [other, problem, ulid(), helped] }, clerk);
    expect(answer.rows.outcome).toEqual(['unchanged', 'unchanged', 'unchanged', 'rejected']);
    expect(answer.rows.problems.slice(0, 3)).toEqual([[], [], []]);
    expect(answer.rows.problems[3]).toMatchObject([{ code: 'outOfScope' }]);
    expect(answer.conflicts).toEqual([]);
    expect(answer.revision).toBe(3);
  });

  test('from the day the list is locked deletes nothing, adds no measure and changes only how far it is', async () => {
    const clerk = await addKey('clerk', '区发改委');
    await lockList('2022-01-31');
    const gone = await remove({}, clerk);
    expect(gone.rows.problems[0]?.map(({ code, params }) => ({ code, params }))).toEqual([{ code: 'deletionLocked', params: { date: '2022-01-31' } }]);
    const rows = [measure({ id, progress: 80 }), measure({ title: '新的措施' })];
    const pushed = await server.push({ base: 1, columns, rows }, { key: clerk });
    expect(pushed.rows.outcome).toEqual(['updated', 'rejected']);
    const retitled = await server.push({ base: 2, columns, rows: [measure({ id, title: '改名', progress: 80 })] }, { key: clerk });
    expect(retitled.rows.problems[0]?.map(({ code, column }) => ({ code, column }))).toEqual([{ code: 'fieldLocked', column: 'title' }]);
    expect((await server.push({ base: 2, columns, rows: [measure({ id, title: '改名', progress: 80 })] })).rows.outcome).toEqual(['updated']);
  });
});
