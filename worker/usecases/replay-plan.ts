import { isoOf, type IsoDate } from '../../shared/calendar/day.ts';
import { planOfDay } from '../../shared/scoring/plan-of-day.ts';
import type { Plan, PlanDraft } from '../../shared/scoring/plan.ts';
import { replay, type Replay } from '../../shared/scoring/replay.ts';
import type { Principal } from '../auth/principal.ts';
import { requireRole } from '../auth/scope.ts';
import type { Deps } from '../deps.ts';
import { dayAsked, liveByRegister } from './assess-workspace.ts';
import { judgeAgain } from './judge-again.ts';

export interface ReplayPlanInput {
  readonly plan: PlanDraft;
  readonly asOf?: IsoDate | undefined;
}

export interface ReplayedPlan extends Replay {
  readonly asOf: IsoDate;
  readonly revision: number;
  /** The plan in force on that day. */
  readonly plan: Plan;
}

/** Holds the workspace's rows against a proposed plan and the one in force (domain, Replay). Nothing is written. */
export async function replayPlan(deps: Deps, principal: Principal, readInput: () => Promise<ReplayPlanInput>): Promise<ReplayedPlan> {
  requireRole(principal, 'admin');
  const input = await readInput();
  const day = dayAsked(deps, principal, input.asOf);
  const { head, plans, entries } = await deps.store.read(principal.workspace.id);
  const current = planOfDay(plans, day);
  const proposed: Plan = { version: plans.length + 1, ...input.plan };
  const moves = replay({ entries: liveByRegister(entries), current, proposed, asOf: day, calendar: deps.calendar, judge: judgeAgain });
  return { asOf: isoOf(day), revision: head, plan: current, ...moves };
}
