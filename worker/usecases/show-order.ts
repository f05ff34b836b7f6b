import type { IsoDate } from '../../shared/calendar/day.ts';
import { placed, placesOf } from '../../shared/report/order-place.ts';
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

/**
 * The supervision order of a unit as of a day. Refuses with unitUnknown for a unit that is not listed. The first time a unit is asked for, its place in the
 * numbers of orders is kept; nothing else is written.
 */
export async function showOrder(deps: Deps, principal: Principal, { unit, asOf }: OrderInput): Promise<{ assessment: Assessment; order: Order }> {
  requireRole(principal, 'admin', 'assessor');
  const assessment = await assessWorkspace(deps, principal, asOf);
  const { name } = assessment.directory.resolve(unit);
  if (!assessment.facts.units.some((listed) => listed.name === name)) throw new Refusal('unitUnknown', { unit });
  const place = await placeOf(deps, principal.workspace.id, name, assessment);
  return { assessment, order: orderOf(assessment, name, assessment.day, place) };
}

/** The place of a listed unit in the numbers of orders. One without gets the next, after those listed before it, so that first numbers follow the list. */
async function placeOf({ store }: Deps, workspace: string, name: string, { directory, facts, units, plan }: Assessment): Promise<number> {
  const asked = directory.resolve(name);
  for (;;) {
    const kept = await store.orderPlaces(workspace);
    const places = placesOf(kept, { directory, units, district: plan.district });
    const found = places.get(asked);
    if (found !== undefined) {
      const now = placed(found.place, asked);
      if (now.unit !== found.unit || now.row !== found.row) await store.renewOrderPlace(workspace, now);
      return found.place;
    }
    const last = kept.at(-1)?.place ?? 0;
    const upToIt = facts.units.slice(0, facts.units.findIndex((listed) => listed.name === name) + 1).map((listed) => directory.resolve(listed.name));
    const without = upToIt.filter((unit) => !places.has(unit)).map((unit, at) => placed(last + 1 + at, unit));
    await store.addOrderPlaces(workspace, last, without); // nothing, where another request kept some meanwhile: then those count
  }
}
