import { isoOf, parseIso, type Day, type IsoDate } from '../../shared/calendar/day.ts';
import { assess } from '../../shared/scoring/assess.ts';
import { planOfDay } from '../../shared/scoring/plan-of-day.ts';
import type { Plan } from '../../shared/scoring/plan.ts';
import type { Deps } from '../deps.ts';
import type { Followed, Made, NewSnapshot, UnitStand } from '../store/trend-port.ts';
import { liveByRegister } from './assess-workspace.ts';
import { datesIn } from '../../shared/calendar/zone.ts';

/** A day's snapshot is due ten minutes after the day has ended. */
const GRACE_MS = 10 * 60_000;

/** The most days caught up of one workspace in one run: the next run goes on. */
const MAX_DAYS = 7;

type SnapshotDeps = Pick<Deps, 'now' | 'log' | 'calendar' | 'trend'>;

/**
 * Takes the snapshot of the day that just ended in each workspace's time zone, and of the days missed before it, from the newest snapshot or the
 * day of the first revision on. Every day is scored by the rows and the plan as they stood at its end, so one caught up later is the same as one
 * taken in time. Does nothing where nothing is due. A workspace that fails stops no other; the run then rejects at its end.
 */
export async function takeSnapshots(deps: SnapshotDeps): Promise<void> {
  let failed = 0;
  for (const followed of await deps.trend.followed()) {
    const { id } = followed.workspace;
    try {
      const taken = await catchUp(deps, followed);
      if (taken.length > 0) deps.log({ snapshots: taken.map(({ day }) => day), workspace: id });
    } catch (error) {
      failed += 1;
      deps.log({ problem: 'snapshotFailed', workspace: id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  }
  if (failed > 0) throw new Error(`no snapshot was taken of ${failed} workspaces: see the log`);
}

async function catchUp({ now, calendar, trend }: SnapshotDeps, { workspace, firstAt, newest }: Followed): Promise<readonly NewSnapshot[]> {
  const dateOf = datesIn(workspace.timeZone);
  const ended = dayOf(dateOf(new Date(now().getTime() - GRACE_MS))) - 1;
  const from = newest === null ? dayOf(dateOf(new Date(firstAt))) : dayOf(newest.day) + 1;
  const to = Math.min(ended, from + MAX_DAYS - 1);
  if (from > to) return [];

  const { revisions, plans } = await trend.madeSince(workspace.id, newest?.revision ?? 0);
  const madeBy = <Thing>(things: readonly Made<Thing>[], day: Day): readonly Made<Thing>[] => things.filter(({ at }) => dayOf(dateOf(new Date(at))) <= day);
  const snapshots: NewSnapshot[] = [];
  let entries = liveByRegister([]);
  let read = '';
  for (let day = from; day <= to; day += 1) {
    const revision = madeBy(revisions, day).at(-1)?.made ?? newest?.revision ?? 0;
    const plan = planAt(madeBy(plans, day), plans, day);
    const wanted = `${revision} ${plan.version}`;
    if (wanted !== read) entries = liveByRegister(await trend.readAt(workspace.id, revision, plan.period, isoOf(day)));
    read = wanted;
    const { receipts } = assess({ entries, plan, asOf: day, calendar });
    const units = receipts.filter(({ assessed }) => assessed).map(({ unit, score, grade, rank }): UnitStand => ({ unit, score, grade, rank }));
    snapshots.push({ day: isoOf(day), revision, units });
  }
  await trend.keepSnapshots(workspace.id, snapshots);
  return snapshots;
}

/** The plan of a day among the versions made by then; among all where the first was made later, which only a clock that was set can do. */
function planAt(made: readonly Made<Plan>[], all: readonly Made<Plan>[], day: Day): Plan {
  return planOfDay(
    (made.length > 0 ? made : all).map((version) => version.made),
    day,
  );
}

function dayOf(date: IsoDate): Day {
  const day = parseIso(date);
  if (day === null) throw new RangeError(`${date} is not a date`);
  return day;
}
