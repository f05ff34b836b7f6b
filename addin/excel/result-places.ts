import { say } from '../../shared/contract/messages/index.ts';
import { foldHeader } from '../../shared/ledger/header.ts';
import { resultColumns, resultHeaders } from '../../shared/ledger/result-columns.ts';
import type { ResultColumn } from '../../shared/ledger/result-columns.ts';
import { message } from '../../shared/message.ts';
import type { Language } from '../../shared/message.ts';
import { registerById } from '../../shared/registers/index.ts';
import type { RegisterId } from '../../shared/registers/index.ts';

/** Zero-based columns of the sheet; absent where a clerk has deleted one. */
export type ResultPlaces = Readonly<Partial<Record<ResultColumn, number>>>;

/** A header of the ledger's header row. */
export interface HeaderCell {
  readonly column: number;
  readonly text: string;
}

const languages: readonly Language[] = ['zh-CN', 'en'];

/** Header texts → the result column they name, in either language, plain and marked as ours. */
const plain = new Map<string, ResultColumn>();
const marked = new Map<string, ResultColumn>();
for (const language of languages) {
  for (const column of resultColumns) {
    plain.set(resultHeaders[language][column], column);
    marked.set(markedHeader(column, language), column);
  }
}

/** The header a result column gets where the clerk already has one of that name: 说明（台账）. */
function markedHeader(column: ResultColumn, language: Language): string {
  return say(message('sheet.ours', { header: resultHeaders[language][column] }), language);
}

/** Registers whose entries have a deadline get every column, the others only whether a row was taken and why not. */
export function columnsOf(register: RegisterId): readonly ResultColumn[] {
  const hasDeadline = registerById(register)?.fields.some((field) => field.kind === 'deadline');
  return hasDeadline ? resultColumns : resultColumns.filter((column) => column === 'id' || column === 'flag' || column === 'explanation');
}

function resultColumnOf(text: string): ResultColumn | undefined {
  return marked.get(text) ?? plain.get(text);
}

/** The text of a new result column's header: its label, marked as ours where the clerk's header row has that name already. */
export function headerFor(column: ResultColumn, language: Language, headers: readonly HeaderCell[]): string {
  const label = resultHeaders[language][column];
  return headers.some((header) => foldHeader(header.text) === foldHeader(label)) ? markedHeader(column, language) : label;
}

/**
 * The language of a ledger's result columns: that of the 预警 there is, else of the clerk's own headers, whatever the pane speaks. Two
 * clerks with panes in two languages write the same labels into one workbook.
 */
export function resultLanguage(headers: readonly HeaderCell[]): Language {
  const own = headers.find(({ text }) => resultColumnOf(text) === 'flag')?.text;
  if (own !== undefined) return languages.find((language) => own === resultHeaders[language].flag || own === markedHeader('flag', language)) ?? 'zh-CN';
  return headers.some(({ text }) => /\p{Script=Han}/u.test(text)) ? 'zh-CN' : 'en';
}

/** Whether a text is the header of a result column. */
export function isResultHeader(text: string): boolean {
  return resultColumnOf(text) !== undefined;
}

/** Whether a text is the header of an 编号 column. */
export function isIdHeader(text: string): boolean {
  return resultColumnOf(text) === 'id';
}

/** Whether a text is the header of a 预警 column. */
export function isFlagHeader(text: string): boolean {
  return resultColumnOf(text) === 'flag';
}

/** Columns that may be the hidden 编号 column: they carry its header and feed no field. Rightmost first. */
export function idCandidates(headers: readonly HeaderCell[], bound: readonly number[]): readonly number[] {
  return headers
    .filter((header) => isIdHeader(header.text) && !bound.includes(header.column))
    .map((header) => header.column)
    .toSorted((one, other) => other - one);
}

/**
 * The result columns around the 编号 column: between the bound columns left and right of it, by their headers; one marked as
 * ours before one that is not, then the nearest. A clerk may have inserted columns among them or deleted some. `ids` are all 编号
 * columns in use: between two of them stand the results of the left one, as they are made.
 */
export function placesAround(id: number, headers: readonly HeaderCell[], bound: readonly number[], ids: readonly number[]): ResultPlaces {
  const bounds = [...bound, ...ids];
  const left = Math.max(-1, ...bounds.filter((column) => column < id));
  const right = Math.min(Infinity, ...bounds.filter((column) => column > id));
  const first = ids.includes(left) ? id : left;
  const within = headers.filter((header) => header.column > first && header.column < right);
  const rank = (header: HeaderCell) => (marked.has(header.text) ? 0 : 100_000) + Math.abs(header.column - id);
  const places: Partial<Record<ResultColumn, number>> = { id };
  for (const wanted of resultColumns) {
    if (wanted === 'id') continue;
    const nearest = within.filter((header) => resultColumnOf(header.text) === wanted).toSorted((one, other) => rank(one) - rank(other))[0];
    if (nearest) places[wanted] = nearest.column;
  }
  return places;
}

/** Result columns side by side, left to right; they are written as one range. */
export interface Run {
  readonly first: number;
  readonly columns: readonly ResultColumn[];
}

/** The places cut into runs. */
export function runsOf(places: ResultPlaces): readonly Run[] {
  const runs: { first: number; columns: ResultColumn[] }[] = [];
  const placed = resultColumns.flatMap((column) => (places[column] === undefined ? [] : [{ column, at: places[column] }]));
  for (const { column, at } of placed.toSorted((one, other) => one.at - other.at)) {
    const last = runs.at(-1);
    if (last && last.first + last.columns.length === at) last.columns.push(column);
    else runs.push({ first: at, columns: [column] });
  }
  return runs;
}
