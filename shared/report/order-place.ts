import type { Entry } from '../ledger/entry.ts';
import { foldUnitName, type ResolvedUnit, type UnitDirectory } from '../ledger/unit-names.ts';

/** The place of a unit in the numbers of orders, once it has one. */
export interface KeptPlace {
  /** From 1; no two are the same. */
  readonly place: number;
  /** The unit's name and the id of its row of `units`, when the place was last asked for; null while it had no row. */
  readonly unit: string;
  readonly row: string | null;
}

/** What tells whose a place is. */
export interface PlaceNaming {
  readonly directory: UnitDirectory;
  /** The rows of `units` that there are. */
  readonly units: readonly Entry[];
  /** The plan's. */
  readonly district: string;
}

/** A place as it is kept for a unit now. */
export function placed(place: number, { name, entry }: ResolvedUnit): KeptPlace {
  return { place, unit: name, row: entry?.id ?? null };
}

/**
 * The places of the units that have one. A place goes with the unit's row, whatever that is renamed to; one without a row, or whose row is gone, is of the unit
 * that its name finds. So no two units have one place. A unit that several are of, because it took in another by an alias, stays at its own; the lowest goes
 * before where none is more its own.
 */
export function placesOf(kept: readonly KeptPlace[], { directory, units, district }: PlaceNaming): ReadonlyMap<ResolvedUnit, KeptPlace> {
  const rows = new Map(units.map((entry) => [entry.id, entry]));
  const found = new Map<ResolvedUnit, { readonly place: KeptPlace; readonly closeness: number }>();
  for (const place of kept.toSorted((a, b) => a.place - b.place)) {
    const row = place.row === null ? undefined : rows.get(place.row);
    const unit = directory.resolve(row === undefined ? place.unit : String(row.content['name']));
    if (row !== undefined && unit.entry !== row) continue; // named as another row is: that one is the unit
    const isItsName = foldUnitName(place.unit, district) === foldUnitName(unit.name, district);
    const closeness = row !== undefined ? 2 : isItsName ? 1 : 0;
    if (closeness > (found.get(unit)?.closeness ?? -1)) found.set(unit, { place, closeness });
  }
  return new Map([...found].map(([unit, { place }]) => [unit, place]));
}
