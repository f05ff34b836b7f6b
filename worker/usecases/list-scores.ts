import type { IsoDate } from '../../shared/calendar/day.ts';
import { scoreChanges } from '../../shared/report/score-change.ts';
import type { UnitScore } from '../../shared/scoring/types.ts';
import type { Principal } from '../auth/principal.ts';
import type { Deps } from '../deps.ts';
import { assessCounting, type Assessment } from './assess-workspace.ts';

export interface ScoresInput {
  readonly asOf?: IsoDate | undefined;
  readonly tier?: 'key' | 'other' | undefined;
}

/** A unit's total, and what it has gained or lost since the end of last month; null where there is nothing to compare. */
export interface Standing extends UnitScore {
  readonly change: number | null;
}

/** Every unit with its score as of a day, best first; a clerk sees the own unit alone unless the plan publishes scores. */
export async function listScores(
  deps: Deps,
  principal: Principal,
  { asOf, tier }: ScoresInput,
): Promise<{ assessment: Assessment; units: readonly Standing[] }> {
  const assessment = await assessCounting(deps, principal, asOf);
  const { receipts, input, scope } = assessment;
  const seen = receipts.filter((receipt) => scope.mayReadUnit(receipt.unit) && (tier === undefined || receipt.tier === tier)).map(scope.seen);
  const changes = scoreChanges(input, seen);
  return { assessment, units: seen.map((receipt) => ({ ...receipt, change: changes.get(receipt.unit) ?? null })) };
}
