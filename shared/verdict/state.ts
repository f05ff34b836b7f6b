import { parseIso, type Day } from '../calendar/day.ts';
import type { Content } from '../ledger/entry.ts';

/** What a measure's own columns say of its state, before any deadline is looked at. */
export interface MeasureState {
  readonly startsOn: Day | null;
  /** The completion day written; null when blank. */
  readonly completedOn: Day | null;
  /** Whether the completion day lies after as-of, and so does not count yet. */
  readonly completesLater: boolean;
  /** 0–100; null when blank. */
  readonly progress: number | null;
  /** 'done', 'open', 'notStarted', a word that is none of these, or null when blank. */
  readonly status: string | null;
}

function dayIn(content: Content, field: string): Day | null {
  const value = content[field];
  return typeof value === 'string' ? parseIso(value) : null;
}

/** Reads the state columns of a measure as of a day. */
export function measureState(content: Content, asOf: Day): MeasureState {
  const completedOn = dayIn(content, 'completedOn');
  const progress = content['progress'];
  const status = content['status'];
  return {
    startsOn: dayIn(content, 'start'),
    completedOn,
    completesLater: completedOn !== null && completedOn > asOf,
    progress: typeof progress === 'number' ? progress : null,
    status: typeof status === 'string' ? status : null,
  };
}

/**
 * Whether a measure is done (domain, Values): its status says so, or status is blank and progress is 100 or a completion
 * day is set. A completion day after as-of is not done yet; a recurring measure is done only if its status says so.
 */
export function isDone(state: MeasureState, isRecurring: boolean): boolean {
  if (state.completesLater) return false;
  if (state.status !== null) return state.status === 'done';
  return !isRecurring && (state.progress === 100 || state.completedOn !== null);
}
