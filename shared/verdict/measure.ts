import { parseIso, type Day } from '../calendar/day.ts';
import type { DeadlineReading } from '../deadline/types.ts';
import type { Entry } from '../ledger/entry.ts';
import { compare, ONE } from '../number/ratio.ts';
import type { JudgeContext } from './context.ts';
import { measureHints } from './hints.ts';
import { isDone, measureState, type MeasureState } from './state.ts';
import type { Card, Flag, Ratio, Verdict } from './types.ts';
import { lateValue, openValue } from './value.ts';

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

/**
 * The due day of a deadline as of a day; null for kinds without one. A recurring deadline is due in the period after the
 * one that was last completed; where no completion is known, at its first occurrence on or after as-of.
 */
function dueOf(deadline: DeadlineReading, state: MeasureState, asOf: Day): Day | null {
  const { recurrence } = deadline;
  if (recurrence === undefined) return deadline.date ?? null;
  if (state.completedOn !== null && !state.completesLater) return recurrence.dueWithin(recurrence.nextPeriod(state.completedOn));
  const thisPeriod = recurrence.dueWithin(asOf);
  return thisPeriod >= asOf ? thisPeriod : recurrence.dueWithin(recurrence.nextPeriod(asOf));
}

function doneVerdict(state: MeasureState, due: Day | null, context: JudgeContext): { flag: Flag; value: Ratio } {
  const daysLate = due === null || state.completedOn === null ? 0 : state.completedOn - due;
  return daysLate > 0 ? { flag: 'doneLate', value: lateValue(context.plan, daysLate) } : { flag: 'done', value: ONE };
}

function openFlag(deadline: DeadlineReading, due: Day | null, value: Ratio | null, context: JudgeContext): Flag {
  if (due === null) return deadline.kind === 'standing' ? 'standing' : deadline.kind === 'none' ? 'noDeadline' : 'unreadable';
  const daysLeft = due - context.asOf;
  if (daysLeft < 0) return 'overdue';
  if (daysLeft <= context.plan.dueSoonDays) return 'dueSoon';
  return value !== null && compare(value, context.behindBelow) < 0 ? 'behind' : 'onTrack';
}

/** The verdict of one measure (domain, Verdicts). A measure that starts after as-of and is not done is on track and not scored. */
export function judgeMeasure(entry: Pick<Entry, 'content' | 'memory'>, context: JudgeContext): Verdict {
  const { asOf } = context;
  const state = measureState(entry.content, asOf);
  const wordedOn = entry.memory.wordedOn === undefined ? asOf : (parseIso(entry.memory.wordedOn) ?? asOf);
  const deadline = context.readDeadline(entry.content['due'] ?? null, state.startsOn, wordedOn);
  const isRecurring = deadline.kind === 'recurring';
  const done = isDone(state, isRecurring);
  const due = dueOf(deadline, state, asOf);

  let judged: { flag: Flag; value: Ratio | null };
  if (done) judged = doneVerdict(state, due, context);
  else if (state.startsOn !== null && state.startsOn > asOf) judged = { flag: 'onTrack', value: null };
  else {
    const value = openValue(deadline.kind, due, state, context);
    judged = { flag: openFlag(deadline, due, value, context), value };
  }
  return {
    ...judged,
    card: CARD_OF[judged.flag],
    due,
    daysLeft: due === null ? null : due - asOf,
    deadline: deadline.kind,
    reading: deadline.reading,
    hints: measureHints(state, done, due, isRecurring, entry.memory, asOf),
    provisional: deadline.provisional || (due !== null && deadline.recurrence?.isProvisional(due) === true),
  };
}
