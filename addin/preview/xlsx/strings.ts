/** The shared strings of a workbook: read as plain text, rich ones kept whole, new ones appended. */

import { childOf, childrenOf, escapeText, textOf, type XmlElement } from './xml.ts';

/** Undoes `_x000D_`, which stands for characters that XML cannot hold. */
function unescaped(text: string): string {
  return text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text;
}

/** What XML cannot hold (control characters, halves of pairs), and what would read as its replacement. */
const REPLACED = /_(?=x[0-9A-Fa-f]{4}_)|[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Text as it stands inside a `t` element: what XML cannot hold, and what would read as its replacement, becomes `_xHHHH_`. */
export function stringText(text: string): string {
  return escapeText(text.replace(REPLACED, (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`));
}

export interface StringItem {
  readonly text: string;
  /** Has runs of different fonts, or phonetic guides. */
  readonly isRich: boolean;
}

/** Reads a string item (`si`, `is` or a comment's `text`), phonetic guides left out. */
export function readString(item: XmlElement): StringItem {
  const runs = childrenOf(item, 'r');
  const plain = childOf(item, 't');
  const text = unescaped((plain === undefined ? '' : textOf(plain)) + runs.map((run) => textOf(childOf(run, 't'))).join(''));
  return { text, isRich: runs.length > 0 || childOf(item, 'rPh') !== undefined };
}

/** An item of plain text, in XML. */
export function plainItem(name: string, text: string): string {
  const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : '';
  return `<${name}><t${space}>${stringText(text)}</t></${name}>`;
}
