import { parseIso, type Day } from '../calendar/day.ts';
import type { Entry } from '../ledger/entry.ts';
import type { Verdict } from '../verdict/types.ts';

/** The plan's period and the day it is looked at from. */
export interface Window {
  readonly start: Day;
  readonly end: Day;
  readonly asOf: Day;
}

function dayIn(entry: Entry, field: string): Day | null {
  return parseIso(String(entry.content[field] ?? ''));
}

/** Whether a measure counts: one completed before the period does not (domain, Period). */
export function countsMeasure(entry: Entry, { flag }: Verdict, { start }: Window): boolean {
  if (flag !== 'done' && flag !== 'doneLate') return true;
  const completedOn = dayIn(entry, 'completedOn');
  return completedOn === null || completedOn >= start;
}

/**
 * Whether a problem counts: found by as-of and in the period, or found before and still open at its start. A closing day closes what the verdict calls done,
 * and not what was opened again or recurs; one done without a day was done before.
 */
export function countsProblem(entry: Entry, { flag }: Verdict, { start, end, asOf }: Window): boolean {
  const foundOn = dayIn(entry, 'foundOn');
  if (foundOn === null || foundOn > asOf || foundOn > end) return false;
  if (foundOn >= start || (flag !== 'done' && flag !== 'doneLate')) return true;
  const closedOn = dayIn(entry, 'closedOn');
  return closedOn !== null && closedOn >= start;
}

/** Whether a report counts: submitted by as-of, for a month of the period. */
export function countsReport(entry: Entry, { start, end, asOf }: Window): boolean {
  const submittedOn = dayIn(entry, 'submittedOn');
  const first = parseIso(`${entry.content['month'] ?? ''}-01`);
  return submittedOn !== null && submittedOn <= asOf && first !== null && first >= start && first <= end;
}

/** Whether a row with a date of its own counts: dated by as-of and in the period. `field` names the date. */
export function countsDated(entry: Entry, field: string, { start, end, asOf }: Window): boolean {
  const day = dayIn(entry, field);
  return day !== null && day <= asOf && day >= start && day <= end;
}
