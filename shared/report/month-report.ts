import { endOfMonth, type Day } from '../calendar/day.ts';
import type { Entry } from '../ledger/entry.ts';
import { splitUnits, type UnitDirectory } from '../ledger/unit-names.ts';
import { countsReport, type Window } from '../scoring/in-period.ts';
import { dueMonths, firstMonth, monthsOf } from '../scoring/months.ts';

/** A month written `2022-05`: its parts and its last day. */
export function monthNamed(month: string): { readonly year: number; readonly month: number; readonly end: Day } {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return { year, month: number, end: endOfMonth(year, number) };
}

/** How a unit stands with the report of one month; `pending` before its deadline, null where none is asked for. */
export interface MonthReportState {
  readonly state: 'onTime' | 'late' | 'missing' | 'pending' | null;
  /** The report that counts, the earliest submitted; null without one. */
  readonly report: Entry | null;
}

const NOT_ASKED: MonthReportState = { state: null, report: null };

/**
 * How units stand with the report of a month, as of `window.asOf`. A report is asked for from the first month that any unit has reported on (domain,
 * Scores); of a month that is not over its deadline yet, one handed in is on time and the others are pending.
 */
export function reportsOfMonth(
  month: string,
  reports: readonly Entry[],
  directory: UnitDirectory,
  window: Window,
  graceDays: number,
): { readonly deadline: Day; readonly of: (unit: string) => MonthReportState } {
  const deadline = monthNamed(month).end + graceDays;
  const counting = reports.filter((entry) => countsReport(entry, window));
  const isDue = dueMonths(firstMonth(counting), window, graceDays, window.asOf).some((due) => due.month === month);
  const isOpen = deadline >= window.asOf;
  const byUnit = new Map<string, Entry[]>();
  for (const entry of counting.filter(({ content }) => content['month'] === month)) {
    for (const name of new Set(splitUnits(String(entry.content['unit'] ?? '')).map((spelling) => directory.resolve(spelling).name))) {
      byUnit.set(name, [...(byUnit.get(name) ?? []), entry]);
    }
  }
  return {
    deadline,
    of(unit) {
      if (!isDue && !isOpen) return NOT_ASKED;
      const [found] = monthsOf([{ month, deadline }], byUnit.get(unit) ?? []);
      if (found === undefined) return NOT_ASKED;
      return { state: found.state === 'missing' && isOpen ? 'pending' : found.state, report: found.report };
    },
  };
}
