import { adjustment } from './clauses/adjustment.ts';
import { falseReport } from './clauses/false-report.ts';
import { lateReport, missingReport } from './clauses/month-reports.ts';
import { overdueMeasure } from './clauses/overdue-measure.ts';
import { overdueProblem } from './clauses/overdue-problem.ts';
import { veto } from './clauses/veto.ts';
import { writtenOrder } from './clauses/written-order.ts';
import { completion } from './indicators/completion.ts';
import { inspection } from './indicators/inspection.ts';
import { rectification } from './indicators/rectification.ts';
import { reporting } from './indicators/reporting.ts';
import { satisfaction } from './indicators/satisfaction.ts';
import { spotcheck } from './indicators/spotcheck.ts';
import type { Clause, Indicator } from './rule.ts';

/** The indicators, in the order receipts list them. */
export const indicators: readonly Indicator[] = [completion, reporting, rectification, inspection, spotcheck, satisfaction];

/** The clauses, in the order receipts list them. */
export const clauses: readonly Clause[] = [overdueMeasure, overdueProblem, writtenOrder, falseReport, lateReport, missingReport, adjustment, veto];
