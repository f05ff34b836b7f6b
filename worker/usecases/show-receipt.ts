import type { IsoDate } from '../../shared/calendar/day.ts';
import { unitDirectory } from '../../shared/ledger/unit-names.ts';
import type { Receipt } from '../../shared/scoring/types.ts';
import type { Principal } from '../auth/principal.ts';
import type { Deps } from '../deps.ts';
import { Refusal } from '../refusal.ts';
import { assessCounting, type Assessment } from './assess-workspace.ts';

export interface ReceiptInput {
  /** The unit's name by any spelling. */
  readonly unit: string;
  readonly asOf?: IsoDate | undefined;
}

/**
 * What a unit's score rests on. Refuses with unitUnknown for a unit that is not there, and alike for one that is not the
 * clerk's: receipts name entries, so they stay with their unit even where totals are published.
 */
export async function showReceipt(deps: Deps, principal: Principal, { unit, asOf }: ReceiptInput): Promise<{ assessment: Assessment; receipt: Receipt }> {
  const assessment = await assessCounting(deps, principal, asOf);
  const { plan, units, receipts, scope } = assessment;
  const directory = unitDirectory(units, plan.district);
  for (const receipt of receipts) directory.resolve(receipt.unit);
  const { name } = directory.resolve(unit);
  const receipt = receipts.find((candidate) => candidate.unit === name);
  if (receipt === undefined || !scope.isOwnUnit(name)) throw new Refusal('unitUnknown', { unit });
  return { assessment, receipt: scope.seen(receipt) };
}
