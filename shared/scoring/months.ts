import { endOfMonth, parseIso, partsOf, type Day } from '../calendar/day.ts';
import type { Entry } from '../ledger/entry.ts';

/** A month whose report is due, with the last day on which it is on time. */
export interface DueMonth {
  /** `2022-05` */
  readonly month: string;
  readonly deadline: Day;
}

/** How a unit stands with a due month. */
export interface MonthReport extends DueMonth {
  readonly state: 'onTime' | 'late' | 'missing';
  /** The earliest report of the month; null when missing. */
  readonly report: Entry | null;
}

function submittedOn(report: Entry): Day | null {
  return parseIso(String(report.content['submittedOn'] ?? ''));
}

/**
 * The first month reported; null without reports. `told` is one that others have reported, whose reports are not among these: it counts unless it lies before
 * the day `start`.
 */
export function firstMonth(reports: readonly Entry[], told?: string, start: Day = -Infinity): string | null {
  let first = told !== undefined && lastDayOf(told) >= start ? told : null;
  for (const { content } of reports) {
    const month = String(content['month'] ?? '');
    if (month !== '' && (first === null || month < first)) first = month;
  }
  return first;
}

/**
 * The months whose reports are due as of a day (domain, Scores): from the first month that any unit has reported, those whose deadline, the
 * last day of the month and plan.reportGraceDays, lies before the day. `first` is null where nobody has reported by then: no months.
 */
export function dueMonths(first: string | null, period: { readonly start: Day; readonly end: Day }, graceDays: number, asOf: Day): DueMonth[] {
  if (first === null) return [];
  const months: DueMonth[] = [];
  let [year = 0, month = 1] = first.split('-').map(Number);
  for (;;) {
    const end = endOfMonth(year, month);
    const deadline = end + graceDays;
    if (deadline >= asOf || end > endOfMonth(partsOf(period.end).year, partsOf(period.end).month)) return months;
    months.push({ month: `${year}-${String(month).padStart(2, '0')}`, deadline });
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
}

function lastDayOf(month: string): Day {
  const [year = 0, ofYear = 1] = month.split('-').map(Number);
  return endOfMonth(year, ofYear);
}

/** How a unit's reports stand with the due months; the earliest submission of a month counts, of several of one day that of the lowest id. */
export function monthsOf(months: readonly DueMonth[], reports: readonly Entry[]): MonthReport[] {
  const earliest = new Map<string, { report: Entry; on: Day }>();
  for (const report of reports) {
    const month = String(report.content['month'] ?? '');
    const on = submittedOn(report);
    const known = earliest.get(month);
    if (on !== null && (known === undefined || on < known.on || (on === known.on && report.id < known.report.id))) earliest.set(month, { report, on });
  }
  return months.map((due) => {
    const found = earliest.get(due.month);
    if (found === undefined) return { ...due, state: 'missing', report: null };
    return { ...due, state: found.on <= due.deadline ? 'onTime' : 'late', report: found.report };
  });
}
