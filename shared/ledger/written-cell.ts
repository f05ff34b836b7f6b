import { parseIso, serialOf } from '../calendar/day.ts';
import type { Cell } from '../cell.ts';
import type { Language } from '../message.ts';
import { ledgerTemplate } from '../registers/template.ts';
import type { Field, Register } from '../registers/index.ts';
import type { Status } from './status.ts';
import { readValue } from './values.ts';

/** How a cell shows what it holds, by its number format. */
export type CellLook = 'text' | 'date' | 'percent' | 'plain';

/** What is to stand in a cell: a number as such, anything else as text; `asDate` when the cell must be given a date's format first. */
export interface WrittenCell {
  readonly value: string | number;
  readonly asDate: boolean;
}

/** By field and canonical value, the words a sheet uses. */
export type WordsUsed = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Statuses and choices are stored as ids that no clerk would write. */
function hasWords({ kind }: Field): boolean {
  return kind === 'status' || kind === 'choice';
}

/** The word that stands in most cells of a column for each of its values; `fields` names the field of each cell. */
export function wordsUsed(register: Register, fields: readonly string[], rows: readonly (readonly Cell[])[]): WordsUsed {
  const used = new Map<string, ReadonlyMap<string, string>>();
  for (const field of register.fields) {
    const at = fields.indexOf(field.id);
    if (at === -1 || !hasWords(field)) continue;
    const counts = new Map<string, Map<string, number>>();
    for (const row of rows) {
      const cell = row[at] ?? null;
      const reading = readValue(field, cell);
      if (typeof cell !== 'string' || !('value' in reading) || reading.value === null) continue;
      const words = counts.get(String(reading.value)) ?? new Map<string, number>();
      counts.set(String(reading.value), words.set(cell.trim(), (words.get(cell.trim()) ?? 0) + 1));
    }
    used.set(field.id, new Map([...counts].map(([value, words]) => [value, mostUsed(words)])));
  }
  return used;
}

function mostUsed(words: ReadonlyMap<string, number>): string {
  return [...words].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? '';
}

/**
 * A canonical value (domain, Values) as a clerk would read it: statuses and choices by the word the sheet uses, else the first of the
 * register's list; anything else as it is stored. Reading the word gives the value again.
 */
export function wordFor(register: Register, field: Field, value: string | number, language: Language, used: WordsUsed = new Map()): string {
  const text = String(value);
  if (!hasWords(field)) return text;
  const means = (word: string): boolean => {
    const reading = readValue(field, word);
    return 'value' in reading && reading.value === value;
  };
  const ours = used.get(field.id)?.get(text);
  if (ours !== undefined && means(ours)) return ours;
  const lists = ([language, 'zh-CN'] as const).flatMap((one) => ledgerTemplate(register, one).columns.find((column) => column.field === field.id)?.list ?? []);
  return [...lists, ...(field.kind === 'status' && isStatus(text) ? [commonWords[text]] : [])].find(means) ?? text;
}

const commonWords: Readonly<Record<Status, string>> = { done: '已完成', open: '进行中', notStarted: '未启动' };

function isStatus(text: string): text is Status {
  return text in commonWords;
}

/**
 * The cell for a canonical value, so that reading it gives the value again: dates as serials where the cell shows dates (a date field's
 * cell that shows neither text nor dates is to be given a date's format), a percentage as a fraction where it shows percents.
 * `word` is what `wordFor` says.
 */
export function writtenCell(field: Field, value: string | number, word: string, look: CellLook): WrittenCell {
  if (typeof value === 'number') return { value: look === 'percent' && readsPercent(field) ? value / 100 : value, asDate: false };
  const serial = serialFor(field, value);
  if (serial !== null && look === 'date') return { value: serial, asDate: false };
  if (serial !== null && look === 'plain' && field.kind === 'date') return { value: serial, asDate: true };
  // A number that is only a name stays one where the column has numbers: as text Excel would mark it.
  if (field.kind === 'code' && look === 'plain' && PLAIN_NUMBER.test(value)) return { value: Number(value), asDate: false };
  return { value: word, asDate: false };
}

const PLAIN_NUMBER = /^[1-9]\d{0,8}$/;

/** Only of these fields does the pane read a percent format as one (60% is 60). */
export function readsPercent({ kind, percent }: Field): boolean {
  return kind === 'progress' || percent === true;
}

/** The serial of a value that is a day, or a month's first; null for what is none, as a deadline in words, or a year too far away to be read from a number. */
function serialFor(field: Field, value: string): number | null {
  const { kind } = field;
  if (kind !== 'date' && kind !== 'deadline' && kind !== 'month') return null;
  const day = parseIso(kind === 'month' ? `${value}-01` : value);
  const serial = day === null ? null : serialOf(day);
  const reading = readValue(field, serial);
  return 'value' in reading && reading.value === value ? serial : null;
}
