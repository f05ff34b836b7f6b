import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { columns, countOf, measure, startServer, ulid } from './support/server.ts';

const revisions = async (): Promise<number[]> =>
  (await env.DB.prepare('SELECT number FROM revision ORDER BY number').all<{ number: number }>()).results.map(({ number }) => number);

test('pushes at the same time from several isolates get revisions without gaps, and every row goes in', async () => {
  const servers = Array.from({ length: 5 }, () => startServer());
  await servers[0]?.get('/v1/me');
  const answers = await Promise.all(servers.map((server) => server.push({ columns, rows: [measure({}), measure({})] })));
  expect(answers.map(({ revision }) => revision).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5]);
  expect(await revisions()).toEqual([1, 2, 3, 4, 5]);
  expect(await countOf('entry')).toBe(10);
});

test('of two that change the same row from the same base one is updated, the other in conflict', async () => {
  const [one, two] = [startServer(), startServer()];
  const id = ulid();
  await one.push({ columns, rows: [measure({ id, progress: 0 })] });
  const answers = await Promise.all([
    one.push({ base: 1, columns, rows: [measure({ id, progress: 10 })] }),
    two.push({ base: 1, columns, rows: [measure({ id, progress: 20 })] }),
  ]);
  expect(answers.flatMap(({ rows }) => rows.outcome).toSorted()).toEqual(['conflict', 'updated']);
});

test('the same request twice at the same time is accepted once', async () => {
  const [one, two] = [startServer(), startServer()];
  await one.get('/v1/me');
  const body = { request: ulid(), columns, rows: [measure({})] };
  const answers = await Promise.all([one.push(body), two.push(body)]);
  expect(answers.map(({ revision }) => revision)).toEqual([1, 1]);
  expect(answers.flatMap(({ rows }) => rows.outcome).toSorted()).toEqual(['inserted', 'unchanged']);
});

test('a write that fails half way leaves nothing behind', async () => {
  const server = startServer();
  await server.push({ columns, rows: [measure({})] });
  await env.DB.prepare("CREATE TRIGGER fail BEFORE INSERT ON entry WHEN NEW.content LIKE '%boom%' BEGIN SELECT RAISE(ABORT, 'boom'); END").run();
  await expect(server.push({ base: 1, columns, rows: [measure({ title: 'fine' }), measure({ title: 'boom' })] })).rejects.toThrow('"code":"internal"');
  expect([await countOf('entry'), await countOf('revision')]).toEqual([1, 1]);
});

test('an isolate sees what others wrote since it last looked', async () => {
  const [one, two] = [startServer(), startServer()];
  const id = ulid();
  await one.push({ columns, rows: [measure({ id, progress: 10 })] });
  await two.push({ base: 1, columns, rows: [measure({ id, progress: 20 }), measure({})] });
  const { body } = await one.get<{ revision: number; revisions: number[] }>('/v1/registers/measures/entries');
  expect(body).toMatchObject({ revision: 2, revisions: [2, 2] });
});

test('an isolate notices a database put back to an earlier day', async () => {
  const server = startServer();
  await server.push({ columns, rows: [measure({ title: 'before' })] });
  await env.DB.batch([env.DB.prepare('DELETE FROM entry'), env.DB.prepare('DELETE FROM revision')]);
  await startServer().push({ columns, rows: [measure({ title: 'after' })] });
  const { body } = await server.get<{ columns: string[]; rows: unknown[][] }>('/v1/registers/measures/entries');
  expect(body.rows.map((row) => row[body.columns.indexOf('title')])).toEqual(['after']);
});
