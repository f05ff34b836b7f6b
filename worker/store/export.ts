import { plainTables, revisionLine, versionLine, type PlainTable } from '../../shared/audit/export-line.ts';
import { auditStore } from './audit.ts';
import type { ExportStore } from './export-port.ts';

/** Rows of one table taken into memory at a time. */
const PAGE = 1_000;

interface Columns {
  /** The columns of its key; before them comes the workspace. */
  readonly key: readonly string[];
  /** A column that tells of the database's use, not of the workspace: an export of it twice would differ. */
  readonly without?: string;
}

/** The tables beside the history. */
const COLUMNS: Readonly<Record<PlainTable, Columns>> = {
  workspace: { key: [] },
  plan: { key: ['version'] },
  access_key: { key: ['id'], without: 'last_used_at' },
  member: { key: ['tenant', 'object'] },
  account: { key: ['id'], without: 'used_at' },
  draw: { key: ['id'] },
  draw_item: { key: ['draw', 'id'] },
  draw_party: { key: ['draw', 'name'] },
  order_place: { key: ['place'] },
  snapshot: { key: ['day'] },
  lost_request: { key: ['principal', 'request'] },
};

/** The contents of workspaces in a D1 database. */
export function exportStore(db: D1Database): ExportStore {
  const audit = auditStore(db);
  return {
    async *rows(workspace) {
      for (const table of plainTables) {
        const { key, without } = COLUMNS[table];
        const of = table === 'workspace' ? 'id' : 'workspace';
        const order = key.length === 0 ? 'id' : key.join(', ');
        for (let offset = 0; ; offset += PAGE) {
          const sql = `SELECT * FROM ${table} WHERE ${of} = ?1 ORDER BY ${order} LIMIT ${PAGE} OFFSET ?2`;
          const { results } = await db.prepare(sql).bind(workspace, offset).all<Record<string, string | number | null>>();
          for (const row of results) {
            if (without !== undefined) delete row[without];
            yield { table, row };
          }
          if (results.length < PAGE) break;
        }
      }
    },

    async *history(workspace, upTo) {
      for await (const { link, versions } of audit.log(workspace)) {
        if (link.number > upTo) return;
        yield revisionLine(link);
        for (const version of versions) yield versionLine(link, version);
      }
    },
  };
}
