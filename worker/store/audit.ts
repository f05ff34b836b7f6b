import type { Link } from '../../shared/audit/chain.ts';
import type { VersionRecord } from '../../shared/audit/revision-text.ts';
import type { AuditStore, LoggedRevision } from './audit-port.ts';

/** Versions taken into memory at a time; a single revision of more is taken whole. */
const PAGE = 5_000;
/** Revisions taken at a time, however few versions they wrote. */
const MAX_LINKS = 1_000;

const LINKS = `
  SELECT number, kind, reverts, register, request, push, principal, made_by, at, as_of, inserted, updated, deleted, hash, ids FROM (
    SELECT *, sum(json_array_length(ids)) OVER (ORDER BY number) AS total, row_number() OVER (ORDER BY number) AS place
    FROM (SELECT * FROM revision WHERE workspace = ?1 AND number > ?2 ORDER BY number LIMIT ?4)
  ) WHERE total <= ?3 OR place = 1 ORDER BY number`;

/** A revision's versions by the entries it lists: no index leads from a revision to what it wrote. CROSS JOIN keeps SQLite to this order: the other way it reads the list once for every entry. */
const versionsIn = (table: string): string => `
  SELECT e.id, e.revision, e.register, e.deleted, e.content, e.memory
  FROM revision r CROSS JOIN json_each(r.ids) i CROSS JOIN ${table} e ON e.workspace = ?1 AND e.id = i.value AND e.revision = r.number
  WHERE r.workspace = ?1 AND r.number BETWEEN ?2 AND ?3`;
const VERSIONS = `SELECT * FROM (${versionsIn('entry')} UNION ALL ${versionsIn('entry_version')}) ORDER BY revision, id`;

const STRAY = `
  SELECT v.revision FROM (SELECT revision, count(*) AS versions FROM version WHERE workspace = ?1 GROUP BY revision) v
  LEFT JOIN revision r ON r.workspace = ?1 AND r.number = v.revision
  WHERE r.number IS NULL OR json_array_length(r.ids) <> v.versions ORDER BY v.revision LIMIT 1`;
const MISPLACED = `
  SELECT v.revision FROM entry_version v LEFT JOIN entry e ON e.workspace = ?1 AND e.id = v.id
  WHERE v.workspace = ?1 AND (e.id IS NULL OR v.revision >= e.revision) ORDER BY v.revision LIMIT 1`;

interface LinkRow {
  number: number;
  kind: string;
  reverts: string;
  register: string;
  request: string;
  push: string | null;
  principal: string;
  made_by: string | null;
  at: string;
  as_of: string;
  inserted: number;
  updated: number;
  deleted: number;
  hash: string;
  ids: string;
}

interface VersionRow extends VersionRecord {
  readonly revision: number;
}

/** The history of workspaces as it is kept in a D1 database. */
export function auditStore(db: D1Database): AuditStore {
  const firstOf = async (sql: string, workspace: string): Promise<number | null> => db.prepare(sql).bind(workspace).first<number>('revision');
  return {
    async *log(workspace) {
      for (let after = -1; ;) {
        const { results: links } = await db.prepare(LINKS).bind(workspace, after, PAGE, MAX_LINKS).all<LinkRow>();
        const [first, last] = [links[0], links.at(-1)];
        if (first === undefined || last === undefined) return;
        const { results: versions } = await db.prepare(VERSIONS).bind(workspace, first.number, last.number).all<VersionRow>();
        yield* logged(workspace, links, versions);
        after = last.number;
      }
    },
    firstStray: (workspace) => firstOf(STRAY, workspace),
    firstMisplaced: (workspace) => firstOf(MISPLACED, workspace),
  };
}

function* logged(workspace: string, links: readonly LinkRow[], versions: readonly VersionRow[]): Iterable<LoggedRevision> {
  let at = 0;
  for (const row of links) {
    const from = at;
    while (versions[at]?.revision === row.number) at += 1;
    yield { link: linkOf(workspace, row), versions: versions.slice(from, at).map(versionOf) };
  }
}

function linkOf(workspace: string, { as_of: asOf, made_by: madeBy, reverts, ids, ...row }: LinkRow): Link {
  return { ...row, workspace, madeBy, asOf, reverts: JSON.parse(reverts) as number[], ids: JSON.parse(ids) as string[] };
}

function versionOf({ id, register, deleted, content, memory }: VersionRow): VersionRecord {
  return { id, register, deleted, content, memory };
}
