import type { Calendar } from '../calendar/calendar.ts';
import { parseIso, type Day } from '../calendar/day.ts';
import type { Entry } from '../ledger/entry.ts';
import { unitDirectory, type ResolvedUnit } from '../ledger/unit-names.ts';
import { judgeContext } from '../verdict/context.ts';
import { judgeMeasure } from '../verdict/measure.ts';
import type { Verdict } from '../verdict/types.ts';
import type { MeasureFact, UnitFact } from './facts.ts';
import type { Plan } from './plan.ts';
import { scoreUnits } from './score.ts';
import type { Receipt } from './types.ts';

export interface AssessInput {
  readonly units: readonly Entry[];
  readonly measures: readonly Entry[];
  readonly plan: Plan;
  readonly asOf: Day;
  readonly calendar: Calendar;
  /** Gives the verdicts; default `judgeMeasure`. For who keeps verdicts to give again. */
  readonly judge?: typeof judgeMeasure;
}

export interface AssessResult {
  /** By entry id. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** Every unit that has a row or is named by a measure, in order of first mention: rows of `units` first. */
  readonly receipts: readonly Receipt[];
}

/** Whether a measure counts under the plan: one completed before the period does not (domain, Periods). */
function countsInPeriod(entry: Entry, verdict: Verdict, periodStart: Day): boolean {
  if (verdict.flag !== 'done' && verdict.flag !== 'doneLate') return true;
  const completedOn = parseIso(String(entry.content['completedOn'] ?? ''));
  return completedOn === null || completedOn >= periodStart;
}

function unitFact(name: string, entry: Entry | null): UnitFact {
  const assessed = entry?.content['assessed'];
  return { name, tier: entry?.content['tier'] === 'key' ? 'key' : 'other', assessed: assessed === 'yes' || assessed === 'no' ? assessed : null };
}

/**
 * Verdicts of all measures and receipts of all units as of a day. The one composition behind a push's answer, the scores,
 * the overdue list, and the pane's own check and what-if.
 */
export function assess({ units, measures, plan, asOf, calendar, judge = judgeMeasure }: AssessInput): AssessResult {
  const context = judgeContext(plan, asOf, calendar);
  const directory = unitDirectory(units, plan.district);
  const unitFacts = new Map<string, UnitFact>();
  const listed = ({ name, entry }: ResolvedUnit): string => {
    if (!unitFacts.has(name)) unitFacts.set(name, unitFact(name, entry));
    return name;
  };
  for (const unit of units) listed(directory.resolve(String(unit.content['name'] ?? '')));

  const verdicts = new Map<string, Verdict>();
  const facts: MeasureFact[] = [];
  for (const entry of measures) {
    const verdict = judge(entry, context);
    verdicts.set(entry.id, verdict);
    if (!countsInPeriod(entry, verdict, context.period.start)) continue;
    const { lead, co } = directory.resolveMeasure(entry.content);
    facts.push({ entry, verdict, lead: listed(lead), co: co.map(listed) });
  }
  return { verdicts, receipts: scoreUnits({ measures: facts, units: [...unitFacts.values()] }, plan) };
}
