import { isoOf } from '../calendar/day.ts';
import { addWorkdays, offRestDay } from '../calendar/workdays.ts';
import { message } from '../message.ts';
import type { Message } from '../message.ts';
import { gather } from './gather.ts';
import type { DueDay, Gathered } from './gather.ts';
import { recurrenceOf } from './recurrence.ts';
import type { Token } from './tokens.ts';
import type { DeadlineContext, DeadlineReading } from './types.ts';

/**
 * Chooses the one reading of a deadline: dates before at-once, at-once and cycles before standing; the last of several dates is due, the
 * earlier ones are milestones. A date beside a cycle is not chosen between (domain, Deadlines).
 */
export function resolveDeadline(tokens: readonly Token[], text: string, context: DeadlineContext): DeadlineReading {
  const gathered = gather(tokens, context);
  if ('code' in gathered) return unreadable(gathered, text);
  const { cycles, dues } = gathered;
  if (cycles.length > 0) return cyclic(gathered, text, context);
  const last = dues.toSorted((one, other) => one.day - other.day).at(-1);
  if (last) return dated(last, dues, context);
  if (gathered.immediate) return atOnce(text, context);
  if (gathered.standing) return plain('standing', message('deadline.standing'));
  if (gathered.start) return unreadable(message('deadline.startOnly'), text);
  if (gathered.vague !== null) return unreadable(message('deadline.vague', { text: gathered.vague }), text);
  return unreadable(message('deadline.noDateFound'), text);
}

/** A reading without days. */
export function plain(kind: 'standing' | 'none', reading: Message): DeadlineReading {
  return { kind, milestones: [], reading, provisional: false };
}

/** A deadline that cannot be read, and why; the text is named where the reason does not name a part of it. */
export function unreadable(problem: Message, text: string): DeadlineReading {
  return { kind: 'unreadable', milestones: [], reading: message(problem.code, { text, ...problem.params }), provisional: false };
}

function dated(last: DueDay, dues: readonly DueDay[], context: DeadlineContext): DeadlineReading {
  const moved = offRestDay(last.day, context.restDayPolicy, context.calendar);
  const provisional = last.provisional || moved.provisional;
  return {
    kind: last.relative ? 'relative' : 'date',
    date: moved.day,
    milestones: [...new Set(dues.map((due) => due.day))].filter((day) => day < last.day).toSorted((one, other) => one - other),
    reading: message(codeOf(last.manner, moved.day !== last.day, provisional), { ...last.params, date: isoOf(moved.day), restDay: isoOf(last.day) }),
    provisional,
  };
}

/** The code for how a due day came about: `deadline.yearAssumed`, `deadline.yearAssumedRestDay`, `deadline.dateRestDayProvisional` … */
function codeOf(manner: string, movedOffRestDay: boolean, provisional: boolean): string {
  return `deadline.${manner}${movedOffRestDay ? 'RestDay' : ''}${provisional ? 'Provisional' : ''}`;
}

/** One cycle and nothing that would bound it. */
function cyclic({ cycles, dues, start }: Gathered, text: string, context: DeadlineContext): DeadlineReading {
  const [first, ...others] = cycles;
  if (!first || dues.length > 0 || others.some((other) => other.text !== first.text)) return unreadable(message('deadline.mixed'), text);
  if (start) return unreadable(message('deadline.cycleWithStart'), text);
  const recurrence = recurrenceOf(first.cycle, context.restDayPolicy, context.calendar);
  return { kind: 'recurring', recurrence, milestones: [], reading: message(`deadline.every.${recurrence.every}`, { text: first.text }), provisional: false };
}

/** 立行立改: the issue date and the plan's working days for it. */
function atOnce(text: string, context: DeadlineContext): DeadlineReading {
  if (context.issuedOn === null) return unreadable(message('deadline.needsIssueDate'), text);
  const { day, provisional } = addWorkdays(context.issuedOn, context.immediateWorkdays, context.calendar);
  return {
    kind: 'immediate',
    date: day,
    milestones: [],
    reading: message(codeOf('immediate', false, provisional), { base: isoOf(context.issuedOn), date: isoOf(day) }),
    provisional,
  };
}
