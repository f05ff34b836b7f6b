import { isoOf, type Day } from '../calendar/day.ts';
import type { DeadlineReading } from '../deadline/types.ts';
import { message, type Message } from '../message.ts';
import { compare, ONE } from '../number/ratio.ts';
import type { JudgeContext } from './context.ts';
import type { Card, Flag, Ratio } from './types.ts';
import { lateValue } from './value.ts';

/** The card of each flag (domain, Verdicts). */
export const CARD_OF: Readonly<Record<Flag, Card>> = {
  done: 'green',
  doneLate: 'green',
  standing: 'green',
  noDeadline: 'grey',
  unreadable: 'grey',
  overdue: 'red',
  dueSoon: 'yellow',
  behind: 'yellow',
  onTrack: 'green',
};

/** When something with a deadline was completed: the day written, and whether it lies after as-of and so does not count yet. */
export interface Completion {
  readonly completedOn: Day | null;
  readonly completesLater: boolean;
}

/**
 * The due day of a deadline as of a day; null for kinds without one. A recurring deadline is due in the period after the
 * one that was last completed; where no completion is known, at its first occurrence on or after as-of.
 */
export function dueOf(deadline: DeadlineReading, { completedOn, completesLater }: Completion, asOf: Day): Day | null {
  const { recurrence } = deadline;
  if (recurrence === undefined) return deadline.date ?? null;
  if (completedOn !== null && !completesLater) return recurrence.dueWithin(recurrence.nextPeriod(completedOn));
  const thisPeriod = recurrence.dueWithin(asOf);
  return thisPeriod >= asOf ? thisPeriod : recurrence.dueWithin(recurrence.nextPeriod(asOf));
}

/** Flag and value of something done: in full on or before its due day, less for every day after it. */
export function doneVerdict({ completedOn }: Completion, due: Day | null, context: JudgeContext): { flag: Flag; value: Ratio } {
  const daysLate = due === null || completedOn === null ? 0 : completedOn - due;
  return daysLate > 0 ? { flag: 'doneLate', value: lateValue(context.plan, daysLate) } : { flag: 'done', value: ONE };
}

/** The flag of something open; a `value` below the plan's tolerance is behind. */
export function openFlag(deadline: DeadlineReading, due: Day | null, value: Ratio | null, context: JudgeContext): Flag {
  if (due === null) return deadline.kind === 'standing' ? 'standing' : deadline.kind === 'none' ? 'noDeadline' : 'unreadable';
  const daysLeft = due - context.asOf;
  if (daysLeft < 0) return 'overdue';
  if (daysLeft <= context.plan.dueSoonDays) return 'dueSoon';
  return value !== null && compare(value, context.behindBelow) < 0 ? 'behind' : 'onTrack';
}

/** What was read of a deadline, with the occurrence it comes to where it recurs: 每月末，下一次 2022-07-31. */
export function readingOf({ recurrence, reading }: DeadlineReading, due: Day | null): Message {
  return recurrence === undefined || due === null ? reading : message('deadline.next', { ...reading.params, next: isoOf(due) });
}

/** Whether a due day rests on working days that the calendar does not know yet: the deadline's own, or the occurrence it comes to. */
export function isProvisional({ provisional, recurrence }: DeadlineReading, due: Day | null): boolean {
  return provisional || (due !== null && recurrence?.isProvisional(due) === true);
}
