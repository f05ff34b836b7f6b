import type { UnitScore } from '../../../shared/scoring/types.ts';

/** Units with something overdue or due soon: most overdue first. */
export function unitsToOrder<Unit extends UnitScore>(units: readonly Unit[]): readonly Unit[] {
  return units.filter(({ overdue, dueSoon }) => overdue + dueSoon > 0).toSorted((a, b) => b.overdue - a.overdue || b.dueSoon - a.dueSoon);
}
