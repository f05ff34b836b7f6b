import { isoOf, parseIso, type Day } from '../calendar/day.ts';
import type { Content, Entry } from '../ledger/entry.ts';
import { message, type Message } from '../message.ts';
import { ZERO } from '../number/ratio.ts';
import type { JudgeContext } from './context.ts';
import { CARD_OF, doneVerdict, dueOf, isProvisional, openFlag, readingOf } from './deadline-flag.ts';
import { KNOWN_STATUS } from './hints.ts';
import type { Flag, Ratio, Verdict } from './types.ts';

/** What a problem's own columns say of its state as of a day. */
interface ProblemState {
  readonly foundOn: Day | null;
  /** The closing day written; null when blank. */
  readonly completedOn: Day | null;
  readonly completesLater: boolean;
  readonly status: string | null;
}

function problemState(content: Content, asOf: Day): ProblemState {
  const completedOn = parseIso(String(content['closedOn'] ?? ''));
  const status = content['status'];
  return {
    foundOn: parseIso(String(content['foundOn'] ?? '')),
    completedOn,
    completesLater: completedOn !== null && completedOn > asOf,
    status: typeof status === 'string' ? status : null,
  };
}

/** Whether a problem is closed (domain, Done). */
function isClosed({ completesLater, status, completedOn }: ProblemState, isRecurring: boolean): boolean {
  if (completesLater) return false;
  if (status !== null) return status === 'done';
  return !isRecurring && completedOn !== null;
}

/**
 * The verdict of one problem (domain, Verdicts): its deadline counts from the day it was found. Closed in time is worth 1, closed late as
 * much as a late measure, overdue 0; an open one that is not overdue is not scored. A problem found after as-of is on track and not scored.
 */
export function judgeProblem(entry: Pick<Entry, 'content' | 'memory'>, context: JudgeContext): Verdict {
  const { asOf } = context;
  const state = problemState(entry.content, asOf);
  const deadline = context.readDeadline(entry.content['due'] ?? null, state.foundOn, entry.memory);
  const isRecurring = deadline.kind === 'recurring';
  const due = dueOf(deadline, state, asOf);
  const closed = isClosed(state, isRecurring);

  let judged: { flag: Flag; value: Ratio | null };
  if (closed) judged = doneVerdict(state, due, context);
  else if (state.foundOn !== null && state.foundOn > asOf) judged = { flag: 'onTrack', value: null };
  else {
    const flag = openFlag(deadline, due, null, context);
    judged = { flag, value: flag === 'overdue' ? ZERO : null };
  }
  return {
    ...judged,
    card: CARD_OF[judged.flag],
    due,
    daysLeft: due === null ? null : due - asOf,
    deadline: deadline.kind,
    reading: readingOf(deadline, due),
    hints: problemHints(state, closed, isRecurring ? null : due, entry.memory.firstDue, asOf),
    provisional: isProvisional(deadline, due),
  };
}

/** What of a problem a clerk may want to mend before the push (domain, Hints); `due` is null for one that recurs. */
function problemHints(
  { foundOn, completedOn, completesLater, status }: ProblemState,
  closed: boolean,
  due: Day | null,
  firstDue: string | undefined,
  asOf: Day,
): Message[] {
  const hints: Message[] = [];
  if (closed && completedOn === null) hints.push(message('hint.closingDateMissing'));
  if (foundOn !== null && foundOn > asOf) hints.push(message('hint.foundInFuture', { date: isoOf(foundOn), asOf: isoOf(asOf) }));
  if (completedOn !== null && completesLater) hints.push(message('hint.closedInFuture', { date: isoOf(completedOn), asOf: isoOf(asOf) }));
  if (completedOn !== null && foundOn !== null && completedOn < foundOn) {
    hints.push(message('hint.closedBeforeFound', { closedOn: isoOf(completedOn), foundOn: isoOf(foundOn) }));
  }
  if (firstDue !== undefined && due !== null && isoOf(due) > firstDue) hints.push(message('hint.deadlineMoved', { baseline: firstDue, due: isoOf(due) }));
  if (status !== null && !KNOWN_STATUS.has(status)) hints.push(message('hint.unknownRectification', { word: status }));
  return hints;
}
