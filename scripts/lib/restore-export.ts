import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Head } from '../../shared/audit/chain.ts';
import { lineOf, type ExportRow } from '../../shared/audit/export-line.ts';
import { checkExport, type ExportFault } from '../../shared/audit/export.ts';
import { sha256 } from './sha256.ts';

/** What was restored. */
export interface Restored {
  readonly head: Head;
  readonly rows: number;
}

/** Why an export was not restored; the database is as it was. */
export class RestoreError extends Error {
  readonly fault: ExportFault | null;

  constructor(words: string, fault: ExportFault | null = null) {
    super(words);
    this.name = 'RestoreError';
    this.fault = fault;
  }
}

/**
 * Puts an export into a migrated, empty database, in one transaction: all of it or nothing. The chain of its revisions is
 * verified on the way. Throws a RestoreError for a database with a workspace, an export that does not stand, or rows that
 * the database does not take.
 */
export async function restoreExport(exportFile: string, databaseFile: string): Promise<Restored> {
  const db = new DatabaseSync(databaseFile);
  try {
    if (db.prepare('SELECT 1 FROM workspace LIMIT 1').get() !== undefined) throw new RestoreError('the database is not empty');
    db.exec('BEGIN IMMEDIATE');
    const restored = await putAll(exportFile, db);
    db.exec('COMMIT');
    return restored;
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  } finally {
    db.close();
  }
}

async function putAll(exportFile: string, db: DatabaseSync): Promise<Restored> {
  const check = checkExport(sha256, null);
  const put = inserter(db);
  const keep = db.prepare(
    'INSERT INTO entry_version (workspace, id, revision, register, deleted, content, memory) SELECT workspace, id, revision, register, deleted, content, memory FROM entry WHERE workspace = ? AND id = ?',
  );
  const remove = db.prepare('DELETE FROM entry WHERE workspace = ? AND id = ?');
  let [at, rows] = [0, 0];
  for await (const text of createInterface({ input: createReadStream(exportFile, 'utf8'), crlfDelay: Infinity })) {
    at += 1;
    refuse(await check.follow(text));
    const line = lineOf(text);
    if (line === null || !('table' in line)) continue;
    rows += 1;
    try {
      if (line.table === 'version') {
        // Versions come oldest first: each takes the place of the one before.
        const [workspace, id] = [line.row['workspace'] ?? null, line.row['id'] ?? null];
        if (keep.run(workspace, id).changes > 0) remove.run(workspace, id);
        put('entry', line.row);
      } else put(line.table, line.row);
    } catch (error) {
      throw new RestoreError(`line ${at}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  refuse(await check.end());
  return { head: check.head, rows };
}

function refuse(fault: ExportFault | null): void {
  if (fault !== null) throw new RestoreError(`the export does not stand: ${JSON.stringify(fault)}`, fault);
}

/** Inserts rows into tables by the columns they have; throws for a table or column that the database has not. */
function inserter(db: DatabaseSync): (table: string, row: ExportRow) => void {
  const names = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
  const tables = new Set(names.map(({ name }) => String(name)));
  const statements = new Map<string, StatementSync>();
  return (table, row) => {
    const columns = Object.keys(row);
    const key = JSON.stringify([table, columns]);
    let statement = statements.get(key);
    if (statement === undefined) {
      if (!tables.has(table)) throw new Error(`there is no table ${table}`);
      const quoted = columns.map((column) => `"${column.replaceAll('"', '""')}"`);
      statement = db.prepare(`INSERT INTO "${table}" (${quoted.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`);
      statements.set(key, statement);
    }
    statement.run(...Object.values(row));
  };
}
