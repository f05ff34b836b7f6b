import { describe, expect, test } from 'vitest';
import { ADMIN_KEY, addKey, columns, countOf, measure, startServer, ulid } from './support/server.ts';

describe('a row that others changed since the base (architecture, How a push goes)', () => {
  test('differs: conflict, and nothing is written for it; the rest goes in', async () => {
    const server = startServer();
    const [id, other] = [ulid(), ulid()];
    await server.push({ columns, rows: [measure({ id, progress: 10 }), measure({ id: other })] });
    await server.push({ base: 1, columns, rows: [measure({ id, progress: 20 })] });
    const late = await server.push({ base: 1, columns, rows: [measure({ id, progress: 30 }), measure({ id: other, progress: 1 })] });
    expect(late).toMatchObject({ revision: 3, counts: { conflict: 1, updated: 1 }, rows: { outcome: ['conflict', 'updated'] } });
    const { body } = await server.get<{ columns: string[]; rows: unknown[][] }>('/v1/registers/measures/entries');
    expect(body.rows.find((row) => row[0] === id)?.[body.columns.indexOf('progress')]).toBe(20);
  });

  test('equals what is stored: unchanged', async () => {
    const server = startServer();
    const id = ulid();
    await server.push({ columns, rows: [measure({ id, progress: 10 })] });
    await server.push({ base: 1, columns, rows: [measure({ id, progress: 20 })] });
    const same = await server.push({ base: 1, columns, rows: [measure({ id, progress: 20 })] });
    expect(same.rows.outcome).toEqual(['unchanged']);
  });

  test('a base above the current revision counts as 0', async () => {
    const server = startServer();
    const id = ulid();
    await server.push({ columns, rows: [measure({ id, progress: 10 })] });
    const answer = await server.push({ base: 99, columns, rows: [measure({ id, progress: 20 })] });
    expect(answer.rows.outcome).toEqual(['conflict']);
  });

  test('an older base of a single row is taken from bases', async () => {
    const server = startServer();
    const id = ulid();
    await server.push({ columns, rows: [measure({ id, progress: 10 })] });
    await server.push({ base: 1, columns, rows: [measure({ id, progress: 20 })] });
    const answer = await server.push({ base: 2, bases: { [id]: 1 }, columns, rows: [measure({ id, progress: 30 })] });
    expect(answer.rows.outcome).toEqual(['conflict']);
  });

  test('what the same push wrote is not others’ change', async () => {
    const server = startServer();
    const [id, push] = [ulid(), ulid()];
    await server.push({ push, columns, rows: [measure({ id, progress: 10 })] });
    const next = await server.push({ push, base: 0, columns, rows: [measure({ id, progress: 20 })] });
    expect(next.rows.outcome).toEqual(['updated']);
  });

  test('what a pending request wrote is not others’ change, under whichever credential it goes on', async () => {
    const server = startServer();
    const [id, lost] = [ulid(), ulid()];
    await server.push({ request: lost, columns, rows: [measure({ id, progress: 10 })] });
    const assessor = await addKey('assessor', null);
    const theirs = await server.push({ base: 0, pending: [lost], columns, rows: [measure({ id, progress: 15 })] }, { key: assessor });
    expect(theirs.rows.outcome).toEqual(['updated']);
    const unknown = await server.push({ base: 0, pending: [ulid()], columns, rows: [measure({ id, progress: 17 })] });
    expect(unknown.rows.outcome).toEqual(['conflict']);
    const ours = await server.push({ base: 0, pending: [lost], columns, rows: [measure({ id, progress: 20 })] });
    expect(ours.rows.outcome).toEqual(['conflict']);
  });
});

describe('a request sent again', () => {
  test('after a lost answer changes nothing and gives the same verdicts', async () => {
    const server = startServer();
    const body = { request: ulid(), columns, rows: [measure({ due: '6月15日', progress: 40 }), measure({ title: null })] };
    const first = await server.push(body);
    const again = await server.push(body);
    expect(again).toMatchObject({ revision: 1, counts: { inserted: 0, unchanged: 1, rejected: 1 } });
    expect({ ...again.rows, outcome: null }).toEqual({ ...first.rows, outcome: null });
    expect(again.units).toEqual(first.units);
    expect(await countOf('revision')).toBe(1);
  });

  test('with rows it did not have is refused', async () => {
    const server = startServer();
    const request = ulid();
    await server.push({ request, columns, rows: [measure({})] });
    await expect(server.push({ request, columns, rows: [measure({})] })).rejects.toThrow('requestReused');
    expect(await countOf('entry')).toBe(1);
  });

  test('after a later push has called it lost is refused: it would put an older state over the newer', async () => {
    const server = startServer();
    const [id, lost] = [ulid(), ulid()];
    await server.push({ columns, rows: [measure({ id, progress: 0 })] });
    await server.push({ base: 1, pending: [lost], columns, rows: [measure({ id, progress: 0 })] });
    await expect(server.push({ base: 1, request: lost, columns, rows: [measure({ id, progress: 50 })] })).rejects.toThrow('requestGivenUp');
    expect(await countOf('revision')).toBe(1);
  });

  test('is known as lost among the newest 1,000 of a credential and those its push names; older ones are forgotten', { timeout: 30_000 }, async () => {
    const server = startServer();
    await server.push({ columns, rows: [] });
    const others = await addKey('assessor', null);
    const lostOfOthers = Array.from({ length: 3 }, () => ulid());
    await server.push({ pending: lostOfOthers, columns, rows: [] }, { key: others });
    const lost = Array.from({ length: 1_200 }, () => ulid());
    for (let from = 0; from < lost.length; from += 100) await server.push({ pending: lost.slice(from, from + 100), columns, rows: [] });
    expect(await countOf('lost_request')).toBe(lostOfOthers.length + 1_000);
    const sendsAgain = (request: string, key = ADMIN_KEY) => server.push({ request, columns, rows: [measure({})] }, { key });
    await expect(sendsAgain(lost[200] ?? '')).rejects.toThrow('requestGivenUp');
    for (const request of lostOfOthers) await expect(sendsAgain(request, others)).rejects.toThrow('requestGivenUp');
    // Of a machine whose clock is years behind, among others that use the same key.
    await server.push({ pending: lost.slice(0, 100), columns, rows: [] });
    for (const request of [lost[0], lost[99], lost[1_199]]) await expect(sendsAgain(request ?? '')).rejects.toThrow('requestGivenUp');
    expect(await countOf('lost_request')).toBe(lostOfOthers.length + 1_100);
    expect((await sendsAgain(lost[150] ?? '')).counts.inserted).toBe(1);
  });

  test('after another credential has called it lost, which has the sheet by now, is refused too', async () => {
    const server = startServer();
    const [id, lost] = [ulid(), ulid()];
    await server.push({ columns, rows: [measure({ id, progress: 0 })] });
    const assessor = await addKey('assessor', null);
    await server.push({ base: 1, pending: [lost], columns, rows: [measure({ id, progress: 60 })] }, { key: assessor });
    await expect(server.push({ base: 1, request: lost, columns, rows: [measure({ id, progress: 50 })] })).rejects.toThrow('requestGivenUp');
  });

  test('under another credential has the same outcome, and writes nothing more', async () => {
    const server = startServer();
    const [a, b] = [ulid(), ulid()];
    await server.push({ columns, rows: [measure({ id: a, progress: 10 })] });
    const body = { base: 1, request: ulid(), columns, rows: [measure({ id: a, progress: 20 }), measure({ id: b })] };
    await server.push(body, { key: await addKey('assessor', null) });
    expect(await server.push(body)).toMatchObject({ revision: 2, rows: { outcome: ['unchanged', 'unchanged'] } });
    expect(await countOf('revision')).toBe(2);
  });

  test('under another credential, which may write what the first may not, has the rows then left out rejected', async () => {
    const server = startServer();
    const [own, known, fresh] = [ulid(), ulid(), ulid()];
    await server.push({ columns, rows: [measure({ id: known, unit: '区住建局', progress: 5 })] });
    const clerk = await addKey('clerk', '区发改委');
    const rows = [measure({ id: own }), measure({ id: known, unit: '区住建局', progress: 50 }), measure({ id: fresh, unit: '区住建局' })];
    const body = { base: 1, request: ulid(), columns, rows };
    expect((await server.push(body, { key: clerk })).rows.outcome).toEqual(['inserted', 'rejected', 'rejected']);
    const answer = await server.push(body);
    expect(answer).toMatchObject({ revision: 2, counts: { unchanged: 1, rejected: 2 }, rows: { outcome: ['unchanged', 'rejected', 'rejected'] } });
    expect(answer.rows.problems.slice(1)).toMatchObject([[{ code: 'leftOutBefore', params: { revision: 2 } }], [{ code: 'leftOutBefore' }]]);
    expect(await countOf('entry')).toBe(2);
  });

  test('that a clerk knows by its id does not let the clerk write others’ rows', async () => {
    const server = startServer();
    const [id, request] = [ulid(), ulid()];
    await server.push({ request, columns, rows: [measure({ id, unit: '区住建局', progress: 10 })] });
    const key = await addKey('clerk', '区发改委');
    const rows = [measure({ id, unit: '区发改委', progress: 90 })];
    for (const body of [{ request }, { pending: [request] }]) {
      const answer = await server.push({ ...body, columns, rows }, { key });
      expect(answer).toMatchObject({ rows: { outcome: ['rejected'] }, conflicts: [], incoming: { rows: [] } });
      expect(JSON.stringify(answer)).not.toContain('区住建局');
    }
  });

  test('that a trial calls lost is taken all the same', async () => {
    const server = startServer();
    const [id, request] = [ulid(), ulid()];
    await server.push({ columns, rows: [measure({ id, progress: 0 })] });
    const body = { base: 1, pending: [request], columns, rows: [measure({ id, progress: 0 })] };
    await server.push({ ...body, dryRun: true });
    const answer = await server.push({ base: 1, request, columns, rows: [measure({ id, progress: 50 })] });
    expect(answer.rows.outcome).toEqual(['updated']);
  });
});
