import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { EXPORT_FORMAT, lineOf } from '../../shared/audit/export-line.ts';
import { addKey, columns, measure, startServer, ulid, type Server } from './support/server.ts';

const textOf = async (server: Server): Promise<string> => new TextDecoder().decode(await (await server.send('/v1/export')).arrayBuffer());

test('an export begins with its format, has every revision before what it wrote, and ends with the head', async () => {
  const server = startServer();
  const id = ulid();
  await server.push({ columns, rows: [measure({ id, progress: 1 }), measure({})] });
  await server.push({ base: 1, columns, rows: [measure({ id, progress: 2 })] });
  const text = await textOf(server);
  const lines = text.trimEnd().split('\n').map(lineOf);
  const kinds = lines.map((line) => (line !== null && 'table' in line ? line.table : ''));
  expect(kinds).toEqual(['', 'workspace', 'plan', 'access_key', 'revision', 'version', 'version', 'revision', 'version', '']);
  expect(lines[0]).toEqual({ format: EXPORT_FORMAT });
  expect(lines.at(-1)).toMatchObject({ end: { lines: lines.length, head: { revision: 2 } } });
  await env.DB.prepare("UPDATE access_key SET last_used_at = '2031-01-01T00:00:00.000Z'").run();
  expect(await textOf(startServer())).toBe(text);
});

test('an export of more than one page has every row once', { timeout: 30_000 }, async () => {
  const server = startServer();
  const ids = Array.from({ length: 3_000 }, () => ulid());
  for (let round = 0; round < 3; round += 1) {
    await server.push({ base: round, columns, rows: ids.map((id) => measure({ id, progress: round })) });
  }
  const lines = (await textOf(server)).trimEnd().split('\n');
  const versions = lines.filter((line) => line.startsWith('{"table":"version"'));
  expect([versions.length, new Set(versions).size]).toEqual([9_000, 9_000]);
  expect(lines).toHaveLength(1 + 3 + 3 + 9_000 + 1);
});

test('an export is for admins alone', async () => {
  const server = startServer();
  await server.get('/v1/me');
  expect((await server.refused('/v1/export', { key: await addKey('assessor', null) })).body.code).toBe('roleForbids');
});
