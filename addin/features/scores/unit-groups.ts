import { byRank } from '../../../shared/scoring/rank.ts';
import type { UnitScore } from '../../../shared/scoring/types.ts';

const unitGroups = ['key', 'other', 'notAssessed'] as const;
export type UnitGroup = (typeof unitGroups)[number];

function groupOf(unit: UnitScore): UnitGroup {
  return unit.assessed ? unit.tier : 'notAssessed';
}

/** The units by tier, each in order of rank; those not assessed apart. Groups without a unit are left out. */
export function groupUnits<Unit extends UnitScore>(units: readonly Unit[]): readonly { readonly group: UnitGroup; readonly units: readonly Unit[] }[] {
  const ranked = byRank(units);
  return unitGroups.map((group) => ({ group, units: ranked.filter((unit) => groupOf(unit) === group) })).filter((one) => one.units.length > 0);
}
