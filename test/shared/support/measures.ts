import { chinaCalendar } from '../../../shared/calendar/china.ts';
import { parseIso, type Day } from '../../../shared/calendar/day.ts';
import type { Content, Entry, EntryMemory } from '../../../shared/ledger/entry.ts';
import { defaultPlan, type Plan } from '../../../shared/scoring/plan.ts';
import { judgeContext } from '../../../shared/verdict/context.ts';
import { judgeMeasure } from '../../../shared/verdict/measure.ts';
import type { Verdict } from '../../../shared/verdict/types.ts';

export const calendar = chinaCalendar();
export const plan2022 = defaultPlan(2022);
export const AS_OF = '2022-06-30';

/** The day of an ISO date that a test is sure of. */
export function day(iso: string): Day {
  const found = parseIso(iso);
  if (found === null) throw new RangeError(`${iso} is not a date`);
  return found;
}

let next = 0;

/** A measure of 区发改委 with the given fields, already in canonical form. */
export function measure(content: Content, memory: EntryMemory = {}): Entry {
  return { id: `M${++next}`, register: 'measures', revision: 1, content: { unit: '区发改委', title: `措施${next}`, ...content }, memory };
}

/** The verdict of a measure with the given fields, as of 30 June 2022 unless said otherwise. */
export function judge(content: Content, options: { asOf?: string; plan?: Plan; memory?: EntryMemory } = {}): Verdict {
  return judgeMeasure(measure(content, options.memory), judgeContext(options.plan ?? plan2022, day(options.asOf ?? AS_OF), calendar));
}
