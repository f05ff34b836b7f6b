import { overdueMeasure } from './clauses/overdue-measure.ts';
import { completion } from './indicators/completion.ts';
import type { Clause, Indicator } from './rule.ts';

/** The indicators, in the order receipts list them. */
export const indicators: readonly Indicator[] = [completion];

/** The clauses, in the order receipts list them. */
export const clauses: readonly Clause[] = [overdueMeasure];
