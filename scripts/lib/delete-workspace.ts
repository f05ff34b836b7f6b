import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { lineOf } from '../../shared/audit/export-line.ts';
import { checkExport } from '../../shared/audit/export.ts';
import type { Head } from '../../shared/audit/chain.ts';
import { inProject } from './project.ts';
import { sha256 } from './sha256.ts';

type Row = Readonly<Record<string, string | number | null>>;
/** Runs statements of SQL on a database, all of them or none; answers with the rows of each. */
export type Execute = (statements: readonly string[]) => Promise<readonly (readonly Row[])[]>;

/** A workspace that may be deleted. */
export interface Doomed {
  readonly name: string;
  /** The rows of each table that go with it. */
  readonly rows: Readonly<Record<string, number>>;
  /** The last revision; null when nothing was ever pushed. */
  readonly head: Head | null;
  /** Whether it has the key that makes further workspaces, while others stay that cannot. */
  readonly takesBootstrapKey: boolean;
}

/** The tables with a `workspace` column, as the migrations make them: those a workspace's rows are in, whatever was added since this was written. */
async function tablesOfWorkspaces(): Promise<readonly string[]> {
  const db = new DatabaseSync(':memory:');
  const folder = inProject('worker/store/migrations');
  for (const name of (await readdir(folder)).toSorted()) db.exec(await readFile(`${folder}/${name}`, 'utf8'));
  const sql = `SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c ON c.name = 'workspace' WHERE m.type = 'table' ORDER BY m.name`;
  const tables = db.prepare(sql).all();
  db.close();
  return tables.map(({ name }) => String(name));
}

/** What would go with a workspace; null when there is none of that id, which must be a ULID. */
export async function findDoomed(execute: Execute, id: string): Promise<Doomed | null> {
  const tables = await tablesOfWorkspaces();
  const [found = [], last = [], keys = [], ...counts] = await execute([
    `SELECT name FROM workspace WHERE id = '${id}'`,
    `SELECT number, hash FROM revision WHERE workspace = '${id}' ORDER BY number DESC LIMIT 1`,
    `SELECT count(*) AS count FROM access_key WHERE workspace = '${id}' AND is_bootstrap = 1 AND (SELECT count(*) FROM workspace) > 1`,
    ...tables.map((table) => `SELECT count(*) AS count FROM ${table} WHERE workspace = '${id}'`),
  ]);
  const [workspace] = found;
  if (workspace === undefined) return null;
  const [revision] = last;
  const countIn = (rows: readonly Row[] = []): number => Number(rows[0]?.['count'] ?? 0);
  return {
    name: String(workspace['name']),
    rows: Object.fromEntries(tables.map((table, at) => [table, countIn(counts[at])])),
    head: revision === undefined ? null : { revision: Number(revision['number']), hash: String(revision['hash']) },
    takesBootstrapKey: countIn(keys) > 0,
  };
}

/** Why a file does not stand for a workspace as it is now, in both languages of the product; null when it does. */
export async function exportFault(path: string, id: string, head: Doomed['head']): Promise<string | null> {
  const check = checkExport(sha256, null);
  let isOfWorkspace = false;
  for await (const text of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity })) {
    const fault = await check.follow(text);
    if (fault !== null) return `导出文件不成立 / the export does not stand: ${JSON.stringify(fault)}`;
    const line = lineOf(text);
    if (line !== null && 'table' in line && line.table === 'workspace') isOfWorkspace = line.row['id'] === id;
  }
  const fault = await check.end();
  if (fault !== null) return `导出文件不成立 / the export does not stand: ${JSON.stringify(fault)}`;
  if (!isOfWorkspace) return '导出文件属于别的工作区 / the export is of another workspace';
  const isNewest = head === null ? check.head.revision === 0 : check.head.revision === head.revision && check.head.hash === head.hash;
  return isNewest ? null : `导出之后又有新的版次 / revisions were made after the export: ${check.head.revision} → ${head?.revision ?? 0}`;
}

/** Deletes a workspace with all its rows, the rows first that refer to it. */
export async function deleteWorkspace(execute: Execute, id: string): Promise<void> {
  const tables = await tablesOfWorkspaces();
  await execute([...tables.map((table) => `DELETE FROM ${table} WHERE workspace = '${id}'`), `DELETE FROM workspace WHERE id = '${id}'`]);
}
