import type { Day } from '../calendar/day.ts';
import type { Entry } from '../ledger/entry.ts';
import type { Verdict } from '../verdict/types.ts';
import { monthsOf, type MonthReport } from './months.ts';

/** A measure with its verdict and the units it concerns, names resolved. */
export interface MeasureFact {
  readonly entry: Entry;
  readonly verdict: Verdict;
  readonly lead: string;
  readonly co: readonly string[];
}

/** A row of another register with the units it names, each in full. */
export interface RowFact {
  readonly entry: Entry;
  readonly units: readonly string[];
}

export interface ProblemFact extends RowFact {
  readonly verdict: Verdict;
}

export interface UnitFact {
  readonly name: string;
  readonly tier: 'key' | 'other';
  /** What the unit's row says; null when it says nothing. */
  readonly assessed: 'yes' | 'no' | null;
}

/** Everything the scores of a workspace rest on, as of one day: only what counts by then and in the plan's period. */
export interface Facts {
  readonly measures: readonly MeasureFact[];
  readonly problems: readonly ProblemFact[];
  readonly reports: readonly RowFact[];
  readonly inspections: readonly RowFact[];
  readonly spotchecks: readonly RowFact[];
  readonly surveys: readonly RowFact[];
  readonly adjustments: readonly RowFact[];
  /** The first month that any unit has reported as of the day, as `2022-01`; null before anyone did. */
  readonly reportedFrom: string | null;
  /** The months whose report is due as of the day, as `2022-05`, ascending, each with the last day a report is on time. */
  readonly dueMonths: readonly { readonly month: string; readonly deadline: Day }[];
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
  readonly problems: readonly ProblemFact[];
  readonly inspections: readonly Entry[];
  readonly spotchecks: readonly Entry[];
  readonly surveys: readonly Entry[];
  readonly adjustments: readonly Entry[];
  /** How the unit stands with each due month; none for a unit that leads no measure. */
  readonly months: readonly MonthReport[];
  /** The month of each of the unit's reports, by id. */
  readonly reportMonths: ReadonlyMap<string, string>;
}

/** Rows by the units they name. */
function byUnit<Row extends RowFact>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    for (const name of row.units) {
      const known = found.get(name);
      if (known === undefined) found.set(name, [row]);
      else known.push(row);
    }
  }
  return found;
}

function measuresByUnit(measures: readonly MeasureFact[]): ReadonlyMap<string, readonly UnitMeasure[]> {
  const found = new Map<string, UnitMeasure[]>();
  const add = (name: string, measure: UnitMeasure): void => {
    const known = found.get(name);
    if (known === undefined) found.set(name, [measure]);
    else known.push(measure);
  };
  for (const fact of measures) {
    add(fact.lead, { fact, role: 'lead' });
    for (const name of fact.co) add(name, { fact, role: 'co' });
  }
  return found;
}

/** The facts sorted by unit, in the order of `facts.units`; a measure stands under its lead and under each co-unit, another row under every unit it names. */
export function factsByUnit(facts: Facts): UnitFacts[] {
  const measures = measuresByUnit(facts.measures);
  const problems = byUnit(facts.problems);
  const [reports, inspections, spotchecks, surveys, adjustments] = [facts.reports, facts.inspections, facts.spotchecks, facts.surveys, facts.adjustments].map(
    byUnit,
  );
  const entries = (rows: ReadonlyMap<string, readonly RowFact[]> | undefined, name: string): readonly Entry[] =>
    (rows?.get(name) ?? []).map(({ entry }) => entry);
  return facts.units.map((unit) => {
    const own = measures.get(unit.name) ?? [];
    const ownReports = entries(reports, unit.name);
    return {
      unit,
      measures: own,
      problems: problems.get(unit.name) ?? [],
      inspections: entries(inspections, unit.name),
      spotchecks: entries(spotchecks, unit.name),
      surveys: entries(surveys, unit.name),
      adjustments: entries(adjustments, unit.name),
      months: own.some(({ role }) => role === 'lead') ? monthsOf(facts.dueMonths, ownReports) : [],
      reportMonths: new Map(ownReports.map(({ id, content }) => [id, String(content['month'] ?? '')])),
    };
  });
}
