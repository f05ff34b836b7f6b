import { isoOf, daysInMonth, dayOf, partsOf } from '../calendar/day.ts';
import type { IsoDate } from '../calendar/day.ts';
import type { Cell } from '../cell.ts';
import { readCalendarDate } from '../deadline/dates.ts';
import { message } from '../message.ts';
import type { Message } from '../message.ts';
import type { Choice, Field, FieldKind } from '../registers/index.ts';
import { foldWidth } from '../text/fold.ts';
import { isErrorValue, isPlaceholder, quoted, textOf } from './cells.ts';
import { readNumber } from './numbers.ts';
import { remember } from './remember.ts';
import { readStatus } from './status.ts';
import { splitUnits } from './unit-names.ts';

/** A field's canonical value (null: blank), or why the cell cannot be read. */
export type ValueReading = { readonly value: string | number | null } | { readonly problem: Message };

const BLANK: ValueReading = { value: null };

/**
 * Reads one cell as a field (domain, Values).
 *
 * Excel error values are a problem in every field; deadlines and status words never are otherwise: what is odd about
 * them is said by the verdict. `/`, `——`, `无` count as blank where they cannot be content.
 */
export function readValue(field: Field, cell: Cell): ValueReading {
  const text = textOf(cell);
  if (text === '') return BLANK;
  if (isErrorValue(text)) return { problem: message('problem.errorValue', { value: text.toUpperCase() }) };
  if (isPlaceholder(text) && meansBlank(field)) return BLANK;
  return readers[field.kind](field, cell, text);
}

/** How each kind of field reads a cell that holds something; `text` is the cell's, trimmed. */
const readers: Readonly<Record<FieldKind, (field: Field, cell: Cell, text: string) => ValueReading>> = {
  text: (_, _cell, text) => ({ value: text }),
  unit: readUnits,
  units: readUnits,
  deadline: (_, cell) => ({ value: deadlineText(cell) }),
  date: (field, cell) => readDate(cell, field.monthMeans ?? 'last'),
  status: (_, _cell, text) => ({ value: readStatus(text) }),
  progress: (_, cell) => readProgress(cell),
  number: (field, cell) => readPlainNumber(cell, field.min),
  choice: (field, cell, text) => readChoice(cell, text, field.choices ?? []),
};

/** Separators without a name between them name no unit. */
function readUnits(_: Field, _cell: Cell, text: string): ValueReading {
  return splitUnits(text).length > 0 ? { value: text } : BLANK;
}

/** In free text `/` is content like any other, except where something must stand; a deadline keeps its wording. */
function meansBlank(field: Field): boolean {
  if (field.kind === 'deadline') return false;
  return field.kind !== 'text' || field.required === true;
}

/** ISO when the cell is one complete calendar date, so that reformatting a date is no change; else the clerk's words, folded. */
const deadlineText = remember((cell: Cell): string => {
  const date = calendarDate(cell);
  return 'iso' in date && date.precision === 'day' ? date.iso.last : foldWidth(textOf(cell)).trim();
});

function readDate(cell: Cell, monthMeans: 'first' | 'last'): ValueReading {
  const date = calendarDate(cell);
  return 'problem' in date ? { problem: dateProblem(cell, date.problem) } : { value: date.iso[monthMeans] };
}

type DateReading = { readonly iso: { readonly first: IsoDate; readonly last: IsoDate }; readonly precision: 'day' | 'month' } | { readonly problem: Message };

const calendarDate = remember(readDateAfresh);

/** A longer text is no single date, whatever stands in it. */
const LONGEST_DATE = 60;

function readDateAfresh(cell: Cell): DateReading {
  if (typeof cell === 'string' && cell.length > LONGEST_DATE) return { problem: message('problem.unreadableDate') };
  const read = readCalendarDate(cell);
  if ('problem' in read) return read;
  if (read.precision === 'day') {
    const iso = isoOf(read.day);
    return { iso: { first: iso, last: iso }, precision: 'day' };
  }
  const { year, month } = partsOf(read.day);
  return { iso: { first: isoOf(dayOf(year, month, 1)), last: isoOf(dayOf(year, month, daysInMonth(year, month))) }, precision: 'month' };
}

/** What the date reader found wrong, in words that tell a clerk what to write instead. */
const DATE_PROBLEMS: Readonly<Record<string, string>> = {
  'deadline.noSuchDay': 'problem.noSuchDay',
  'deadline.noSuchMonth': 'problem.noSuchMonth',
  'deadline.noSuchYear': 'problem.noSuchYear',
  'deadline.zeroEaten': 'problem.zeroEaten',
};

const DAY_WITHOUT_YEAR = /^\d{1,2}\s*[月./-]\s*\d{1,2}\s*[日号]?$/;

function dateProblem(cell: Cell, found: Message): Message {
  const code = DATE_PROBLEMS[found.code] ?? 'problem.unreadableDate';
  if (typeof cell === 'string' && DAY_WITHOUT_YEAR.test(foldWidth(textOf(cell)))) return message('problem.yearMissing', { value: quoted(cell) });
  return message(code, { ...found.params, value: quoted(cell) });
}

function readProgress(cell: Cell): ValueReading {
  const number = readNumber(cell);
  if (number === null) return { problem: message('problem.unreadableProgress', { value: quoted(cell) }) };
  if (number.value < 0 || number.value > 100) return { problem: message('problem.progressOutOfRange', { value: quoted(cell) }) };
  return { value: number.value };
}

function readPlainNumber(cell: Cell, min: number | undefined): ValueReading {
  const number = readNumber(cell);
  if (number === null || number.percent) return { problem: message('problem.unreadableNumber', { value: quoted(cell) }) };
  if (min !== undefined && number.value < min) return { problem: message('problem.numberTooSmall', { value: quoted(cell), min }) };
  return { value: number.value };
}

/** Word to choice, made once per list of choices. */
const choiceWords = new WeakMap<readonly Choice[], ReadonlyMap<string, string>>();

function readChoice(cell: Cell, text: string, choices: readonly Choice[]): ValueReading {
  let words = choiceWords.get(choices);
  if (words === undefined) {
    words = new Map(choices.flatMap(({ id, words: names }) => [id, ...names].map((word) => [choiceKey(word), id] as const)));
    choiceWords.set(choices, words);
  }
  const id = words.get(text) ?? words.get(choiceKey(text));
  if (id !== undefined) return { value: id };
  return { problem: message('problem.unknownChoice', { value: quoted(cell), choices: choices.map((choice) => choice.words[0] ?? choice.id).join('、') }) };
}

function choiceKey(word: string): string {
  return foldWidth(word).replace(/\s+/g, '').toLowerCase();
}
