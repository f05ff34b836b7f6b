import { beforeEach, describe, expect, test } from 'vitest';
import { MAX_INCOMING } from '../../shared/contract/others.ts';
import type { EntriesAnswer } from '../../shared/contract/entries.ts';
import type { PushAnswer, PushRequest } from '../../shared/contract/push.ts';
import { addKey, columns, countOf, measure, startServer, ulid, type Server } from './support/server.ts';

let server: Server;
let assessor: string;
let id: string;

/** Revision 1: one measure at 10 %. */
beforeEach(async () => {
  server = startServer();
  id = ulid();
  await server.push({ columns, rows: [measure({ id, progress: 10 })] });
  assessor = await addKey('assessor', null);
});

/** Others push the measure at another progress. */
const others = async (progress: number, base: number): Promise<PushAnswer> =>
  server.push({ base, columns, rows: [measure({ id, progress })] }, { key: assessor });
/** The sheet pushes the measure. */
const mine = async (progress: number, more: Partial<PushRequest> = {}): Promise<PushAnswer> =>
  server.push({ base: 1, columns, rows: [measure({ id, progress })], ...more });
const progressOf = async (): Promise<unknown> => {
  const { body } = await server.get<EntriesAnswer>('/v1/registers/measures/entries');
  return body.rows.find((row) => row[0] === id)?.[body.columns.indexOf('progress')];
};

describe('a row others changed since the base', () => {
  test('and the sheet did not is incoming: what stands now comes with its revision, and nothing is written', async () => {
    await others(20, 1);
    const answer = await mine(10);
    expect(answer).toMatchObject({ revision: 2, counts: { incoming: 1, conflict: 0 }, rows: { outcome: ['incoming'] }, conflicts: [] });
    const { incoming } = answer;
    expect(incoming.rows.map((row) => [row[0], row[incoming.columns.indexOf('progress')]])).toEqual([[id, 20]]);
    expect(incoming).toMatchObject({ revisions: [2], deleted: [], more: false, changes: [{ revision: 2, by: 'assessor' }] });
    expect(await countOf('revision')).toBe(2);
  });

  test('and the sheet too is a conflict: what both started from, both versions, who and when', async () => {
    await others(20, 1);
    const answer = await mine(30);
    const common = { unit: '区发改委', title: '推进项目' };
    expect(answer.conflicts).toEqual([
      {
        id,
        base: { ...common, progress: 10 },
        yours: { ...common, progress: 30 },
        theirs: { ...common, progress: 20 },
        by: 'assessor',
        at: expect.stringMatching(/^\d{4}-.*Z$/) as string,
        revision: 2,
      },
    ]);
    expect(answer.incoming.rows).toEqual([]);
    expect(await progressOf()).toBe(20);
  });

  test('and put back is not changed: the sheet’s edit goes in', async () => {
    await others(20, 1);
    await others(10, 2);
    expect((await mine(30)).rows.outcome).toEqual(['updated']);
  });

  test('only in fields that are not pushed is no conflict, and theirs stay', async () => {
    await server.push({ base: 1, columns: ['id', 'leader'], rows: [[id, '王主任']] }, { key: assessor });
    const answer = await server.push({ base: 1, columns: ['id', 'progress'], rows: [[id, 50]] });
    expect(answer.rows.outcome).toEqual(['updated']);
    const { body } = await server.get<EntriesAnswer>('/v1/registers/measures/entries');
    expect(Object.fromEntries(body.columns.map((column, at) => [column, body.rows[0]?.[at]]))).toMatchObject({ leader: '王主任', progress: 50 });
  });

  test('stays incoming on a newer base as long as bases names the older one', async () => {
    await others(20, 1);
    expect((await mine(10, { base: 2, bases: { [id]: 1 } })).rows.outcome).toEqual(['incoming']);
    expect((await mine(30, { base: 2, bases: { [id]: 1 } })).rows.outcome).toEqual(['conflict']);
  });
});

describe('resolve', () => {
  test('with the revision of theirs writes over it; theirs is kept as a version', async () => {
    await others(20, 1);
    const [conflict] = (await mine(30)).conflicts;
    const answer = await mine(30, { resolve: { [id]: conflict?.revision ?? 0 } });
    expect(answer).toMatchObject({ revision: 3, rows: { outcome: ['updated'] } });
    expect([await progressOf(), await countOf('entry_version')]).toEqual([30, 2]);
  });

  test('that is stale, since they changed it again, stays a conflict with the newer revision', async () => {
    await others(20, 1);
    await others(25, 2);
    const answer = await mine(30, { resolve: { [id]: 2 } });
    expect(answer).toMatchObject({ rows: { outcome: ['conflict'] }, conflicts: [{ revision: 3, theirs: { progress: 25 } }] });
    expect(await progressOf()).toBe(25);
  });
});

describe('a request whose answer was lost', () => {
  test('is the sheet’s own: a further edit goes in', async () => {
    const lost = ulid();
    await mine(20, { request: lost });
    expect((await mine(30, { pending: [lost] })).rows.outcome).toEqual(['updated']);
  });

  test('and was then changed by others: incoming when the sheet still has what it sent, else a conflict against that', async () => {
    const lost = ulid();
    await mine(20, { request: lost });
    await others(40, 2);
    expect((await mine(20, { pending: [lost] })).rows.outcome).toEqual(['incoming']);
    const answer = await mine(30, { pending: [lost] });
    expect(answer).toMatchObject({ rows: { outcome: ['conflict'] }, conflicts: [{ base: { progress: 20 }, theirs: { progress: 40 } }] });
  });

  test('sent again after others changed the row is incoming, and writes nothing', async () => {
    const body = { request: ulid() };
    await mine(20, body);
    await others(10, 2);
    expect(await mine(20, body)).toMatchObject({ revision: 3, rows: { outcome: ['incoming'] } });
    expect([await progressOf(), await countOf('revision')]).toEqual([10, 3]);
  });
});

describe('incoming', () => {
  test('lists what others changed in the whole register since the base, not what was pushed and settled', async () => {
    const [other, third] = [ulid(), ulid()];
    await server.push({ base: 1, columns, rows: [measure({ id: other }), measure({ id: third, progress: 1 })] }, { key: assessor });
    await server.push({ columns: ['id', 'name'], rows: [[ulid(), '区发改委']] }, { register: 'units' });
    const answer = await server.push({ base: 1, columns, rows: [measure({ id, progress: 90 }), measure({ id: third, progress: 1 })] });
    expect(answer.rows.outcome).toEqual(['updated', 'unchanged']);
    expect(answer.incoming.rows.map(([incoming]) => incoming)).toEqual([other]);
    expect(answer.counts.incoming).toBe(0);
  });

  test('of a clerk lists only what names the own unit', async () => {
    const clerk = await addKey('clerk', '区住建局');
    const [own, shared] = [ulid(), ulid()];
    await server.push({ base: 1, columns, rows: [measure({ id: own, unit: '区住建局' }), measure({ id: shared, unit: '区发改委、区住建局' }), measure({})] });
    const answer = await server.push({ base: 1, columns, rows: [] }, { key: clerk });
    expect(answer.incoming.rows.map(([incoming]) => incoming)).toEqual([own, shared]);
  });

  test('is cut where others pushed much, and says so; a pushed row is always among it', async () => {
    const rows = Array.from({ length: MAX_INCOMING + 5 }, () => measure({}));
    await server.push({ base: 1, columns, rows: [measure({ id, progress: 20 }), ...rows] }, { key: assessor });
    const answer = await mine(10);
    expect(answer.incoming.rows).toHaveLength(MAX_INCOMING + 1);
    expect(answer.incoming).toMatchObject({ more: true });
    expect(answer.incoming.rows.map(([incoming]) => incoming)).toContain(id);
  });

  test('of the requests of one push never lists what the push itself wrote', async () => {
    const push = ulid();
    await server.push({ base: 1, push, columns, rows: [measure({})] });
    expect((await server.push({ base: 1, push, columns, rows: [measure({})] })).incoming.rows).toEqual([]);
  });
});

test('a dry run answers the same and writes nothing', async () => {
  await others(20, 1);
  const dry = await mine(30, { dryRun: true, resolve: { [id]: 2 } });
  expect(dry).toMatchObject({ revision: 2, rows: { outcome: ['updated'] } });
  expect(await progressOf()).toBe(20);
});
