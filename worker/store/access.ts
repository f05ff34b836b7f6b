import type { Role } from '../../shared/contract/primitives.ts';
import type { AccessStore, KeyInfo, NewKey, NewWorkspace, StoredKey } from './access-port.ts';

const KEYS = `
  SELECT k.id, k.name, k.role, k.unit, k.hash, k.created_at, k.expires_at, k.last_used_at, k.is_bootstrap,
    w.id AS workspace, w.name AS workspace_name, w.time_zone
  FROM access_key k JOIN workspace w ON w.id = k.workspace
  WHERE k.revoked_at IS NULL`;
const TOUCH = 'UPDATE access_key SET last_used_at = ?2 WHERE id = ?1';

/** An admin key may go when another one lasts as long: a workspace is never left without, also not when those that stay expire. */
const REVOKE = `
  UPDATE access_key AS gone SET revoked_at = ?3
  WHERE workspace = ?1 AND id = ?2 AND revoked_at IS NULL AND (role <> 'admin' OR EXISTS (
    SELECT 1 FROM access_key stays
    WHERE stays.workspace = ?1 AND stays.id <> ?2 AND stays.role = 'admin' AND stays.revoked_at IS NULL
      AND (stays.expires_at IS NULL OR stays.expires_at > ?3)
      AND (stays.expires_at IS NULL OR stays.expires_at >= gone.expires_at)
  ))`;
const REVOKED = 'SELECT revoked_at FROM access_key WHERE workspace = ?1 AND id = ?2';

/** Parameters: workspace, then those of `keyValues`. */
const NEW_KEY =
  'INSERT INTO access_key (workspace, id, name, role, unit, hash, created_at, expires_at, is_bootstrap) SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9';
const NEW_PLAN = 'INSERT INTO plan (workspace, version, content, created_at, principal) SELECT ?1, ?2, ?3, ?4, ?5';
const NEW_WORKSPACE = 'INSERT INTO workspace (id, name, time_zone, created_at) SELECT ?1, ?2, ?3, ?4';
const IS_FIRST = ' WHERE NOT EXISTS (SELECT 1 FROM workspace)';
const IS_MADE = ' WHERE EXISTS (SELECT 1 FROM workspace WHERE id = ?1)';

interface KeyRow {
  id: string;
  name: string;
  role: Role;
  unit: string | null;
  hash: string;
  created_at: string;
  expires_at: string | null;
  last_used_at: string | null;
  is_bootstrap: number;
  workspace: string;
  workspace_name: string;
  time_zone: string;
}

function infoOf({ id, name, role, unit, created_at, expires_at, last_used_at }: KeyRow): KeyInfo {
  return { id, name, role, unit, createdAt: created_at, expiresAt: expires_at, lastUsedAt: last_used_at };
}

function keyOf(row: KeyRow): StoredKey {
  const workspace = { id: row.workspace, name: row.workspace_name, timeZone: row.time_zone };
  return { ...infoOf(row), hash: row.hash, isBootstrap: row.is_bootstrap === 1, workspace };
}

function keyValues({ id, name, role, unit, hash, createdAt, expiresAt, isBootstrap }: NewKey): (string | number | null)[] {
  return [id, name, role, unit, hash, createdAt, expiresAt, isBootstrap ? 1 : 0];
}

/** Keys and workspaces in a D1 database. */
export function accessStore(db: D1Database): AccessStore {
  /** Workspace, plan and key in one transaction. */
  const create = async ({ workspace: { id, name, timeZone }, plan, key }: NewWorkspace, condition: string): Promise<void> => {
    await db.batch([
      db.prepare(NEW_WORKSPACE + condition).bind(id, name, timeZone, key.createdAt),
      db.prepare(NEW_PLAN + IS_MADE).bind(id, plan.version, JSON.stringify(plan), key.createdAt, key.id),
      db.prepare(NEW_KEY + IS_MADE).bind(id, ...keyValues(key)),
    ]);
  };

  return {
    async findKey(by) {
      const [column, value] = 'id' in by ? ['id', by.id] : ['hash', by.hash];
      const row = await db.prepare(`${KEYS} AND k.${column} = ?1`).bind(value).first<KeyRow>();
      return row === null ? null : keyOf(row);
    },

    async touchKey(id, at) {
      await db.prepare(TOUCH).bind(id, at).run();
    },

    async listKeys(workspace) {
      return (await db.prepare(`${KEYS} AND k.workspace = ?1 ORDER BY k.created_at, k.id`).bind(workspace).all<KeyRow>()).results.map(infoOf);
    },

    async addKey(workspace, key) {
      await db
        .prepare(NEW_KEY)
        .bind(workspace, ...keyValues(key))
        .run();
    },

    async revokeKey(workspace, id, at) {
      const [, found] = await db.batch<{ revoked_at: string | null }>([db.prepare(REVOKE).bind(workspace, id, at), db.prepare(REVOKED).bind(workspace, id)]);
      const row = found?.results[0];
      if (row === undefined) return 'unknown';
      return row.revoked_at === null ? 'last' : { revokedAt: row.revoked_at };
    },

    async hasWorkspace() {
      return (await db.prepare('SELECT 1 FROM workspace LIMIT 1').first()) !== null;
    },

    createFirstWorkspace: (first) => create(first, IS_FIRST),
    createWorkspace: (further) => create(further, ''),
  };
}
