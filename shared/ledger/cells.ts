import type { Cell } from '../cell.ts';

/** What clerks put into a cell to say that there is nothing (domain, Deadlines, kind `none`). */
const PLACEHOLDERS = new Set(['/', '／', '\\', '-', '--', '－', '－－', '—', '——', '–', '无', '暂无', '無']);

/** Excel's error values as text; `#` begins few other cells, so the pattern is rarely run. */
const ERROR_VALUE = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|PYTHON!|EXTERNAL!)$/i;

const INVISIBLE = /^[\s\u200B-\u200D\u2060\uFEFF]+|[\s\u200B-\u200D\u2060\uFEFF]+$/g;

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

/** Most cells have nothing to trim: their ends are looked at before the pattern is run. */
function trimmed(text: string): string {
  if (text === '') return text;
  return isSpaceLike(text.charCodeAt(0)) || isSpaceLike(text.charCodeAt(text.length - 1)) ? text.replace(INVISIBLE, '') : text;
}

function isSpaceLike(code: number): boolean {
  return code <= 0x20 || code === 0xa0 || code === 0x1680 || (code >= 0x2000 && code <= 0x206f) || code === 0x3000 || code === 0xfeff;
}
