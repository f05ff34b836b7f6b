import { isoOf, parseIso, type Day, type IsoDate } from '../../shared/calendar/day.ts';
import type { Entry } from '../../shared/ledger/entry.ts';
import { registerIds, type RegisterId } from '../../shared/registers/types.ts';
import { assess, type AssessInput, type AssessResult } from '../../shared/scoring/assess.ts';
import { planOfDay } from '../../shared/scoring/plan-of-day.ts';
import type { Plan } from '../../shared/scoring/plan.ts';
import { byRank } from '../../shared/scoring/rank.ts';
import type { Principal } from '../auth/principal.ts';
import { scopeOf, type Scope } from '../auth/scope.ts';
import type { Deps } from '../deps.ts';
import type { Snapshot, StoredEntry } from '../store/port.ts';
import { judgeAgain } from './judge-again.ts';
import { dayIn } from '../../shared/calendar/zone.ts';

/** The day an answer is for: the one asked for, else today in the workspace's time zone. `asOf` is a date that exists. */
export function dayAsked(deps: Deps, principal: Principal, asOf: IsoDate | undefined): Day {
  if (asOf === undefined) return dayIn(principal.workspace.timeZone, deps.now());
  const day = parseIso(asOf);
  if (day === null) throw new RangeError(`${asOf} is not a date`);
  return day;
}

/** The entries that are not deleted, by register. */
export function liveByRegister(entries: readonly StoredEntry[]): Record<RegisterId, StoredEntry[]> {
  const live = Object.fromEntries(registerIds.map((id): [RegisterId, StoredEntry[]] => [id, []])) as Record<RegisterId, StoredEntry[]>;
  for (const entry of entries) if (!entry.isDeleted) live[entry.register].push(entry);
  return live;
}

/** A workspace as it stands, judged and scored as of a day. */
export interface Assessment extends AssessResult {
  readonly asOf: IsoDate;
  readonly day: Day;
  readonly plan: Plan;
  readonly revision: number;
  readonly units: readonly Entry[];
  readonly measures: readonly Entry[];
  readonly problems: readonly Entry[];
  /** What was assessed, to be assessed as of another day. */
  readonly input: AssessInput;
  /** What of it the credential may see. */
  readonly scope: Scope;
}

/** Reads the workspace and assesses it as of the day asked for. Receipts come best rank first, unranked units last. */
export async function assessWorkspace(deps: Deps, principal: Principal, asOf: IsoDate | undefined): Promise<Assessment & { readonly snapshot: Snapshot }> {
  const day = dayAsked(deps, principal, asOf);
  const snapshot = await deps.store.read(principal.workspace.id);
  return { ...assessed(deps, principal, day, snapshot), snapshot };
}

/** The same by what can count in the plan's period alone: the receipts are those of `assessWorkspace`; `measures` and `problems` are not all there. */
export async function assessCounting(deps: Deps, principal: Principal, asOf: IsoDate | undefined): Promise<Assessment> {
  const day = dayAsked(deps, principal, asOf);
  return assessed(deps, principal, day, await deps.store.readCounting(principal.workspace.id, day));
}

function assessed(deps: Deps, principal: Principal, day: Day, { head, plans, entries: stored }: Snapshot): Assessment {
  const plan = planOfDay(plans, day);
  const entries = liveByRegister(stored);
  const input = { entries, plan, asOf: day, calendar: deps.calendar, judge: judgeAgain };
  const { receipts, ...found } = assess(input);
  const { units, measures, problems } = entries;
  const scope = scopeOf(deps, principal, { plans, units });
  return { asOf: isoOf(day), day, plan, revision: head, units, measures, problems, ...found, receipts: byRank(receipts), input, scope };
}
