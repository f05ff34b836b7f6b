import type { Cell } from '../cell.ts';
import { ULID_PATTERN } from '../contract/primitives.ts';
import { message } from '../message.ts';
import type { Choice, Field, FieldKind } from '../registers/index.ts';
import { foldWidth } from '../text/fold.ts';
import { isErrorValue, isPlaceholder, quoted, textOf } from './cells.ts';
import { calendarDate, readDate } from './dates.ts';
import { readMonth } from './months.ts';
import { readNumber } from './numbers.ts';
import { remember } from './remember.ts';
import { readStatus } from './status.ts';
import { splitUnits } from './unit-names.ts';
import type { ValueReading } from './value-reading.ts';

export type { ValueReading } from './value-reading.ts';

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
  month: (_, cell) => readMonth(cell),
  number: readPlainNumber,
  choice: (field, cell, text) => readChoice(cell, text, field.choices ?? []),
  code: (_, _cell, text) => ({ value: foldWidth(text).replace(/\s+/g, ' ').trim() }),
  ref: (_, cell, text) => readRef(cell, text),
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

function readProgress(cell: Cell): ValueReading {
  const number = readNumber(cell);
  if (number === null) return { problem: message('problem.unreadableProgress', { value: quoted(cell) }) };
  if (number.value < 0 || number.value > 100) return { problem: message('problem.progressOutOfRange', { value: quoted(cell) }) };
  return { value: number.value };
}

function readPlainNumber(field: Field, cell: Cell): ValueReading {
  const { min, max } = field;
  const number = readNumber(cell);
  if (number === null || (number.percent && field.percent !== true)) return { problem: message('problem.unreadableNumber', { value: quoted(cell) }) };
  if (min !== undefined && number.value < min) return { problem: message('problem.numberTooSmall', { value: quoted(cell), min }) };
  if (max !== undefined && number.value > max) return { problem: message('problem.numberTooLarge', { value: quoted(cell), max }) };
  if (field.whole === true && !Number.isInteger(number.value)) return { problem: message('problem.numberNotWhole', { value: quoted(cell) }) };
  return { value: number.value };
}

/** The id of another entry as a clerk copies it from the hidden 编号 column. */
function readRef(cell: Cell, text: string): ValueReading {
  const id = foldWidth(text).trim().toUpperCase();
  return ULID_PATTERN.test(id) ? { value: id } : { problem: message('problem.refMalformed', { value: quoted(cell) }) };
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
