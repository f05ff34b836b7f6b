import { isoOf, type IsoDate } from '../calendar/day.ts';
import type { DeadlineKind } from '../deadline/types.ts';
import type { Content, Entry, EntryMemory } from '../ledger/entry.ts';
import type { Plan } from '../scoring/plan.ts';
import { writePeriod } from './context.ts';
import type { Verdict } from './types.ts';

/** Kinds whose due day stands still, so that it can be a baseline. */
const FIXED: ReadonlySet<DeadlineKind> = new Set(['date', 'relative', 'immediate']);

/**
 * What an entry remembers once this version is written as of a day under a plan, before its verdict is known. `stored` is the version it replaces: while the
 * wording of the deadline stays, so do the day and the period it was first read with.
 */
export function rememberedBefore(content: Content, stored: Pick<Entry, 'content' | 'memory'> | null, asOf: IsoDate, plan: Plan): EntryMemory {
  const memory: EntryMemory = stored?.memory ?? {};
  const last: Content = stored?.content ?? {};
  const worded = content['due'] === last['due'] ? memory : {};
  const lastProgress = last['progress'];
  return {
    ...(content['due'] !== undefined && { wordedOn: worded.wordedOn ?? asOf, readIn: worded.readIn ?? writePeriod(plan.period) }),
    ...(memory.firstDue !== undefined && { firstDue: memory.firstDue }),
    ...(typeof lastProgress === 'number' && { lastProgress }),
  };
}

/** The same with the first due date pushed, once there is one. */
export function rememberedAfter(memory: EntryMemory, verdict: Verdict | null): EntryMemory {
  if (memory.firstDue !== undefined || verdict === null || verdict.due === null || !FIXED.has(verdict.deadline)) return memory;
  return { ...memory, firstDue: isoOf(verdict.due) };
}
