import type { IsoDate } from '../../shared/calendar/day.ts';
import { unitDirectory } from '../../shared/ledger/unit-names.ts';
import type { UnitScore } from '../../shared/scoring/types.ts';
import type { Principal } from '../auth/principal.ts';
import { scopeOf } from '../auth/scope.ts';
import type { Deps } from '../deps.ts';
import { assessWorkspace, type Assessment } from './assess-workspace.ts';

export interface ScoresInput {
  readonly asOf?: IsoDate | undefined;
  readonly tier?: 'key' | 'other' | undefined;
}

/** Every unit with its score as of a day, best first; a clerk sees the own unit alone unless the plan publishes scores. */
export async function listScores(
  deps: Deps,
  principal: Principal,
  { asOf, tier }: ScoresInput,
): Promise<{ assessment: Assessment; units: readonly UnitScore[] }> {
  const assessment = await assessWorkspace(deps, principal, asOf);
  const { plan, units, receipts } = assessment;
  const scope = scopeOf(principal, unitDirectory(units, plan.district), plan);
  return { assessment, units: receipts.filter((receipt) => scope.mayReadUnit(receipt.unit) && (tier === undefined || receipt.tier === tier)) };
}
