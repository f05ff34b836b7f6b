import type { Cell } from '../../shared/cell.ts';
import type { CellLook } from '../../shared/ledger/written-cell.ts';

/**
 * A cell as Excel gives it, as it travels: blank is null, a number in a percent format its text (`60%`), dates stay serials,
 * error values their text (`#REF!`).
 */
export function cellOf(value: unknown, numberFormat: unknown): Cell {
  if (value === '' || value === null || value === undefined) return null;
  if (typeof value === 'number') return isPercentFormat(numberFormat) ? `${rounded(value * 100)}%` : value;
  return typeof value === 'string' || typeof value === 'boolean' ? value : JSON.stringify(value);
}

/** Whether a number format shows a percentage. */
function isPercentFormat(numberFormat: unknown): boolean {
  return lookOf(numberFormat) === 'percent';
}

/** How a cell with a number format shows what it holds: by its letters and signs outside quotes, escapes and conditions. */
export function lookOf(numberFormat: unknown): CellLook {
  if (typeof numberFormat !== 'string') return 'plain';
  if (numberFormat === '@') return 'text';
  const bare = numberFormat.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  if (bare.includes('%')) return 'percent';
  return /[ymd]/i.test(bare) ? 'date' : 'plain';
}

/** Without the noise of binary fractions: 0.57 × 100 is 57, not 56.99999999999999. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

/** The most characters a cell holds. */
const LONGEST_TEXT = 32_767;

/**
 * Text so that Excel keeps it as text: strings written to `values` are read as if typed, so `=1+1` became a formula, `1/2`
 * a date and an id of digits a number. The apostrophe is Excel's own mark for text and no part of the value. Beside it one
 * character less has room: a text as long as a cell stays unmarked where it begins with a letter, as nothing so long is read
 * then; else its last character is left out, for without the mark Excel refuses the write as a whole.
 */
export function asText(text: string): string {
  if (text === '') return '';
  if (text.length < LONGEST_TEXT) return `'${text}`;
  return /^\p{L}/u.test(text) ? cutText(text, LONGEST_TEXT) : `'${cutText(text, LONGEST_TEXT - 1)}`;
}

/** A text's first characters, without half of a pair at the end. */
export function cutText(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
}

/** The A1 letters of a zero-based column. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return letters;
}

/** The A1 address of a zero-based position, such as `E12`. */
export function addressOf(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}
