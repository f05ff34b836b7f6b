import type { Message } from '../message.ts';
import type { Exact } from '../number/exact.ts';
import type { UnitFacts } from './facts.ts';
import type { ClauseId, IndicatorId, Plan } from './plan.ts';
import type { ReceiptEntry } from './types.ts';

/**
 * What an indicator found for a unit: `x` from 0 to 1 with the entries it rests on, or why it could not be assessed (which is never 0). The entries are
 * made when asked for: a push wants the totals of every unit and the entries of none.
 */
export type Assessment = { readonly x: Exact; readonly entries: () => readonly ReceiptEntry[] } | { readonly notAssessed: Message };

/** An indicator: one part of the base. Its weight stands in the plan. */
export interface Indicator {
  readonly id: IndicatorId;
  assess(facts: UnitFacts, plan: Plan): Assessment;
}

/** One fact a clause applies to, for one unit. */
export interface Hit {
  /** What the points are for; several deductions for the same fact apply once (domain, Same fact once). */
  readonly factId: string;
  readonly points: Exact;
  readonly entry: ReceiptEntry;
}

/** A clause: points added or deducted for each fact. Its points stand in the plan. */
export interface Clause {
  readonly id: ClauseId;
  /** Whether its points apply whatever else rests on the same fact. */
  readonly isExempt?: true;
  hits(facts: UnitFacts, plan: Plan): readonly Hit[];
}
