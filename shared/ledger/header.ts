import type { Cell } from '../cell.ts';
import { registers } from '../registers/index.ts';
import type { Register } from '../registers/index.ts';
import { foldWidth } from '../text/fold.ts';
import { remember } from './remember.ts';

/** How surely a header names a field: its own name, one of its aliases, or only something like it. */
export type Confidence = 'exact' | 'alias' | 'guess';

/** A field that a header may name; `points` put the likeliest first. */
export interface HeaderMatch {
  readonly field: string;
  readonly confidence: Confidence;
  readonly points: number;
}

export const POINTS: Readonly<Record<Confidence, number>> = { exact: 3, alias: 2, guess: 1 };

/** A longer text is a sentence, not the name of a column. */
const LONGEST_HEADER = 60;

/** A name this short at the end of a longer header says too little: 负责人 counts, 单位 does not. */
const SHORTEST_ENDING = 3;

const NOTES = /\([^()]*\)|\[[^[\]]*\]|【[^【】]*】|<[^<>]*>|〔[^〔〕]*〕/g;
const DECORATION = /[\s\u200B-\u200D\u2060\uFEFF*_:：※★"'“”‘’.。-]+/g;

/** A header without what clerks add to it: width, blanks, line breaks, bracketed notes, asterisks, case (`完成时限（2022年）` → `完成时限`). */
export const foldHeader = remember((text: string): string => {
  const folded = foldWidth(text).toLowerCase();
  const bare = folded.replace(NOTES, '').replace(DECORATION, '');
  return bare === '' ? folded.replace(/[()[\]{}【】<>〔〕]/g, '').replace(DECORATION, '') : bare;
});

/** A running number (序号): no field, and never an id (domain, Ids). */
export function isRunningNumber(header: string): boolean {
  return RUNNING_NUMBER.has(foldHeader(header));
}

const RUNNING_NUMBER = new Set(['序号', '序', '行号', '项次', '顺序号', 'no', 'sn', '#', '№', 'nr', 'number', '序列号', '排序']);

/** The fields of a register that a header names, likeliest first. A header of two names joined by / fits either. */
export function matchHeader(register: Register, header: string): readonly HeaderMatch[] {
  if (header.length > LONGEST_HEADER) return [];
  const names = namesOf(register);
  const whole = foldHeader(header);
  const direct = names.get(whole);
  if (direct !== undefined) return direct;
  const partial = parts(header, whole).flatMap((part) => names.get(part) ?? []);
  const found = partial.length > 0 ? partial : endings(names, whole);
  const best = new Map<string, HeaderMatch>();
  // Of two guesses the one that holds the field's own name comes first.
  for (const { field, points } of found) if (!best.has(field)) best.set(field, { field, confidence: 'guess', points: POINTS.guess + points / 10 });
  return [...best.values()];
}

/** The names a header may be made of: those joined by /, its first line, the name after a year. */
function parts(header: string, whole: string): string[] {
  const joined = header.split(/[/／、|｜及和与]/);
  const firstLine = header.trim().split(/[\n\r]/)[0] ?? '';
  return [...(joined.length > 1 ? joined.map(foldHeader) : []), foldHeader(firstLine), whole.replace(/^(?:20\d\d年?度?|本年度?|全年|年度)/, '')];
}

/** Chinese names end in what they are: 计划整改时限 is a 整改时限. The longest ending wins. */
function endings(names: ReadonlyMap<string, readonly HeaderMatch[]>, whole: string): readonly HeaderMatch[] {
  for (let from = 1; from <= whole.length - SHORTEST_ENDING; from += 1) {
    const found = names.get(whole.slice(from));
    if (found !== undefined) return found;
  }
  return [];
}

const namesByRegister = new WeakMap<Register, ReadonlyMap<string, readonly HeaderMatch[]>>();

/** Every name of a register's fields, folded. A name may be one field's own and another's alias. */
function namesOf(register: Register): ReadonlyMap<string, readonly HeaderMatch[]> {
  const known = namesByRegister.get(register);
  if (known !== undefined) return known;
  const names = new Map<string, HeaderMatch[]>();
  const add = (name: string, field: string, confidence: Confidence) => {
    const matches = names.get(foldHeader(name)) ?? [];
    if (!matches.some((match) => match.field === field)) matches.push({ field, confidence, points: POINTS[confidence] });
    names.set(foldHeader(name), matches);
  };
  for (const { id, label } of register.fields) for (const name of [label['zh-CN'], label.en, id]) add(name, id, 'exact');
  for (const { id, aliases } of register.fields) for (const name of aliases) add(name, id, 'alias');
  for (const matches of names.values()) matches.sort((a, b) => b.points - a.points);
  namesByRegister.set(register, names);
  return names;
}

/** A name of a column is hardly longer; what is need not be folded. */
const LONGEST_NAME = 24;

let allNames: ReadonlySet<string> | null = null;

/** Whether so many cells of a row hold nothing but a name that some field is known by: a cheap look before a closer one. */
export function namesHeaders(row: readonly Cell[], least: number): boolean {
  allNames ??= new Set(registers.flatMap((register) => [...namesOf(register).keys()]));
  let found = 0;
  for (const cell of row) {
    if (typeof cell !== 'string' || cell.length < 2 || cell.length > LONGEST_NAME) continue;
    if (allNames.has(cell) || allNames.has(foldHeader(cell))) found += 1;
    if (found >= least) return true;
  }
  return false;
}
