import type { Calendar } from '../calendar/calendar.ts';
import { parseIso, type Day } from '../calendar/day.ts';
import type { Cell } from '../cell.ts';
import { deadlineReader } from '../deadline/read.ts';
import type { DeadlineContext, DeadlineReading } from '../deadline/types.ts';
import type { EntryMemory } from '../ledger/entry.ts';
import { complement, ratioOf } from '../number/ratio.ts';
import type { Plan } from '../scoring/plan.ts';
import type { Ratio } from './types.ts';

/** What every verdict of one run leans on; made once per plan and as-of. */
export interface JudgeContext {
  readonly asOf: Day;
  readonly plan: Plan;
  readonly period: { readonly start: Day; readonly end: Day };
  /** A value below this is behind: `1 − plan.behindTolerance`. */
  readonly behindBelow: Ratio;
  /** Reads the deadline of an entry by what the entry remembers of its wording; one that is new is worded now, under this plan. */
  readonly readDeadline: (cell: Cell, issuedOn: Day | null, memory: EntryMemory) => DeadlineReading;
}

/** The context for judging entries as of a day. Throws a RangeError when the plan's period is not two dates. */
export function judgeContext(plan: Plan, asOf: Day, calendar: Calendar): JudgeContext {
  const start = parseIso(plan.period.start);
  const end = parseIso(plan.period.end);
  if (start === null || end === null) throw new RangeError(`plan ${plan.version}: period ${plan.period.start} to ${plan.period.end} is not two dates`);
  const period = { start, end };
  return {
    asOf,
    plan,
    period,
    behindBelow: complement(ratioOf(plan.behindTolerance)),
    readDeadline: rememberedDeadlines({ period, calendar, restDayPolicy: plan.restDayPolicy, immediateWorkdays: plan.immediateWorkdays }, asOf),
  };
}

/** A reader of deadlines that keep the year they were first read with (domain, Deadlines): one for each period met. */
function rememberedDeadlines(settings: Omit<DeadlineContext, 'issuedOn' | 'wordedOn'>, asOf: Day): JudgeContext['readDeadline'] {
  const readers = new Map<string | undefined, ReturnType<typeof deadlineReader>>([[undefined, deadlineReader(settings)]]);
  return (cell, issuedOn, { wordedOn, readIn }) => {
    let read = readers.get(readIn);
    if (!read) readers.set(readIn, (read = deadlineReader({ ...settings, period: periodOf(readIn) ?? settings.period })));
    return read(cell, issuedOn, wordedOn === undefined ? asOf : (parseIso(wordedOn) ?? asOf));
  };
}

/** The period as entries remember it. */
export function writePeriod({ start, end }: Plan['period']): string {
  return `${start}/${end}`;
}

function periodOf(written = ''): DeadlineContext['period'] | null {
  const [start, end] = written.split('/').map(parseIso);
  return typeof start === 'number' && typeof end === 'number' ? { start, end } : null;
}
