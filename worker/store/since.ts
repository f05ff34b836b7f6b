import type { Plan } from '../../shared/scoring/plan.ts';
import { overlaid } from '../overlay.ts';
import { entryOf, planOf, type EntryRow, type HeadRow, type PlanRow } from './rows.ts';
import type { Remembered } from './snapshot-cache.ts';

/** The last revision, its hash, and the hash of the one remembered. */
export const HEAD = `
  SELECT coalesce(max(number), 0) AS head,
    (SELECT hash FROM revision WHERE workspace = ?1 ORDER BY number DESC LIMIT 1) AS hash,
    (SELECT hash FROM revision WHERE workspace = ?1 AND number = ?2) AS remembered
  FROM revision WHERE workspace = ?1`;
export const PLANS = 'SELECT content FROM plan WHERE workspace = ?1 ORDER BY version';

/** CROSS JOIN keeps the order: where nothing is newer, no entry is looked at. */
const CHANGED = `
  SELECT id, register, revision, deleted, content, memory
  FROM (SELECT max(number) AS head FROM revision WHERE workspace = ?1) AS last CROSS JOIN entry
  WHERE last.head > ?2 AND workspace = ?1 AND revision > ?2 ORDER BY id`;

export function rowsOf<Row>(result: D1Result | undefined): Row[] {
  return (result?.results ?? []) as Row[];
}

export interface ReadSince extends Remembered {
  readonly plans: readonly Plan[];
  /** Of the further statements. */
  readonly results: readonly D1Result[];
}

/** What was never read: all of it is newer. */
export const NOTHING_READ: Remembered = { head: 0, hash: '', entries: [] };

/**
 * What was read before with what has changed since, and the answers to further statements, in one transaction; null when the database no longer
 * holds the revision that was read: it was restored to an earlier day.
 */
export async function readSince(db: D1Database, workspace: string, from: Remembered, further: readonly D1PreparedStatement[] = []): Promise<ReadSince | null> {
  const [head, plans, entries, ...results] = await db.batch([
    db.prepare(HEAD).bind(workspace, from.head),
    db.prepare(PLANS).bind(workspace),
    db.prepare(CHANGED).bind(workspace, from.head),
    ...further,
  ]);
  const [found] = rowsOf<HeadRow>(head);
  if ((found?.remembered ?? '') !== from.hash) return null;
  return {
    head: found?.head ?? 0,
    hash: found?.hash ?? '',
    entries: overlaid(from.entries, rowsOf<EntryRow>(entries).map(entryOf)),
    plans: rowsOf<PlanRow>(plans).map(planOf),
    results,
  };
}
