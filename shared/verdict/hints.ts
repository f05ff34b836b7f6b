import { isoOf, parseIso, type Day } from '../calendar/day.ts';
import type { EntryMemory } from '../ledger/entry.ts';
import { message, type Message } from '../message.ts';
import type { MeasureState } from './state.ts';

/** What status words fold to; anything else is a word nobody knows. */
export const KNOWN_STATUS: ReadonlySet<string> = new Set(['done', 'open', 'notStarted']);

/** What of a measure a clerk may want to mend before the push. Hints never change a score (domain, Hints). */
export function measureHints(state: MeasureState, done: boolean, due: Day | null, isRecurring: boolean, memory: EntryMemory, asOf: Day): Message[] {
  const hints: Message[] = [];
  const { startsOn, completedOn, progress, status } = state;
  if (done && completedOn === null) hints.push(message('hint.completionDateMissing'));
  if (isRecurring && !done && (completedOn === null || state.completesLater)) hints.push(message('hint.lastCompletionMissing'));
  if (completedOn !== null && state.completesLater) hints.push(message('hint.dateInFuture', { date: isoOf(completedOn), asOf: isoOf(asOf) }));
  if (completedOn !== null && startsOn !== null && completedOn < startsOn) {
    hints.push(message('hint.completedBeforeStart', { completedOn: isoOf(completedOn), start: isoOf(startsOn) }));
  }
  if (progress === 100 && !done && !isRecurring && !state.completesLater) hints.push(message('hint.fullButOpen'));
  if (memory.lastProgress !== undefined && progress !== null && progress < memory.lastProgress) {
    hints.push(message('hint.progressFell', { before: memory.lastProgress, now: progress }));
  }
  if (memory.firstDue !== undefined && due !== null && !isRecurring && due > (parseIso(memory.firstDue) ?? Infinity)) {
    hints.push(message('hint.deadlineMoved', { baseline: memory.firstDue, due: isoOf(due) }));
  }
  if (status !== null && !KNOWN_STATUS.has(status)) hints.push(message('hint.unknownStatus', { word: status }));
  return hints;
}
