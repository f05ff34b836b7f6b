import type { Calendar } from '../calendar/calendar.ts';
import { isoOf, parseIso, type Day } from '../calendar/day.ts';
import type { Entry } from '../ledger/entry.ts';
import type { RegisterId } from '../registers/types.ts';
import { assess, type AssessResult } from '../scoring/assess.ts';
import { factsByUnit, type MeasureFact, type ProblemFact, type UnitFacts } from '../scoring/facts.ts';
import { planOfDay } from '../scoring/plan-of-day.ts';
import type { Plan } from '../scoring/plan.ts';
import type { UnitScore } from '../scoring/types.ts';
import { compareText } from '../text/compare.ts';
import type { Flag } from '../verdict/types.ts';
import { entriesFigure, type Figure } from './figure.ts';
import { monthNamed, reportsOfMonth, type MonthReportState } from './month-report.ts';
import { lastMonthEnd, scoreChanges } from './score-change.ts';

export interface RollupInput {
  /** The live entries of the workspace by register. */
  readonly entries: Readonly<Partial<Record<RegisterId, readonly Entry[]>>>;
  /** Every version of the plan, oldest first. */
  readonly plans: readonly Plan[];
  /** `2022-05` */
  readonly month: string;
  /** The day reports are looked at from; everything else is as of the month's last day. */
  readonly today: Day;
  readonly calendar: Calendar;
}

/** A unit's line of a roll-up. */
export interface UnitRollup {
  readonly score: UnitScore;
  /** What the score gained or lost since the end of the month before; null where there is nothing to compare. */
  readonly change: number | null;
  /** Of the measures the unit leads. */
  readonly measures: { readonly total: Figure; readonly done: Figure; readonly overdue: Figure; readonly dueNextMonth: Figure };
  readonly report: MonthReportState;
  /** Found and closed in the month; open and overdue at its end. */
  readonly problems: { readonly opened: Figure; readonly closed: Figure; readonly open: Figure; readonly overdue: Figure };
}

/** 月度汇总: how every unit stands at the end of a month. */
export interface Rollup {
  /** The month's last day, which the figures are as of. */
  readonly asOf: Day;
  /** The last day of the month before, which the change counts from. */
  readonly previous: Day;
  /** The last day a report of the month is on time. */
  readonly reportDeadline: Day;
  readonly plan: Plan;
  readonly assessment: AssessResult;
  /** Units that are assessed, lead a measure or have a problem: best rank first, those without one last, in order of name. */
  readonly units: readonly UnitRollup[];
}

/** The roll-up of a month, from the rows as they stand (domain, Month-end roll-up). */
export function rollupOf({ entries, plans, month, today, calendar }: RollupInput): Rollup {
  const { year, month: number, end: asOf } = monthNamed(month);
  const nextMonthEnd = monthNamed(number === 12 ? `${year + 1}-01` : `${year}-${number + 1}`).end;
  const plan = planOfDay(plans, asOf);
  const input = { entries, plan, asOf, calendar };
  const assessment = assess(input);
  const [start, end] = [parseIso(plan.period.start) ?? asOf, parseIso(plan.period.end) ?? asOf];
  const reports = reportsOfMonth(month, entries.reports ?? [], assessment.directory, { start, end, asOf: today }, plan.reportGraceDays);
  const receipts = new Map(assessment.receipts.map((receipt) => [receipt.unit, receipt]));
  const changes = scoreChanges(input, assessment.receipts);

  const units: UnitRollup[] = [];
  for (const facts of factsByUnit(assessment.facts)) {
    const receipt = receipts.get(facts.unit.name);
    const led = facts.measures.filter(({ role }) => role === 'lead').map(({ fact }) => fact);
    if (receipt === undefined || (!receipt.assessed && led.length === 0 && facts.problems.length === 0)) continue;
    units.push({
      score: receipt,
      change: changes.get(receipt.unit) ?? null,
      measures: measureFigures(led, asOf, nextMonthEnd),
      report: led.length === 0 ? { state: null, report: null } : reports.of(receipt.unit),
      problems: problemFigures(facts, isoOf(asOf).slice(0, 7)),
    });
  }
  const byRank = (a: UnitRollup, b: UnitRollup): number => (a.score.rank ?? Infinity) - (b.score.rank ?? Infinity) || compareText(a.score.unit, b.score.unit);
  return { asOf, previous: lastMonthEnd(asOf), reportDeadline: reports.deadline, plan, assessment, units: units.toSorted(byRank) };
}

const closedFlags: ReadonlySet<Flag> = new Set(['done', 'doneLate']);

function measureFigures(led: readonly MeasureFact[], asOf: Day, nextMonthEnd: Day): UnitRollup['measures'] {
  const those = (holds: (fact: MeasureFact) => boolean): Figure => entriesFigure(led.filter(holds).map(({ entry }) => entry));
  return {
    total: those(() => true),
    done: those(({ verdict }) => closedFlags.has(verdict.flag)),
    overdue: those(({ verdict }) => verdict.flag === 'overdue'),
    dueNextMonth: those(({ verdict: { flag, due } }) => !closedFlags.has(flag) && due !== null && due > asOf && due <= nextMonthEnd),
  };
}

function problemFigures({ problems }: UnitFacts, month: string): UnitRollup['problems'] {
  const those = (holds: (fact: ProblemFact) => boolean): Figure => entriesFigure(problems.filter(holds).map(({ entry }) => entry));
  const isIn = ({ entry }: ProblemFact, field: string): boolean => String(entry.content[field] ?? '').startsWith(`${month}-`);
  return {
    opened: those((fact) => isIn(fact, 'foundOn')),
    closed: those((fact) => closedFlags.has(fact.verdict.flag) && isIn(fact, 'closedOn')),
    open: those(({ verdict }) => !closedFlags.has(verdict.flag)),
    overdue: those(({ verdict }) => verdict.flag === 'overdue'),
  };
}
