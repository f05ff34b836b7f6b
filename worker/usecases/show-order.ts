import type { IsoDate } from '../../shared/calendar/day.ts';
import { orderOf, type Order } from '../../shared/report/order.ts';
import type { Principal } from '../auth/principal.ts';
import { requireRole } from '../auth/scope.ts';
import type { Deps } from '../deps.ts';
import { Refusal } from '../refusal.ts';
import { assessWorkspace, type Assessment } from './assess-workspace.ts';

export interface OrderInput {
  /** The unit's name by any spelling. */
  readonly unit: string;
  readonly asOf?: IsoDate | undefined;
}

/** The supervision order of a unit as of a day. Refuses with unitUnknown for a unit that is not listed. */
export async function showOrder(deps: Deps, principal: Principal, { unit, asOf }: OrderInput): Promise<{ assessment: Assessment; order: Order }> {
  requireRole(principal, 'admin', 'assessor');
  const assessment = await assessWorkspace(deps, principal, asOf);
  const { name } = assessment.directory.resolve(unit);
  if (!assessment.facts.units.some((listed) => listed.name === name)) throw new Refusal('unitUnknown', { unit });
  return { assessment, order: orderOf(assessment, name, assessment.day) };
}
