import { isoOf } from '../calendar/day.ts';
import type { Content, Entry } from '../ledger/entry.ts';
import { judgeContext } from '../verdict/context.ts';
import { judgeEntry } from '../verdict/judge.ts';
import { assess, type AssessInput, type AssessResult } from './assess.ts';

/** What is supposed of an open measure or problem: that it is done as of the day, or how far a measure has come (0–100). */
export type Supposition = 'done' | { readonly progress: number };

/**
 * Verdicts and receipts as they would be if some measures and problems, by id, were done or further along (预演). Nothing but
 * what is supposed differs from `assess` over the same input; ids that are not among its measures and problems are ignored.
 */
export function whatIf(input: AssessInput, suppositions: ReadonlyMap<string, Supposition>): AssessResult {
  const context = judgeContext(input.plan, input.asOf, input.calendar);
  const supposed = (entry: Entry): Entry => {
    const supposition = suppositions.get(entry.id);
    if (supposition === undefined) return entry;
    if (supposition !== 'done') return { ...entry, content: { ...entry.content, progress: supposition.progress } };
    return { ...entry, content: doneOn(entry, judgeEntry(entry.register, entry, context)?.deadline === 'recurring', isoOf(input.asOf)) };
  };
  const { measures = [], problems = [] } = input.entries;
  return assess({ ...input, entries: { ...input.entries, measures: measures.map(supposed), problems: problems.map(supposed) } });
}

/**
 * The content of an entry completed on a day. What recurs is not done by it: its period is settled, and the next one is due
 * (domain, Verdicts).
 */
function doneOn({ register, content }: Entry, isRecurring: boolean, on: string): Content {
  const completed = { ...content, [register === 'problems' ? 'closedOn' : 'completedOn']: on };
  return isRecurring ? completed : { ...completed, status: 'done' };
}
