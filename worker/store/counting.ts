import { isoOf, type Day } from '../../shared/calendar/day.ts';
import { planOfDay } from '../../shared/scoring/plan-of-day.ts';
import type { Plan } from '../../shared/scoring/plan.ts';
import type { Snapshot, StoredEntry } from './port.ts';
import { entryOf, planOf, type EntryRow, type HeadRow, type PlanRow } from './rows.ts';
import { HEAD, PLANS, readSince, rowsOf } from './since.ts';
import { snapshotCache } from './snapshot-cache.ts';

/** Entries read in one go: the rows of an answer pass through memory as text. */
const PAGE = 5_000;

/**
 * Whether an entry may count as of `period.day`: by its own dates against the plan's period, as `shared/scoring/in-period.ts` decides once it is read. May
 * let through what does not count, never the reverse. It asks nothing of other entries, so what was left out stays out until it changes itself.
 */
export const MAY_COUNT = `deleted = 0 AND CASE register
  WHEN 'reports' THEN content ->> '$.month' BETWEEN substr(period.start, 1, 7) AND substr(period.end, 1, 7)
  WHEN 'inspections' THEN content ->> '$.date' BETWEEN period.start AND period.end
  WHEN 'surveys' THEN content ->> '$.date' BETWEEN period.start AND period.end
  WHEN 'adjustments' THEN content ->> '$.date' BETWEEN period.start AND period.end
  WHEN 'spotchecks' THEN content ->> '$.checkedOn' BETWEEN period.start AND period.end
  WHEN 'problems' THEN content ->> '$.foundOn' >= period.start OR period.day < period.start OR coalesce(content ->> '$.closedOn', period.start) >= period.start
    OR coalesce(content ->> '$.status' <> 'done', content ->> '$.due' IS NOT NULL)
  WHEN 'measures' THEN period.day < period.start OR coalesce(content ->> '$.status', '') <> 'done' OR coalesce(content ->> '$.completedOn', period.start) >= period.start
  ELSE true END`;

/** The period of the plan for a day, as `planOfDay` finds it. */
const PERIOD = `
  SELECT content ->> '$.period.start' AS start, content ->> '$.period.end' AS end, ?2 AS day FROM plan WHERE workspace = ?1
  ORDER BY ?2 BETWEEN content ->> '$.period.start' AND content ->> '$.period.end' DESC, version DESC LIMIT 1`;

const COUNTING = `
  WITH period AS MATERIALIZED (${PERIOD})
  SELECT id, register, revision, deleted, content, memory FROM period CROSS JOIN entry
  WHERE workspace = ?1 AND id > ?3 AND ${MAY_COUNT} ORDER BY id LIMIT ${PAGE}`;

/** All that MAY_COUNT asks of the plan and the day. */
function windowOf(plans: readonly Plan[], day: Day): string {
  const { start, end } = planOfDay(plans, day).period;
  return `${start} ${end} ${isoOf(day) < start}`;
}

/** Reads what may count in the plan's period of a day, deleted entries left out: not every report of every year. Remembers it like the whole. */
export function countingReader(db: D1Database): (workspace: string, day: Day) => Promise<Snapshot> {
  const cache = snapshotCache();
  const windows = new Map<string, string>();

  async function readAnew(workspace: string, day: Day): Promise<Snapshot> {
    const page = (after: string): D1PreparedStatement => db.prepare(COUNTING).bind(workspace, isoOf(day), after);
    const [head, plans, first] = await db.batch([db.prepare(HEAD).bind(workspace, 0), db.prepare(PLANS).bind(workspace), page('')]);
    const entries: StoredEntry[] = [];
    let rows = rowsOf<EntryRow>(first);
    for (;;) {
      for (const row of rows) entries.push(entryOf(row));
      const last = rows.at(-1);
      if (rows.length < PAGE || last === undefined) break;
      rows = (await page(last.id).all<EntryRow>()).results;
    }
    const [found] = rowsOf<HeadRow>(head);
    const paged = { head: found?.head ?? 0, hash: found?.hash ?? '', entries, plans: rowsOf<PlanRow>(plans).map(planOf) };
    // Later pages may be newer than the first: what has changed since is read again, all at one moment.
    const read = entries.length < PAGE ? paged : await readSince(db, workspace, paged);
    if (read === null) return readAnew(workspace, day);
    cache.set(workspace, read);
    windows.set(workspace, windowOf(read.plans, day));
    return read;
  }

  return async (workspace, day) => {
    const known = cache.get(workspace);
    const found = known === null ? null : await readSince(db, workspace, known);
    if (found === null || windows.get(workspace) !== windowOf(found.plans, day)) return readAnew(workspace, day);
    cache.set(workspace, found);
    return found;
  };
}
