import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { NewWorkspaceAnswer } from '../../shared/contract/keys.ts';
import { exportFault, findDoomed, type Execute } from '../../scripts/lib/delete-workspace.ts';
import { KEY, openDatabase, startRuntime, type Runtime } from '../support/runtime.ts';
import { runScript } from './support/run-script.ts';

interface Member {
  readonly id: string;
  readonly key: string;
}

let dataDir: string;
let worker: Runtime;
let first: Member;
let second: Member;
let db: DatabaseSync;

/** A workspace made with the bootstrap key, another made by it; every table has rows of both. */
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'taizhang-delete-'));
  worker = await startRuntime(inject('bundle'), join(dataDir, 'v3'));
  db = await openDatabase(dataDir);
  first = { key: KEY, id: await workspaceOf(KEY) };
  const made = await post<NewWorkspaceAnswer>(KEY, 'workspaces', { name: '邻区', planYear: 2022 });
  second = { key: made.adminKey, id: await workspaceOf(made.adminKey) };
  for (const { id, key } of [first, second]) await fill(id, key);
});
afterAll(async () => {
  db.close();
  await worker.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function statusOf(key: string): Promise<number> {
  return (await fetch(`${worker.url}/v1/me`, { headers: { Authorization: `Bearer ${key}` } })).status;
}

async function workspaceOf(key: string): Promise<string> {
  const response = await fetch(`${worker.url}/v1/me`, { headers: { Authorization: `Bearer ${key}` } });
  return ((await response.json()) as { workspace: { id: string } }).workspace.id;
}

async function post<Answer>(key: string, path: string, body: unknown): Promise<Answer> {
  const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' };
  const response = await fetch(`${worker.url}/v1/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json() as Promise<Answer>;
}

async function fill(workspace: string, key: string): Promise<void> {
  const push = (register: string, base: number, columns: string[], row: unknown[]) =>
    post(key, `registers/${register}/push`, { base, request: ulid(), pending: [ulid()], asOf: '2022-06-30', columns, rows: [row] });
  const id = ulid();
  await push('units', 0, ['id', 'name', 'tier'], [ulid(), '区发改委', '重点']);
  await push('measures', 1, ['id', 'unit', 'title', 'due'], [id, '区发改委', '巡查', '6月底前']);
  await push('measures', 2, ['id', 'progress'], [id, 40]);
  const order = await fetch(`${worker.url}/v1/orders/${encodeURIComponent('区发改委')}?asOf=2022-06-30`, { headers: { Authorization: `Bearer ${key}` } });
  if (!order.ok) throw new Error(`orders: ${order.status} ${await order.text()}`);
  await post(key, 'draws', { of: 'measures', sizes: { key: 1, other: 0 }, parties: ['甲', '乙'] });
  db.prepare(`INSERT INTO member (workspace, tenant, object, kind, name, role, created_at) VALUES (?, 't', 'o', 'person', '张三', 'viewer', '2022-06-30')`).run(
    workspace,
  );
  db.prepare(`INSERT INTO account (workspace, id, name) VALUES (?, 'entra:t:o', '张三')`).run(workspace);
  db.prepare(`INSERT INTO snapshot (workspace, day, revision, units) VALUES (?, '2022-06-30', 3, '[]')`).run(workspace);
}

async function exportOf(key: string, name: string): Promise<string> {
  const response = await fetch(`${worker.url}/v1/export`, { headers: { Authorization: `Bearer ${key}` } });
  const path = join(dataDir, name);
  await writeFile(path, await response.text());
  return path;
}

/** The rows of a workspace in every table that has a column for it, and in `workspace`. */
function rowsOf(id: string, from: DatabaseSync = db): Readonly<Record<string, number>> {
  const tables = from.prepare(`SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c ON c.name = 'workspace' WHERE m.type = 'table'`).all();
  const counted = (table: string, column: string): number =>
    Number(from.prepare(`SELECT count(*) AS count FROM ${table} WHERE ${column} = ?`).get(id)?.['count']);
  return { workspace: counted('workspace', 'id'), ...Object.fromEntries(tables.map(({ name }) => [String(name), counted(String(name), 'workspace')])) };
}

const execute: Execute = (statements) => Promise.resolve(statements.map((sql) => db.prepare(sql).all() as Awaited<ReturnType<Execute>>[number]));

async function run(args: readonly string[], typed = ''): Promise<{ readonly code: number; readonly out: string }> {
  const { code, stdout, stderr } = await runScript('delete-workspace', args, { DATA_DIR: dataDir }, typed);
  return { code, out: stdout + stderr };
}

test('npm run delete-workspace takes away a workspace whole, and no other; what was exported comes back', { timeout: 180_000 }, async () => {
  const [before, others] = [rowsOf(first.id), rowsOf(second.id)];
  expect(Object.keys(before).length).toBeGreaterThanOrEqual(13);
  for (const [table, count] of Object.entries(before)) expect([table, count > 0]).toEqual([table, true]);

  const old = await exportOf(first.key, 'old.ndjson');
  await post(first.key, 'registers/units/push', { base: 3, request: ulid(), asOf: '2022-06-30', columns: ['id', 'name'], rows: [[ulid(), '区司法局']] });
  const whole = await exportOf(first.key, 'whole.ndjson');
  const foreign = await exportOf(second.key, 'foreign.ndjson');
  const full = rowsOf(first.id);
  const { head } = (await findDoomed(execute, first.id)) ?? { head: null };
  expect(head?.revision).toBe(4);
  expect(await exportFault(old, first.id, head)).toContain('revisions were made after the export: 3 → 4');
  expect(await exportFault(foreign, first.id, head)).toContain('another workspace');
  expect(await exportFault(whole, first.id, head)).toBeNull();
  expect(await findDoomed(execute, ulid())).toBeNull();
  for (const [args, typed, words] of [
    [[first.id], first.id, 'export it first'],
    [[first.id, '--export', whole], second.id, 'that is another id'],
  ] as const) {
    expect(await run(args, typed)).toMatchObject({ code: 1, out: expect.stringContaining(words) as string });
  }
  expect((await run(["' OR 1 = 1", '--without-export', '--yes'])).code).toBe(2);
  expect([rowsOf(first.id), rowsOf(second.id)]).toEqual([full, others]);

  const gone = await run([first.id, '--export', whole], `${first.id}\n`);
  expect(gone).toMatchObject({ code: 0, out: expect.stringMatching(/entry {2}3[\s\S]*the first admin key goes too[\s\S]*OK/) as string });
  expect(new Set(Object.values(rowsOf(first.id)))).toEqual(new Set([0]));
  expect(rowsOf(second.id)).toEqual(others);
  expect([await statusOf(first.key), await statusOf(second.key)]).toEqual([401, 200]);

  expect(await run([second.id, '--without-export', '--yes'])).toMatchObject({ code: 0 });
  expect(new Set(Object.values(rowsOf(second.id)))).toEqual(new Set([0]));
  expect(await statusOf(second.key)).toBe(401);
  expect(await statusOf(KEY)).toBe(200); // none is left: the bootstrap key makes one again
  expect(db.prepare('SELECT id FROM workspace').all()).toHaveLength(1);

  const restored = join(dataDir, 'restored');
  expect(await runScript('restore', [whole], { DATA_DIR: restored })).toMatchObject({ code: 0 });
  const again = await openDatabase(restored);
  expect(rowsOf(first.id, again)).toEqual(full);
  again.close();
});
