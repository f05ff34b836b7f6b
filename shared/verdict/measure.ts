import type { Entry } from '../ledger/entry.ts';
import type { JudgeContext } from './context.ts';
import { CARD_OF, doneVerdict, dueOf, isProvisional, openFlag, readingOf } from './deadline-flag.ts';
import { measureHints } from './hints.ts';
import { isDone, measureState } from './state.ts';
import type { Flag, Ratio, Verdict } from './types.ts';
import { openValue } from './value.ts';

/** The verdict of one measure (domain, Verdicts). A measure that starts after as-of and is not done is on track and not scored. */
export function judgeMeasure(entry: Pick<Entry, 'content' | 'memory'>, context: JudgeContext): Verdict {
  const { asOf } = context;
  const state = measureState(entry.content, asOf);
  const deadline = context.readDeadline(entry.content['due'] ?? null, state.startsOn, entry.memory);
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
    reading: readingOf(deadline, due),
    hints: measureHints(state, done, due, isRecurring, entry.memory, asOf),
    provisional: isProvisional(deadline, due),
  };
}
