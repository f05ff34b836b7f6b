import { message } from '../../message.ts';
import { ONE, ratioOf, toNumber, ZERO } from '../../number/ratio.ts';
import type { Ratio } from '../../verdict/types.ts';
import type { MonthReport } from '../months.ts';
import { receiptEntry } from '../receipt-entry.ts';
import type { Indicator } from '../rule.ts';
import type { ReceiptEntry } from '../types.ts';
import { weightedMean } from '../weighted-mean.ts';

/** A month as it stands under a receipt line; a missing report has no id. */
export function monthEntry({ month, report }: MonthReport, gave: number): ReceiptEntry {
  return report === null ? { id: null, register: 'reports', title: month, role: 'lead', gave } : receiptEntry(report, gave);
}

/**
 * 月度报送 `reporting`: the mean over the months whose report is due, on time 1, late plan.lateReportShare, missing 0. Only for units that lead a
 * measure (domain, Scores).
 */
export const reporting: Indicator = {
  id: 'reporting',
  assess({ measures, months }, plan) {
    if (!measures.some(({ role }) => role === 'lead')) return { notAssessed: message('receipt.leadsNoMeasure') };
    const share: Readonly<Record<MonthReport['state'], Ratio>> = { onTime: ONE, late: ratioOf(plan.lateReportShare), missing: ZERO };
    const x = weightedMean(months.map(({ state }) => ({ weight: ONE, value: share[state] })));
    if (x === null) return { notAssessed: message('receipt.noReportDue') };
    return { x, entries: () => months.map((month) => monthEntry(month, toNumber(share[month.state]))) };
  },
};
