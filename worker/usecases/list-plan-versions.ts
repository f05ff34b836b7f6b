import type { IsoDate } from '../../shared/calendar/day.ts';
import { planOfDay } from '../../shared/scoring/plan-of-day.ts';
import type { Plan } from '../../shared/scoring/plan.ts';
import type { Principal } from '../auth/principal.ts';
import type { Deps } from '../deps.ts';
import type { PlanVersion } from '../store/port.ts';
import { dayAsked } from './assess-workspace.ts';

/** Every version of the workspace's plan, oldest first, and the one in force on the day asked for. */
export async function listPlanVersions(
  deps: Deps,
  principal: Principal,
  asOf: IsoDate | undefined,
): Promise<{ versions: readonly PlanVersion[]; inForce: Plan; newest: Plan }> {
  const versions = await deps.store.planVersions(principal.workspace.id);
  const plans = versions.map(({ plan }) => plan);
  const newest = plans.at(-1);
  if (newest === undefined) throw new RangeError('a workspace has at least one plan');
  return { versions, inForce: planOfDay(plans, dayAsked(deps, principal, asOf)), newest };
}
