import type { Entry } from '../ledger/entry.ts';
import type { Verdict } from '../verdict/types.ts';

/** A measure with its verdict and the units it concerns, names resolved. */
export interface MeasureFact {
  readonly entry: Entry;
  readonly verdict: Verdict;
  readonly lead: string;
  readonly co: readonly string[];
}

export interface UnitFact {
  readonly name: string;
  readonly tier: 'key' | 'other';
  /** What the unit's row says; null when it says nothing. */
  readonly assessed: 'yes' | 'no' | null;
}

/** Everything the scores of a workspace rest on, as of one day. */
export interface Facts {
  readonly measures: readonly MeasureFact[];
  readonly units: readonly UnitFact[];
}

/** A measure as one unit meets it. */
export interface UnitMeasure {
  readonly fact: MeasureFact;
  readonly role: 'lead' | 'co';
}

/** Everything one unit's score rests on. */
export interface UnitFacts {
  readonly unit: UnitFact;
  readonly measures: readonly UnitMeasure[];
}

/** The facts sorted by unit, in the order of `facts.units`; a measure stands under its lead and under each co-unit. */
export function factsByUnit(facts: Facts): UnitFacts[] {
  const byName = new Map<string, UnitMeasure[]>(facts.units.map((unit) => [unit.name, []]));
  for (const fact of facts.measures) {
    byName.get(fact.lead)?.push({ fact, role: 'lead' });
    for (const name of fact.co) byName.get(name)?.push({ fact, role: 'co' });
  }
  return facts.units.map((unit) => ({ unit, measures: byName.get(unit.name) ?? [] }));
}
