import type { Member, MemberKind } from '../../shared/contract/members.ts';
import type { Role } from '../../shared/contract/primitives.ts';
import type { MemberStore } from './member-port.ts';

const MEMBERSHIPS = `
  SELECT m.kind, m.role, m.unit, m.created_at, w.id AS workspace, w.name AS workspace_name, w.time_zone
  FROM member m JOIN workspace w ON w.id = m.workspace
  WHERE m.tenant = ?1 AND ((m.kind = 'person' AND m.object = ?2) OR (m.kind = 'group' AND m.object IN (SELECT value FROM json_each(?3))))
  ORDER BY m.created_at, m.workspace, m.object`;
const NOTE = `
  INSERT INTO account (workspace, id, name, used_at) VALUES (?1, ?2, ?3, ?4)
  ON CONFLICT (workspace, id) DO UPDATE SET name = excluded.name, used_at = excluded.used_at
  WHERE name <> excluded.name OR used_at IS NULL OR unixepoch(used_at) <= unixepoch(excluded.used_at) - 3600`;
const MEMBERS = `
  SELECT m.tenant, m.object, m.kind, m.name, m.role, m.unit, m.created_at, a.used_at
  FROM member m LEFT JOIN account a ON a.workspace = m.workspace AND a.id = 'entra:' || m.tenant || ':' || m.object
  WHERE m.workspace = ?1`;
const PUT = `
  INSERT INTO member (workspace, tenant, object, kind, name, role, unit, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
  ON CONFLICT (workspace, tenant, object) DO UPDATE SET kind = excluded.kind, name = excluded.name, role = excluded.role, unit = excluded.unit`;
const REMOVE = 'DELETE FROM member WHERE workspace = ?1 AND tenant = ?2 AND object = ?3';

interface MemberRow {
  tenant: string;
  object: string;
  kind: MemberKind;
  name: string;
  role: Role;
  unit: string | null;
  created_at: string;
  used_at: string | null;
}

interface MembershipRow extends Pick<MemberRow, 'kind' | 'role' | 'unit' | 'created_at'> {
  workspace: string;
  workspace_name: string;
  time_zone: string;
}

function memberOf({ created_at, used_at, ...rest }: MemberRow): Member {
  return { ...rest, createdAt: created_at, usedAt: used_at };
}

/** Members and their accounts in a D1 database. */
export function memberStore(db: D1Database): MemberStore {
  return {
    async membershipsOf({ tenant, object }, groups) {
      const { results } = await db.prepare(MEMBERSHIPS).bind(tenant, object, JSON.stringify(groups)).all<MembershipRow>();
      return results.map(({ workspace: id, workspace_name: name, time_zone: timeZone, created_at: createdAt, kind, role, unit }) => ({
        workspace: { id, name, timeZone },
        kind,
        role,
        unit,
        createdAt,
      }));
    },

    async noteAccount(workspace, { id, name }, at) {
      await db.prepare(NOTE).bind(workspace, id, name, at).run();
    },

    async listMembers(workspace) {
      const { results } = await db.prepare(`${MEMBERS} ORDER BY m.created_at, m.tenant, m.object`).bind(workspace).all<MemberRow>();
      return results.map(memberOf);
    },

    async putMember(workspace, { tenant, object, kind, name, role, unit, createdAt }) {
      const [, kept] = await db.batch<MemberRow>([
        db.prepare(PUT).bind(workspace, tenant, object, kind, name, role, unit, createdAt),
        db.prepare(`${MEMBERS} AND m.tenant = ?2 AND m.object = ?3`).bind(workspace, tenant, object),
      ]);
      const row = kept?.results[0];
      if (row === undefined) throw new Error('a member just written is not there');
      return memberOf(row);
    },

    async removeMember(workspace, { tenant, object }) {
      return (await db.prepare(REMOVE).bind(workspace, tenant, object).run()).meta.changes > 0;
    },
  };
}
