import type { IsoDate } from '../../shared/calendar/day.ts';
import type { Plan } from '../../shared/scoring/plan.ts';
import { chunksOf } from './chunks.ts';
import { MAY_COUNT } from './counting.ts';
import { entryOf, planOf, type EntryRow, type PlanRow } from './rows.ts';
import type { Followed, TrendStore, UnitStand } from './trend-port.ts';

const FOLLOWED = `
  SELECT w.id, w.name, w.time_zone, r.at AS first_at, s.day, s.revision
  FROM workspace w
  JOIN revision r ON r.workspace = w.id AND r.number = 1
  LEFT JOIN snapshot s ON s.workspace = w.id AND s.day = (SELECT max(day) FROM snapshot WHERE workspace = w.id)
  ORDER BY w.id`;
const REVISIONS = 'SELECT number, at FROM revision WHERE workspace = ?1 AND number > ?2 ORDER BY number';
const PLANS = 'SELECT content, created_at AS at FROM plan WHERE workspace = ?1 ORDER BY version';

/** SQLite takes the other columns of a group from the row that has its max(). */
const COUNTING_AT = `
  WITH period AS (SELECT ?3 AS start, ?4 AS end, ?5 AS day),
  standing AS (
    SELECT id, register, max(revision) AS revision, deleted, content, memory FROM version
    WHERE workspace = ?1 AND revision <= ?2 GROUP BY id
  )
  SELECT id, register, revision, deleted, content, memory FROM period CROSS JOIN standing WHERE ${MAY_COUNT} ORDER BY id`;

const KEEP = `
  INSERT INTO snapshot (workspace, day, revision, units)
  SELECT ?1, value ->> 0, value ->> 1, value -> 2 FROM json_each(?2) WHERE true
  ON CONFLICT (workspace, day) DO NOTHING`;

const UNITS = `SELECT id, register, revision, deleted, content, memory FROM entry WHERE workspace = ?1 AND register = 'units' AND deleted = 0 ORDER BY id`;
const NAMES = `
  SELECT DISTINCT unit.value ->> 0 AS name FROM snapshot, json_each(snapshot.units) AS unit
  WHERE workspace = ?1 AND day BETWEEN ?2 AND ?3`;
const SNAPSHOTS = 'SELECT day, units FROM snapshot WHERE workspace = ?1 AND day BETWEEN ?2 AND ?3 ORDER BY day';
const SNAPSHOTS_OF = `
  SELECT day, (
    SELECT json_group_array(json(value)) FROM json_each(snapshot.units) WHERE value ->> 0 IN (SELECT value FROM json_each(?4))
  ) AS units
  FROM snapshot WHERE workspace = ?1 AND day BETWEEN ?2 AND ?3 ORDER BY day`;

interface FollowedRow {
  id: string;
  name: string;
  time_zone: string;
  first_at: string;
  day: IsoDate | null;
  revision: number | null;
}

/** A unit as it stands in a snapshot: short, because there is one for every unit and day. */
type Stand = readonly [unit: string, score: UnitStand['score'], grade: UnitStand['grade'], rank: UnitStand['rank']];

function followedOf({ id, name, time_zone, first_at, day, revision }: FollowedRow): Followed {
  return { workspace: { id, name, timeZone: time_zone }, firstAt: first_at, newest: day === null || revision === null ? null : { day, revision } };
}

/** Daily snapshots over a D1 database. */
export function trendStore(db: D1Database): TrendStore {
  return {
    async followed() {
      return (await db.prepare(FOLLOWED).all<FollowedRow>()).results.map(followedOf);
    },

    async madeSince(workspace, revision) {
      const [revisions, plans] = await db.batch<never>([db.prepare(REVISIONS).bind(workspace, revision), db.prepare(PLANS).bind(workspace)]);
      return {
        revisions: ((revisions?.results ?? []) as { number: number; at: string }[]).map(({ number, at }) => ({ at, made: number })),
        plans: ((plans?.results ?? []) as (PlanRow & { at: string })[]).map((row): { at: string; made: Plan } => ({ at: row.at, made: planOf(row) })),
      };
    },

    async readAt(workspace, revision, { start, end }, day) {
      return (await db.prepare(COUNTING_AT).bind(workspace, revision, start, end, day).all<EntryRow>()).results.map(entryOf);
    },

    async keepSnapshots(workspace, snapshots) {
      const rows = snapshots.map(({ day, revision, units }) => [
        day,
        revision,
        units.map((stand): Stand => [stand.unit, stand.score, stand.grade, stand.rank]),
      ]);
      await db.batch(chunksOf(rows.map((row) => JSON.stringify(row))).map((chunk) => db.prepare(KEEP).bind(workspace, `[${chunk}]`)));
    },

    async naming(workspace) {
      const [plans, units] = await db.batch<never>([db.prepare(PLANS).bind(workspace), db.prepare(UNITS).bind(workspace)]);
      return { plans: ((plans?.results ?? []) as PlanRow[]).map(planOf), units: ((units?.results ?? []) as EntryRow[]).map(entryOf) };
    },

    async namesInSnapshots(workspace, from, to) {
      return (await db.prepare(NAMES).bind(workspace, from, to).all<{ name: string }>()).results.map(({ name }) => name);
    },

    async snapshots(workspace, from, to, names) {
      const found =
        names === null ? db.prepare(SNAPSHOTS).bind(workspace, from, to) : db.prepare(SNAPSHOTS_OF).bind(workspace, from, to, JSON.stringify(names));
      return (await found.all<{ day: IsoDate; units: string }>()).results.map(({ day, units }) => ({
        day,
        units: (JSON.parse(units) as Stand[]).map(([unit, score, grade, rank]) => ({ unit, score, grade, rank })),
      }));
    },
  };
}
