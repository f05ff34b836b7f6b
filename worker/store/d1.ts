import { hashOf } from '../auth/keys.ts';
import { accessStore } from './access.ts';
import { chunksOf } from './chunks.ts';
import { countingReader } from './counting.ts';
import { drawStore } from './draws.ts';
import { orderStore } from './orders.ts';
import { packedSlices } from './packed.ts';
import type { NewRevision, RequestMarks, Store, WriterSnapshot } from './port.ts';
import { AUTHOR_OF_REVISION, planVersionOf, versionOf } from './rows.ts';
import type { AuthorRow, OwnRow, PlanVersionRow, VersionRow } from './rows.ts';
import { columnsOf, sealed } from './seal.ts';
import { NOTHING_READ, readSince, rowsOf, type ReadSince } from './since.ts';
import { snapshotCache } from './snapshot-cache.ts';

const PLAN_VERSIONS = `
  SELECT p.content, p.created_at, p.principal, (SELECT a.name FROM author a WHERE a.workspace = p.workspace AND a.id = p.principal) AS by
  FROM plan p
  WHERE p.workspace = ?1 ORDER BY p.version`;
const NEW_PLAN = `
  INSERT INTO plan (workspace, version, content, created_at, principal)
  SELECT ?1, ?2, ?3, ?4, ?5 WHERE ?2 = (SELECT max(version) FROM plan WHERE workspace = ?1) + 1`;
/** By the ids alone, whoever sent them: a sheet or a package goes on under another credential, and nobody is told the request ids of others. */
const OWN = `
  SELECT number, request = ?2 AS is_repeat, principal = ?5 AS is_same FROM revision
  WHERE workspace = ?1 AND (request = ?2 OR request IN (SELECT value FROM json_each(?3)) OR push = ?4)`;

/** CROSS JOIN keeps SQLite to this order: the other way it reads the list once for every version. The version before the stored one is always among the superseded, since the stored one has not been seen. */
const SEEN = `
  SELECT v.id, v.revision, v.deleted, v.content FROM json_each(?2) wanted CROSS JOIN entry_version v ON v.workspace = ?1 AND v.id = wanted.key
  WHERE v.revision = (
    SELECT max(s.revision) FROM entry_version s
    WHERE s.workspace = ?1 AND s.id = wanted.key AND (s.revision <= wanted.value OR s.revision IN (SELECT value FROM json_each(?3)))
  )`;

const AUTHORS = `
  SELECT r.number, ${AUTHOR_OF_REVISION} AS author, r.at FROM revision r
  WHERE r.workspace = ?1 AND r.number IN (SELECT value FROM json_each(?2))`;

/** A request given up since it was read has no number, which the table refuses. */
const NEW_REVISION = `
  INSERT INTO revision
    (workspace, number, kind, reverts, register, request, push, principal, at, as_of, inserted, updated, deleted, made_by, hash, ids)
  SELECT ?1, iif(EXISTS (SELECT 1 FROM lost_request WHERE workspace = ?1 AND request = ?6), NULL, ?2),
    ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16`;

const GIVE_UP = `
  INSERT INTO lost_request (workspace, principal, request)
  SELECT ?1, ?2, value FROM json_each(?3)
  WHERE NOT EXISTS (SELECT 1 FROM revision WHERE workspace = ?1 AND request = value)
  ON CONFLICT DO NOTHING`;
/** A request that was given up so many others of its credential ago is on its way no more. Its id tells when it was made. */
const KEPT_LOST = 1_000;
/** Those a push names are kept whatever the clock of its machine says. */
const FORGET_LOST = `
  DELETE FROM lost_request
  WHERE workspace = ?1 AND principal = ?2 AND request NOT IN (SELECT value FROM json_each(?3)) AND request < (
    SELECT request FROM lost_request WHERE workspace = ?1 AND principal = ?2 ORDER BY request DESC LIMIT 1 OFFSET ${KEPT_LOST - 1}
  )`;
const IS_LOST = 'SELECT 1 FROM lost_request WHERE workspace = ?1 AND request = ?2 LIMIT 1';

const KEEP_VERSIONS = `
  INSERT INTO entry_version (workspace, id, revision, register, deleted, content, memory)
  SELECT workspace, id, revision, register, deleted, content, memory FROM entry
  WHERE workspace = ?1 AND id IN (SELECT value FROM json_each(?2))`;

/** `packed` rows: an object of contents, and the memories that its keys point to. */
const UPSERT = `
  INSERT INTO entry (workspace, id, register, revision, deleted, content, memory)
  SELECT ?1, substr(key, 1, 26), ?2, ?3, ?6, value, ?5 -> cast(substr(key, 27) AS INTEGER) FROM json_each(?4) WHERE true
  ON CONFLICT (workspace, id) DO UPDATE SET
    revision = excluded.revision, deleted = excluded.deleted, content = excluded.content, memory = excluded.memory`;

/** Whether a batch failed because another one took the revision's number, or its request, or gave the request up first. */
function isOvertaken(error: unknown): boolean {
  return error instanceof Error && /(UNIQUE constraint failed: revision\.|NOT NULL constraint failed: revision\.number)/.test(error.message);
}

/** The store over a D1 database. */
export function d1Store(db: D1Database): Store {
  const cache = snapshotCache();

  const readCounting = countingReader(db);

  async function readAll(workspace: string, further: readonly D1PreparedStatement[] = []): Promise<ReadSince> {
    const known = cache.get(workspace) ?? NOTHING_READ;
    const read = (await readSince(db, workspace, known, further)) ?? (await readSince(db, workspace, NOTHING_READ, further));
    if (read === null) throw new Error('what was never read cannot have been read in another database');
    cache.set(workspace, read);
    return read;
  }

  return {
    ...accessStore(db),
    ...drawStore(db),
    ...orderStore(db),

    async ping() {
      await db.prepare('SELECT count(*) FROM workspace').first();
    },

    async planVersions(workspace) {
      return (await db.prepare(PLAN_VERSIONS).bind(workspace).all<PlanVersionRow>()).results.map(planVersionOf);
    },

    async addPlan({ workspace, plan, principal, at }) {
      const { meta } = await db.prepare(NEW_PLAN).bind(workspace, plan.version, JSON.stringify(plan), at, principal).run();
      return meta.changes === 1 ? 'accepted' : 'overtaken';
    },

    async read(workspace) {
      return readAll(workspace);
    },

    async readCounting(workspace, day) {
      return cache.get(workspace) === null ? readCounting(workspace, day) : readAll(workspace);
    },

    async readToWrite(workspace, marks: RequestMarks): Promise<WriterSnapshot> {
      const own = db.prepare(OWN).bind(workspace, marks.request, JSON.stringify(marks.pending), marks.push, marks.principal);
      const lost = db.prepare(IS_LOST).bind(workspace, marks.request);
      const { results, ...snapshot } = await readAll(workspace, [own, lost]);
      const rows = rowsOf<OwnRow>(results[0]);
      const repeat = rows.find((row) => row.is_repeat === 1);
      const isGivenUp = rowsOf(results[1]).length > 0;
      return { ...snapshot, repeatOf: repeat?.number ?? null, isRepeatOfOther: repeat?.is_same === 0, isGivenUp, own: new Set(rows.map((row) => row.number)) };
    },

    async giveUp(workspace, { principal, pending }) {
      await db.batch([GIVE_UP, FORGET_LOST].map((sql) => db.prepare(sql).bind(workspace, principal, JSON.stringify(pending))));
    },

    async versionsSeen(workspace, wanted, own) {
      const members = wanted.map(({ id, base }) => `"${id}":${base}`);
      const statements = chunksOf(members).map((chunk) => db.prepare(SEEN).bind(workspace, `{${chunk}}`, JSON.stringify([...own])));
      const results = statements.length === 0 ? [] : await db.batch<VersionRow>(statements);
      return new Map(results.flatMap((result) => rowsOf<VersionRow>(result).map((row) => [row.id, versionOf(row)])));
    },

    async authorsOf(workspace, revisions) {
      if (revisions.length === 0) return new Map();
      const { results } = await db.prepare(AUTHORS).bind(workspace, JSON.stringify(revisions)).all<AuthorRow>();
      return new Map(results.map(({ number, author, at }) => [number, { by: author, at }]));
    },

    async commit(revision: NewRevision) {
      const { workspace, number, register, inserted, updated, deleted } = revision;
      const replaced = [...inserted, ...updated, ...deleted].filter(({ isReplacement }) => isReplacement).map(({ id }) => `"${id}"`);
      const keep = chunksOf(replaced).map((ids) => db.prepare(KEEP_VERSIONS).bind(workspace, `[${ids}]`));
      const slices = [...packedSlices([...inserted, ...updated], register, false), ...packedSlices(deleted, register, true)];
      const upserts = slices.flatMap(({ rows, memories, isDeleted }) =>
        chunksOf(rows).map((contents) => db.prepare(UPSERT).bind(workspace, register, number, `{${contents}}`, memories, isDeleted ? 1 : 0)),
      );
      const { record, hash } = await sealed(
        revision,
        slices.flatMap(({ records }) => records),
        hashOf,
      );
      const insert = db.prepare(NEW_REVISION).bind(...columnsOf(record), hash, JSON.stringify(record.ids));
      try {
        await db.batch([insert, ...keep, ...upserts]);
        cache.add(revision, hash);
        return 'accepted';
      } catch (error) {
        if (isOvertaken(error)) return 'overtaken';
        throw error;
      }
    },
  };
}
