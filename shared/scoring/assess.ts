import type { Calendar } from '../calendar/calendar.ts';
import type { Day } from '../calendar/day.ts';
import type { Entry } from '../ledger/entry.ts';
import { splitUnits, unitDirectory, type ResolvedUnit, type UnitDirectory } from '../ledger/unit-names.ts';
import type { RegisterId } from '../registers/index.ts';
import { judgeContext } from '../verdict/context.ts';
import { judgeMeasure } from '../verdict/measure.ts';
import { judgeProblem } from '../verdict/problem.ts';
import type { Verdict } from '../verdict/types.ts';
import type { Facts, MeasureFact, ProblemFact, RowFact, UnitFact } from './facts.ts';
import { countsDated, countsMeasure, countsProblem, countsReport, type Window } from './in-period.ts';
import { dueMonths, firstMonth } from './months.ts';
import type { Plan } from './plan.ts';
import { scoreUnits } from './score.ts';
import type { Receipt } from './types.ts';

export interface AssessInput {
  /** The live entries of the workspace by register; a register that is left out has none. */
  readonly entries: Readonly<Partial<Record<RegisterId, readonly Entry[]>>>;
  readonly plan: Plan;
  readonly asOf: Day;
  readonly calendar: Calendar;
  /** The first month that any unit has reported, such as `2022-01`, where `entries` are those of one unit alone: other facts' `reportedFrom`. */
  readonly reportedFrom?: string | undefined;
  /** Gives the verdicts of measures; default `judgeMeasure`. For who keeps verdicts to give again. */
  readonly judge?: typeof judgeMeasure;
}

export interface AssessResult {
  /** Of measures and problems, by entry id. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** Every unit that has a row or is named by an entry that counts, in order of first mention: rows of `units` first. */
  readonly receipts: readonly Receipt[];
  /** What counts as of the day, names resolved: what the receipts rest on. */
  readonly facts: Facts;
  /** Finds the units of the receipts by any spelling. */
  readonly directory: UnitDirectory;
}

function unitFact(name: string, entry: Entry | null): UnitFact {
  const assessed = entry?.content['assessed'];
  return { name, tier: entry?.content['tier'] === 'key' ? 'key' : 'other', assessed: assessed === 'yes' || assessed === 'no' ? assessed : null };
}

/**
 * Verdicts of all measures and problems and receipts of all units as of a day. The one composition behind a push's answer, the
 * scores, the overdue list, and the pane's own check and what-if.
 */
export function assess({ entries, plan, asOf, calendar, reportedFrom, judge = judgeMeasure }: AssessInput): AssessResult {
  const of = (register: RegisterId): readonly Entry[] => entries[register] ?? [];
  const context = judgeContext(plan, asOf, calendar);
  const window: Window = { ...context.period, asOf };
  const directory = unitDirectory(of('units'), plan.district);
  const units = new Map<string, UnitFact>();
  const listed = ({ name, entry }: ResolvedUnit): string => {
    if (!units.has(name)) units.set(name, unitFact(name, entry));
    return name;
  };
  /** Every unit a row names, each once. */
  const named = ({ content }: Entry): readonly string[] => [
    ...new Set(splitUnits(String(content['unit'] ?? '')).map((name) => listed(directory.resolve(name)))),
  ];
  const rows = (register: RegisterId, counts: (entry: Entry) => boolean): readonly RowFact[] =>
    of(register)
      .filter(counts)
      .map((entry) => ({ entry, units: named(entry) }));
  for (const unit of of('units')) listed(directory.resolve(String(unit.content['name'] ?? '')));

  const verdicts = new Map<string, Verdict>();
  const measures: MeasureFact[] = [];
  for (const entry of of('measures')) {
    const verdict = judge(entry, context);
    verdicts.set(entry.id, verdict);
    if (!countsMeasure(entry, verdict, window)) continue;
    const { lead, co } = directory.resolveMeasure(entry.content);
    measures.push({ entry, verdict, lead: listed(lead), co: co.map(listed) });
  }
  const problems: ProblemFact[] = [];
  for (const entry of of('problems')) {
    const verdict = judgeProblem(entry, context);
    verdicts.set(entry.id, verdict);
    if (countsProblem(entry, verdict, window)) problems.push({ entry, verdict, units: named(entry) });
  }
  const reports = rows('reports', (entry) => countsReport(entry, window));
  const from = firstMonth(
    reports.map(({ entry }) => entry),
    reportedFrom,
    window.start,
  );
  const facts: Facts = {
    measures,
    problems,
    reports,
    inspections: rows('inspections', (entry) => countsDated(entry, 'date', window)),
    spotchecks: rows('spotchecks', (entry) => countsDated(entry, 'checkedOn', window)),
    surveys: rows('surveys', (entry) => countsDated(entry, 'date', window)),
    adjustments: rows('adjustments', (entry) => countsDated(entry, 'date', window)),
    reportedFrom: from,
    dueMonths: dueMonths(from, context.period, plan.reportGraceDays, asOf),
    units: [...units.values()],
  };
  return { verdicts, receipts: scoreUnits(facts, plan), facts, directory };
}
