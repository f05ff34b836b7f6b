/**
 * What Excel makes of a value written to a cell, as if typed in the en-US locale. Not covered: times with dates, month names,
 * fractions and currencies other than $.
 */
import type { CellValue } from '../model/book.ts';

export interface TypedInput {
  readonly value: CellValue;
  readonly formula?: string;
  /** The number format Excel gives a cell of format General along with the value. */
  readonly numberFormat?: string;
}

const ERRORS = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!)$/i;
const NUMBER = /^([+-]?)(\$?)((?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d*)?)(e[+-]?\d+)?(%?)$/i;
const ISO_DATE = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/;
const ISO_MONTH = /^(\d{4})[-/](\d{1,2})$/;
const US_DATE = /^(\d{1,2})[-/](\d{1,2})(?:[-/](\d{4}|\d{2}))?$/;
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/;

/** @param format the cell's number format; @param year the current one, for dates typed without */
export function typedInput(input: string | number | boolean, format: string, year: number): TypedInput {
  if (format === '@') return { value: typeof input === 'boolean' ? String(input).toUpperCase() : String(input) || null };
  if (typeof input !== 'string') return { value: input };
  if (input === '') return { value: null };
  if (input.startsWith("'")) return { value: input.slice(1) };
  // Under a Chinese or Japanese input method full-width signs begin formulas too.
  if (/^[=＝]./s.test(input)) return { value: null, formula: `=${input.slice(1)}` };
  const text = input.trim();
  if (/^(?:true|false)$/i.test(text)) return { value: text.toLowerCase() === 'true' };
  if (ERRORS.test(text)) return { value: { error: text.toUpperCase() } };
  const typed = typedNumber(text) ?? typedDate(text, year) ?? typedTime(text);
  if (typed) return typed;
  if (/^[+\-@＋－＠]./s.test(text)) return { value: { error: '#NAME?' }, formula: `=${/^[+＋]/.test(text) ? text.slice(1) : text}` };
  return { value: input };
}

function typedNumber(text: string): TypedInput | null {
  const bracketed = /^\(([^()+-]+)\)$/.exec(text)?.[1];
  if (bracketed !== undefined) return typedNumber(`-${bracketed}`);
  const [whole, sign = '', currency = '', digits = '', exponent = '', percent = ''] = NUMBER.exec(text) ?? [];
  if (whole === undefined || !/\d/.test(digits)) return null;
  const number = Number(`${sign}${digits.replaceAll(',', '')}${exponent}`);
  if (!Number.isFinite(number)) return null;
  const decimals = digits.includes('.') ? '.00' : '';
  if (percent) return { value: Number((number / 100).toPrecision(15)), numberFormat: `0${decimals}%` };
  if (currency) return { value: number, numberFormat: `$#,##0${decimals}` };
  if (exponent) return { value: number, numberFormat: '0.00E+00' };
  return digits.includes(',') ? { value: number, numberFormat: `#,##0${decimals}` } : { value: number };
}

function typedDate(text: string, thisYear: number): TypedInput | null {
  const iso = ISO_DATE.exec(text);
  if (iso) return date(Number(iso[1]), Number(iso[2]), Number(iso[3]), 'm/d/yyyy');
  const month = ISO_MONTH.exec(text);
  if (month) return date(Number(month[1]), Number(month[2]), 1, 'mmm-yy');
  const us = US_DATE.exec(text);
  if (!us) return null;
  if (us[3] === undefined) return date(thisYear, Number(us[1]), Number(us[2]), 'd-mmm');
  const year = Number(us[3]);
  return date(us[3].length === 4 ? year : year < 30 ? 2000 + year : 1900 + year, Number(us[1]), Number(us[2]), 'm/d/yyyy');
}

function date(year: number, month: number, day: number, numberFormat: string): TypedInput | null {
  const time = Date.UTC(year, month - 1, day);
  const back = new Date(time);
  if (year < 1900 || back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day) return null;
  return { value: Math.round((time - Date.UTC(1899, 11, 30)) / 86_400_000), numberFormat };
}

function typedTime(text: string): TypedInput | null {
  const [whole, hours, minutes, seconds] = TIME.exec(text) ?? [];
  if (whole === undefined || Number(minutes) > 59 || Number(seconds ?? 0) > 59) return null;
  const value = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0)) / 86_400;
  return { value, numberFormat: seconds === undefined ? 'h:mm' : 'h:mm:ss' };
}
