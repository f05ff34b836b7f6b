import type { Day } from '../calendar/day.ts';
import type { Cell } from '../cell.ts';
import { message } from '../message.ts';
import { readCalendarDate } from './dates.ts';
import { normaliseDeadline } from './normalise.ts';
import { dateToken, parseDeadline } from './parse.ts';
import { plain, resolveDeadline, unreadable } from './resolve.ts';
import type { Token } from './tokens.ts';
import type { DeadlineContext, DeadlineReading } from './types.ts';

/** Cells that say there is no deadline, normalised. */
const NO_DEADLINE: ReadonlySet<string> = new Set([
  '',
  '/',
  '//',
  '\\',
  '-',
  '~',
  '、',
  '无',
  '暂无',
  '没有',
  '无时限',
  '无期限',
  '不限',
  '不限时',
  '无要求',
  '无时限要求',
  '无具体时限',
  'N/A',
  'NA',
  'NONE',
]);

/** A cell whose words are read but whose days are not worked out yet. */
interface ParsedCell {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/**
 * Reads a deadline cell (domain, Deadlines). Never throws: what cannot be read is `unreadable`, and `reading` says why; otherwise
 * `reading` says what was read.
 */
export function readDeadline(cell: Cell, context: DeadlineContext): DeadlineReading {
  return resolveCell(parseCell(cell), context);
}

/**
 * A reader for many rows of one plan. Wordings are parsed once, and read once per issue date, so that 10,000 rows cost little more than
 * their distinct wordings. It keeps what it has read: make one per request or check, not one for good.
 */
export function deadlineReader(settings: Omit<DeadlineContext, 'issuedOn' | 'wordedOn'>): (cell: Cell, issuedOn: Day | null, wordedOn: Day) => DeadlineReading {
  const parsed = new Map<Cell, ParsedCell & { readonly readings: Map<number, DeadlineReading> }>();
  return (cell, issuedOn, wordedOn) => {
    let words = parsed.get(cell);
    if (!words) parsed.set(cell, (words = { ...parseCell(cell), readings: new Map() }));
    const base = baseKey(issuedOn, wordedOn);
    let reading = words.readings.get(base);
    if (!reading) words.readings.set(base, (reading = resolveCell(words, { ...settings, issuedOn, wordedOn })));
    return reading;
  };
}

/** One number for what a reading counts from: the issue date (odd), else the day the wording was first pushed (even). */
function baseKey(issuedOn: Day | null, wordedOn: Day): number {
  return issuedOn === null ? wordedOn * 2 : issuedOn * 2 + 1;
}

function parseCell(cell: Cell): ParsedCell {
  const text = typeof cell === 'string' ? normaliseDeadline(cell) : String(cell ?? '');
  if (typeof cell === 'number' || typeof cell === 'boolean') return { text, tokens: [dateToken(readCalendarDate(cell))] };
  return { text, tokens: parseDeadline(text) };
}

function resolveCell({ text, tokens }: ParsedCell, context: DeadlineContext): DeadlineReading {
  if (NO_DEADLINE.has(text)) return plain('none', message('deadline.none'));
  return tokens.length === 0 ? unreadable(message('deadline.noDateFound'), text) : resolveDeadline(tokens, text, context);
}
