import { isoOf, type IsoDate } from '../../shared/calendar/day.ts';
import { message, type Message } from '../../shared/message.ts';
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
  /** Why the proposed plan would not be in force on that day, and so changes nothing there; null where it would. */
  readonly notInForce: Message | null;
}

/**
 * Holds the workspace's rows against a proposed plan and the one in force (domain, Replay): what adopting it does to the scores of that day, which is nothing
 * where another plan stays in force. Nothing is written.
 */
export async function replayPlan(deps: Deps, principal: Principal, readInput: () => Promise<ReplayPlanInput>): Promise<ReplayedPlan> {
  requireRole(principal, 'admin');
  const input = await readInput();
  const day = dayAsked(deps, principal, input.asOf);
  const { head, plans, entries } = await deps.store.read(principal.workspace.id);
  const current = planOfDay(plans, day);
  const proposed: Plan = { version: plans.length + 1, ...input.plan };
  const adopted = planOfDay([...plans, proposed], day);
  const moves = replay({ entries: liveByRegister(entries), current, proposed: adopted, asOf: day, calendar: deps.calendar, judge: judgeAgain });
  const asOf = isoOf(day);
  const notInForce = adopted === proposed ? null : message('plan.notInForce', { ...proposed.period, asOf });
  return { asOf, revision: head, plan: current, notInForce, ...moves };
}
