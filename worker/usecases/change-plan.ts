import type { Plan, PlanDraft } from '../../shared/scoring/plan.ts';
import type { Principal } from '../auth/principal.ts';
import { requireRole } from '../auth/scope.ts';
import type { Deps } from '../deps.ts';
import { Refusal } from '../refusal.ts';

export interface ChangePlanInput {
  /** The newest version its author has seen. */
  readonly base: number;
  readonly draft: PlanDraft;
}

/**
 * Puts a plan in force as the version after the newest one its author has seen. Refuses with planChanged when there is a newer one, unless that is
 * this very change: its answer may have been lost.
 */
export async function changePlan(deps: Deps, principal: Principal, readInput: () => Promise<ChangePlanInput>): Promise<Plan> {
  requireRole(principal, 'admin');
  const { base, draft } = await readInput();
  const { workspace, credential } = principal;
  const plan: Plan = { version: base + 1, ...draft };
  const answer = await deps.store.addPlan({ workspace: workspace.id, plan, principal: credential.id, at: deps.now().toISOString() });
  if (answer === 'accepted') return plan;
  const newest = (await deps.store.planVersions(workspace.id)).at(-1);
  const isRepeat = newest?.principal === credential.id && JSON.stringify(newest.plan) === JSON.stringify(plan);
  if (!isRepeat) throw new Refusal('planChanged', { version: newest?.plan.version ?? 0, yours: base });
  return plan;
}
