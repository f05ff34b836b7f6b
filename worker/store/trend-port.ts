import type { IsoDate } from '../../shared/calendar/day.ts';
import type { Entry } from '../../shared/ledger/entry.ts';
import type { Grade, Plan } from '../../shared/scoring/plan.ts';
import type { Workspace } from './access-port.ts';
import type { StoredEntry } from './port.ts';

/** How a unit stood at the end of a day. */
export interface UnitStand {
  readonly unit: string;
  readonly score: number | null;
  readonly grade: Grade['id'] | null;
  readonly rank: number | null;
}

/** How the assessed units of a workspace stood at the end of a day. */
export interface DayStand {
  readonly day: IsoDate;
  readonly units: readonly UnitStand[];
}

export interface NewSnapshot extends DayStand {
  /** The last revision of the day. */
  readonly revision: number;
}

/** A workspace that has a revision, and how far its snapshots go. */
export interface Followed {
  readonly workspace: Workspace;
  /** When its first revision was made, ISO 8601 UTC. */
  readonly firstAt: string;
  /** Its newest snapshot; null before the first. */
  readonly newest: { readonly day: IsoDate; readonly revision: number } | null;
}

/** Something made at an instant, ISO 8601 UTC. */
export interface Made<Thing> {
  readonly at: string;
  readonly made: Thing;
}

/** What daily snapshots need kept. `trend.ts` is the implementation. */
export interface TrendStore {
  /** Every workspace with at least one revision. */
  followed(): Promise<readonly Followed[]>;
  /** The numbers of the revisions after one, ascending, and every version of the plan, oldest first. */
  madeSince(workspace: string, revision: number): Promise<{ readonly revisions: readonly Made<number>[]; readonly plans: readonly Made<Plan>[] }>;
  /** The entries as they stood after a revision, in order of id; none that cannot count in the period as of a day or a later one. */
  readAt(workspace: string, revision: number, period: Plan['period'], day: IsoDate): Promise<readonly StoredEntry[]>;
  /** Keeps snapshots of days that have none; the others stay as they are. */
  keepSnapshots(workspace: string, snapshots: readonly NewSnapshot[]): Promise<void>;
  /** What unit names are resolved with: every version of the plan, oldest first, and the live rows of the register of units. */
  naming(workspace: string): Promise<{ readonly plans: readonly Plan[]; readonly units: readonly Entry[] }>;
  /** The names that units have in the snapshots from one day to another, both included. */
  namesInSnapshots(workspace: string, from: IsoDate, to: IsoDate): Promise<readonly string[]>;
  /** The snapshots from one day to another, both included, oldest first; of the units named so, or of all for null. */
  snapshots(workspace: string, from: IsoDate, to: IsoDate, names: readonly string[] | null): Promise<readonly DayStand[]>;
}
