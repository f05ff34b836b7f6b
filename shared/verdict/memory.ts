import { isoOf, type IsoDate } from '../calendar/day.ts';
import type { DeadlineKind } from '../deadline/types.ts';
import type { Content, Entry, EntryMemory } from '../ledger/entry.ts';
import type { UnitDirectory } from '../ledger/unit-names.ts';
import type { RegisterId } from '../registers/index.ts';
import type { Plan } from '../scoring/plan.ts';
import { writePeriod } from './context.ts';
import type { Verdict } from './types.ts';

/** Kinds whose due day stands still, so that it can be a baseline. */
const FIXED: ReadonlySet<DeadlineKind> = new Set(['date', 'relative', 'immediate']);

/**
 * What an entry remembers once this version is written as of a day under a plan, before its verdict is known. `stored` is the version it replaces: while the
 * wording of the deadline stays, so do the day and the period it was first read with. What was due and done before is of the unit that the entry was of: with
 * another unit it begins anew, and tells the new one nothing of the old.
 */
export function rememberedBefore(
  { register, content }: Pick<Entry, 'register' | 'content'>,
  stored: Pick<Entry, 'content' | 'memory'> | null,
  asOf: IsoDate,
  plan: Plan,
  directory: Pick<UnitDirectory, 'resolveMeasure'>,
): EntryMemory {
  const memory: EntryMemory = stored?.memory ?? {};
  const last: Content = stored?.content ?? {};
  const isOfAnother = stored !== null && unitsOf(register, content, directory) !== unitsOf(register, last, directory);
  const worded = content['due'] === last['due'] ? memory : {};
  const lastProgress = last['progress'];
  return {
    ...(content['due'] !== undefined && { wordedOn: worded.wordedOn ?? asOf, readIn: worded.readIn ?? writePeriod(plan.period) }),
    ...(!isOfAnother && memory.firstDue !== undefined && { firstDue: memory.firstDue }),
    ...(!isOfAnother && typeof lastProgress === 'number' && { lastProgress }),
  };
}

/** The units an entry is of, by any spelling: a measure is its lead's, however many help; a row of another register is every named unit's. */
function unitsOf(register: RegisterId, content: Content, { resolveMeasure }: Pick<UnitDirectory, 'resolveMeasure'>): string {
  const { lead, co } = resolveMeasure(content);
  const units = register === 'measures' ? [lead] : [lead, ...co];
  return units
    .map(({ name }) => name)
    .toSorted()
    .join('\n');
}

/** The same with the first due date pushed, once there is one. */
export function rememberedAfter(memory: EntryMemory, verdict: Verdict | null): EntryMemory {
  if (memory.firstDue !== undefined || verdict === null || verdict.due === null || !FIXED.has(verdict.deadline)) return memory;
  return { ...memory, firstDue: isoOf(verdict.due) };
}
