import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databaseFile } from '../../scripts/lib/database-file.ts';
import { plainTables } from '../../shared/audit/export-line.ts';
import { inProject } from '../../scripts/lib/project.ts';
import { startWorker } from '../../scripts/lib/start-worker.ts';
import { newWorkspace } from '../support/workspace.ts';
import { runScript } from './support/run-script.ts';

let folder: string;
let key: string;
let exported: string;
let lines: readonly string[];

/** A workspace with units, measures changed, deleted and put back, an order and a draw; and its export. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taizhang-export-'));
  const workspace = await newWorkspace();
  const { url } = workspace;
  key = workspace.key;
  const post = async (path: string, body?: unknown): Promise<void> => {
    const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' };
    const response = await fetch(`${url}/v1/${path}`, { method: 'POST', headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  };
  const push = async (register: string, base: number, columns: string[], rows: unknown[][]): Promise<void> =>
    post(`registers/${register}/push`, { base, request: ulid(), asOf: '2022-06-30', columns, rows });
  const [unit, a, b] = [ulid(), ulid(), ulid()];
  await push('units', 0, ['id', 'name', 'tier'], [[unit, '区发改委', '重点']]);
  await push(
    'measures',
    1,
    ['id', 'unit', 'title', 'due'],
    [
      [a, '区发改委', '“引号”\t"quotes" \\ 𠮷', '6月底前'],
      [b, '区住建局', '巡查', '每月末'],
    ],
  );
  await push('measures', 2, ['id', 'progress'], [[a, 40]]);
  await post('registers/measures/delete', { base: 3, request: ulid(), ids: [b] });
  await post('revisions/4/revert');
  const order = await fetch(`${url}/v1/orders/${encodeURIComponent('区住建局')}`, { headers: { Authorization: `Bearer ${key}` } });
  if (!order.ok) throw new Error(`order: ${order.status} ${await order.text()}`);
  await post('draws', { of: 'measures', sizes: { key: 1, other: 0 }, parties: ['甲', '乙'] });
  exported = await exportOf(url);
  lines = exported.trimEnd().split('\n');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function exportOf(url: string): Promise<string> {
  const response = await fetch(`${url}/v1/export`, { headers: { Authorization: `Bearer ${key}` } });
  expect([response.status, response.headers.get('Content-Type')]).toEqual([200, 'application/x-ndjson']);
  return response.text();
}

/** Runs a script; what it printed in one text. */
async function run(script: string, args: readonly string[], env?: Readonly<Record<string, string>>): Promise<{ code: number; out: string }> {
  const { code, stdout, stderr } = await runScript(script, args, env);
  return { code, out: stdout + stderr };
}

async function verify(text: string, ...args: string[]): Promise<{ code: number; out: string }> {
  const path = join(folder, 'export.ndjson');
  await writeFile(path, text);
  return run('verify-export', [path, ...args]);
}

describe('npm run verify-export', () => {
  test('finds that an export stands, and says its head', async () => {
    const { code, out } = await verify(exported);
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringMatching(/^OK {2}5 版、6 个条目版本成立/) as string });
    const head = /head {2}(\S+)/.exec(out)?.[1] ?? '';
    expect((await verify(exported, '--head', head)).code).toBe(0);
    expect((await verify(exported, '--head', `9:${'a'.repeat(64)}`)).out).toContain('revision 6: cutOff');
    expect((await verify(exported, '--head', `2:${'a'.repeat(64)}`)).out).toContain('revision 2: rewritten');
  });

  test.each<[string, (all: readonly string[]) => readonly string[], string]>([
    ['a progress that was changed', (all) => all.map((line) => line.replace('\\"progress\\":40', '\\"progress\\":90')), 'revision 3: changed'],
    ['a revision left out', (all) => all.filter((line) => !(line.includes('"table":"revision"') && line.includes('"number":2,'))), 'revision 2: stray'],
    ['a version left out', (all) => all.filter((line) => !line.includes('\\"progress\\":40')), 'revision 3: changed'],
    ['the tail cut off', (all) => all.slice(0, -3), 'noEnd'],
    ['the tail cut off inside a revision', (all) => all.slice(0, -4), 'revision 4: changed'],
    ['something after the end', (all) => [...all, all[1] ?? ''], 'afterTheEnd'],
    ['a line that is none', (all) => all.with(3, '{'), 'line 4: notALine'],
    ['another file', (all) => all.slice(1), 'line 1: notAnExport'],
    ['a plan that was changed', (all) => all.map((line) => line.replace('\\"weight\\":', '\\"weight\\":1')), 'endDiffers'],
    ['an entry beside the history', (all) => all.toSpliced(-1, 0, '{"table":"entry","row":{}}'), 'outOfOrder'],
  ])('exits with 1 and names what is wrong with %s', async (_, change, fault) => {
    const { code, out } = await verify(`${change(lines).join('\n')}\n`);
    expect({ code, out }).toMatchObject({ code: 1, out: expect.stringContaining(fault) as string });
  });
});

describe('npm run restore', () => {
  test('loads an export into an empty database; exported again it is the same, byte for byte, and the keys work', { timeout: 120_000 }, async () => {
    const path = join(folder, 'whole.ndjson');
    const dataDir = join(folder, 'two');
    await writeFile(path, exported);
    expect(await run('restore', [path], { DATA_DIR: dataDir })).toMatchObject({ code: 0, out: expect.stringMatching(/^OK/) as string });
    expect(await run('restore', [path], { DATA_DIR: dataDir })).toMatchObject({ code: 1, out: expect.stringContaining('not empty') as string });
    const worker = await startWorker({ dataDir, assetsDir: join(folder, 'site') });
    try {
      expect(await exportOf(worker.url)).toBe(exported);
      const answer = await fetch(`${worker.url}/v1/audit/verify`, { headers: { Authorization: `Bearer ${key}` } });
      expect(await answer.json()).toMatchObject({ ok: true, head: { revision: 5 } });
    } finally {
      await worker.stop();
    }
  });

  test('puts nothing into a table that no export has', { timeout: 60_000 }, async () => {
    const path = join(folder, 'smuggled.ndjson');
    const version = lines.find((line) => line.startsWith('{"table":"version"')) ?? '';
    const smuggled = version.replace('"version"', '"entry"').replace(/"id":"\w+"/, `"id":"${ulid()}"`);
    const end = (lines.at(-1) ?? '').replace(/"lines":(\d+)/, (_, count) => `"lines":${Number(count) + 1}`);
    await writeFile(path, `${[...lines.slice(0, -1), smuggled, end].join('\n')}\n`);
    const { code, out } = await run('restore', [path], { DATA_DIR: join(folder, 'four') });
    expect({ code, out }).toMatchObject({ code: 1, out: expect.stringContaining('"why":"outOfOrder"') as string });
  });

  test('writes nothing of an export that does not stand', { timeout: 60_000 }, async () => {
    const path = join(folder, 'broken.ndjson');
    const dataDir = join(folder, 'three');
    await writeFile(path, exported.replace('\\"progress\\":40', '\\"progress\\":90'));
    expect(await run('restore', [path], { DATA_DIR: dataDir })).toMatchObject({
      code: 1,
      out: expect.stringContaining('"revision":3,"why":"changed"') as string,
    });
    const db = new DatabaseSync(await databaseFile(dataDir), { readOnly: true });
    expect(db.prepare('SELECT (SELECT count(*) FROM workspace) + (SELECT count(*) FROM revision) AS rows').get()).toEqual({ rows: 0 });
    db.close();
  });

  test('knows every table of the database, and no other', async () => {
    const db = new DatabaseSync(':memory:');
    const migrations = inProject('worker/store/migrations');
    for (const name of (await readdir(migrations)).toSorted()) db.exec(await readFile(join(migrations, name), 'utf8'));
    const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'").all();
    db.close();
    const history = ['revision', 'entry', 'entry_version'];
    expect(tables.map(({ name }) => String(name)).toSorted()).toEqual([...plainTables, ...history].toSorted());
  });
});
