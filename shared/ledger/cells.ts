import type { Cell } from '../cell.ts';

/** What clerks put into a cell to say that there is nothing (domain, Deadlines, kind `none`). */
const PLACEHOLDERS = new Set(['/', '／', '\\', '-', '--', '－', '－－', '—', '——', '–', '无', '暂无', '無']);

/** Excel's error values as text; `#` begins few other cells, so the pattern is rarely run. */
const ERROR_VALUE = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|PYTHON!|EXTERNAL!)$/i;

const CLIP = 40;

/** The text of a cell without blanks and invisible characters around it; '' for a blank cell. */
export function textOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return trimmed(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return String(cell);
}

/** A cell as a problem's words quote it: one line, at most 40 characters. */
export function quoted(cell: Cell): string {
  const line = textOf(cell).replace(/\s+/g, ' ');
  return line.length > CLIP ? `${line.slice(0, CLIP - 1)}…` : line;
}

/** Whether a cell holds nothing that can be seen. */
export function isBlank(cell: Cell): boolean {
  return cell === null || (typeof cell === 'string' && trimmed(cell) === '');
}

/** Whether a trimmed text says that there is nothing: `/`, `——`, `无`. */
export function isPlaceholder(text: string): boolean {
  return text.length <= 2 && PLACEHOLDERS.has(text);
}

/** Whether a trimmed text is one of Excel's error values, such as `#REF!`. */
export function isErrorValue(text: string): boolean {
  return text.charCodeAt(0) === 0x23 && ERROR_VALUE.test(text);
}

/** By hand: a pattern that looks for blanks at the end takes quadratic time on a long cell full of them. */
function trimmed(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && isSpaceLike(text.charCodeAt(from))) from += 1;
  while (to > from && isSpaceLike(text.charCodeAt(to - 1))) to -= 1;
  return to - from === text.length ? text : text.slice(from, to);
}

/** White space, control characters, and what has no width. */
function isSpaceLike(code: number): boolean {
  if (code <= 0x20) return true;
  if (code < 0xa0) return code === 0x7f;
  return (
    code === 0xa0 ||
    code === 0xad ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200f) ||
    (code >= 0x2028 && code <= 0x202f) ||
    (code >= 0x205f && code <= 0x2064) ||
    code === 0x3000 ||
    code === 0xfeff
  );
}
