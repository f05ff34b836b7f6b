import { DatabaseSync } from 'node:sqlite';
import { createHash } from 'node:crypto';
import { ulid } from 'ulid';
import { defaultPlan } from '../../shared/scoring/plan.ts';
import type { KeptRow } from './full-registers.ts';

const MEMORY = JSON.stringify({ wordedOn: '2022-01-10', deadlineYear: 2022 });
const AT = '2022-01-10T00:00:00.000Z';

/** Puts a workspace with its plan of 2022, an admin key and rows into a database, as one revision. The key opens it as a bearer token. */
export function seedWorkspace(file: string, key: string, rows: readonly KeptRow[]): void {
  const database = new DatabaseSync(file);
  const workspace = ulid();
  const hash = createHash('sha256').update(key).digest('hex');
  database.exec('BEGIN');
  database.prepare('INSERT INTO workspace (id, name, time_zone, created_at) VALUES (?, ?, ?, ?)').run(workspace, key, 'Asia/Shanghai', AT);
  database.prepare('INSERT INTO plan (workspace, version, content, created_at) VALUES (?, 1, ?, ?)').run(workspace, JSON.stringify(defaultPlan(2022)), AT);
  database
    .prepare(`INSERT INTO access_key (id, workspace, name, role, hash, created_at) VALUES (?, ?, ?, 'admin', ?, ?)`)
    .run(ulid(), workspace, key, hash, AT);
  database
    .prepare(
      `INSERT INTO revision (workspace, number, register, request, principal, at, as_of, inserted, updated) VALUES (?, 1, 'measures', ?, 'bench', ?, '2022-01-10', ?, 0)`,
    )
    .run(workspace, ulid(), AT, rows.length);
  const insert = database.prepare('INSERT INTO entry (workspace, id, register, revision, content, memory) VALUES (?, ?, ?, 1, ?, ?)');
  for (const { id, register, content } of rows) insert.run(workspace, id, register, JSON.stringify(content), content['due'] === undefined ? '{}' : MEMORY);
  database.exec('COMMIT');
  database.close();
}
