import type { Content } from '../../shared/ledger/entry.ts';
import type { RegisterId } from '../../shared/registers/index.ts';
import { chunksOf } from './chunks.ts';
import type { ChangedEntry, HistoryStore, KeptRevision } from './history-port.ts';
import type { RevisionKind, StoredEntry } from './port.ts';
import { AUTHOR_OF_REVISION, entryOf, type EntryRow } from './rows.ts';

const VERSIONS = `
  SELECT id, register, revision, deleted, content, memory FROM version
  WHERE workspace = ?1 AND id IN (SELECT value FROM json_each(?2)) ORDER BY id, revision`;

/** CROSS JOIN: see CHANGES. */
const VERSIONS_SINCE = `
  SELECT v.id, v.register, v.deleted, v.content FROM json_each(?2) wanted CROSS JOIN entry_version v ON v.workspace = ?1 AND v.id = wanted.value
  WHERE v.revision >= coalesce((
    SELECT max(s.revision) FROM entry_version s WHERE s.workspace = ?1 AND s.id = wanted.value AND s.revision <= cast(?3 AS INTEGER)
  ), 0)`;

const REVISION = `
  SELECT r.number, r.kind, r.reverts, r.register, r.push, r.principal, ${AUTHOR_OF_REVISION} AS author, r.made_by, r.at, r.as_of,
    r.inserted, r.updated, r.deleted
  FROM revision r
  WHERE r.workspace = ?1`;
const BEFORE = `${REVISION} AND r.number < ?2 ORDER BY r.number DESC LIMIT ?3`;
const NUMBERED = `${REVISION} AND r.number IN (SELECT value FROM json_each(?2)) ORDER BY r.number DESC`;
const REVERTS = `SELECT number, reverts FROM revision WHERE workspace = ?1 AND kind = 'revert' AND number > ?2 ORDER BY number`;

/** CROSS JOIN keeps SQLite to the order written: the other way it reads a list once for every entry. What a revision wrote is the newest version or a superseded one; what it wrote over is always superseded. */
const CHANGES = `
  WITH written AS (
    SELECT value AS id FROM json_each((SELECT ids FROM revision WHERE workspace = ?1 AND number = ?2)) WHERE value > ?3 ORDER BY value LIMIT ?4
  ), versions AS (
    SELECT e.id, e.register, e.deleted, e.content FROM written w CROSS JOIN entry e ON e.workspace = ?1 AND e.id = w.id AND e.revision = ?2
    UNION ALL
    SELECT e.id, e.register, e.deleted, e.content FROM written w CROSS JOIN entry_version e ON e.workspace = ?1 AND e.id = w.id AND e.revision = ?2
  )
  SELECT v.id, v.register, v.deleted, v.content, p.content AS before
  FROM versions v LEFT JOIN entry_version p ON p.workspace = ?1 AND p.id = v.id AND p.deleted = 0 AND p.revision = (
    SELECT max(s.revision) FROM entry_version s WHERE s.workspace = ?1 AND s.id = v.id AND s.revision < ?2
  )
  ORDER BY v.id`;

const OF_PUSH = 'SELECT number, principal FROM revision WHERE workspace = ?1 AND push = ?2 AND register = ?3 ORDER BY number';
const REVERTS_OF = `
  SELECT number FROM revision
  WHERE workspace = ?1 AND kind = 'revert' AND EXISTS (SELECT 1 FROM json_each(reverts) WHERE value IN (SELECT value FROM json_each(?2)))`;
const WRITTEN = `
  SELECT i.value AS id, max(r.number) AS revision FROM revision r CROSS JOIN json_each(r.ids) i
  WHERE r.workspace = ?1 AND r.number IN (SELECT value FROM json_each(?2)) GROUP BY i.value`;
const VERSION_BEFORE = `
  SELECT v.id, v.register, v.revision, v.deleted, v.content, v.memory
  FROM json_each(?2) wanted CROSS JOIN entry_version v ON v.workspace = ?1 AND v.id = wanted.value
  WHERE v.revision = (
    SELECT max(s.revision) FROM entry_version s
    WHERE s.workspace = ?1 AND s.id = wanted.value AND s.revision NOT IN (SELECT value FROM json_each(?3))
  )`;

interface RevisionRow {
  number: number;
  kind: RevisionKind;
  reverts: string;
  register: RegisterId;
  push: string | null;
  principal: string;
  author: string;
  made_by: string | null;
  at: string;
  as_of: string;
  inserted: number;
  updated: number;
  deleted: number;
}

interface ChangeRow {
  id: string;
  register: RegisterId;
  deleted: number;
  content: string;
  before: string | null;
}

function changedEntryOf({ id, register, deleted, content, before }: ChangeRow): ChangedEntry {
  const contentOf = (text: string) => JSON.parse(text) as Content;
  return { id, register, isDeleted: deleted === 1, content: contentOf(content), before: before === null ? null : contentOf(before) };
}

/** The history of workspaces over a D1 database. */
export function historyStore(db: D1Database): HistoryStore {
  /** The rows as revisions, newest first, with those that put them back; asked for also where there are no rows, so that the time taken tells nothing. */
  async function kept(workspace: string, rows: readonly RevisionRow[]): Promise<KeptRevision[]> {
    const oldest = rows.at(-1)?.number ?? Number.MAX_SAFE_INTEGER;
    const { results } = await db.prepare(REVERTS).bind(workspace, oldest).all<Pick<RevisionRow, 'number' | 'reverts'>>();
    const revertedBy = new Map(results.flatMap(({ number, reverts }) => numbersIn(reverts).map((reverted) => [reverted, number])));
    return rows.map(({ author, made_by: madeBy, as_of: asOf, reverts, ...row }) => ({
      ...row,
      by: author,
      madeBy,
      asOf,
      reverts: numbersIn(reverts),
      revertedBy: revertedBy.get(row.number) ?? null,
    }));
  }

  async function inChunks<Row>(sql: string, workspace: string, ids: readonly string[], ...further: readonly string[]): Promise<Row[]> {
    const statements = chunksOf(ids.map((id) => JSON.stringify(id))).map((chunk) => db.prepare(sql).bind(workspace, `[${chunk}]`, ...further));
    return statements.length === 0 ? [] : (await db.batch<Row>(statements)).flatMap(({ results }) => results);
  }

  return {
    async versionsOf(workspace, ids) {
      return (await inChunks<EntryRow>(VERSIONS, workspace, ids)).map(entryOf);
    },

    async versionsSince(workspace, ids, since) {
      return (await inChunks<Omit<ChangeRow, 'before'>>(VERSIONS_SINCE, workspace, ids, String(since))).map(({ id, register, deleted, content }) => ({
        id,
        register,
        isDeleted: deleted === 1,
        content: JSON.parse(content) as Content,
      }));
    },

    async revisionsBefore(workspace, before, limit) {
      return kept(workspace, (await db.prepare(BEFORE).bind(workspace, before, limit).all<RevisionRow>()).results);
    },

    async revisions(workspace, numbers) {
      return kept(workspace, (await db.prepare(NUMBERED).bind(workspace, JSON.stringify(numbers)).all<RevisionRow>()).results);
    },

    async changesOf(workspace, revision, after, limit) {
      return (await db.prepare(CHANGES).bind(workspace, revision, after, limit).all<ChangeRow>()).results.map(changedEntryOf);
    },

    async revisionsOfPush(workspace, register, push) {
      return (await db.prepare(OF_PUSH).bind(workspace, push, register).all<Pick<RevisionRow, 'number' | 'principal'>>()).results;
    },

    async revertsOf(workspace, revisions) {
      const { results } = await db.prepare(REVERTS_OF).bind(workspace, JSON.stringify(revisions)).all<{ number: number }>();
      return new Set(results.map(({ number }) => number));
    },

    async writtenBy(workspace, revisions) {
      const { results } = await db.prepare(WRITTEN).bind(workspace, JSON.stringify(revisions)).all<{ id: string; revision: number }>();
      return new Map(results.map(({ id, revision }) => [id, revision]));
    },

    async versionsBefore(workspace, ids, revisions) {
      const rows = await inChunks<EntryRow>(VERSION_BEFORE, workspace, ids, JSON.stringify(revisions));
      return new Map(rows.map((row): [string, StoredEntry] => [row.id, entryOf(row)]));
    },
  };
}

function numbersIn(json: string): number[] {
  return JSON.parse(json) as number[];
}
