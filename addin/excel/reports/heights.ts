import { textWidth } from './text-width.ts';

/** A cell's padding, in characters. */
const PADDING = 1;
/** A line of Chinese ends up to a character early where the next may not begin with a comma. */
const EARLY = 2;
/** What is not broken between lines: a Chinese character, blanks, a word. */
const PIECES = /[\u2e80-\u{10ffff}]|\s+|[^\s\u2e80-\u{10ffff}]+/gu;

/**
 * The height in points of a row whose cells wrap their texts, `line` points a line. Excel fits rows by itself only where no cells are
 * merged and nobody set a height, so it is worked out: a Chinese character is two wide, and a word or a digest that does not fit
 * on the rest of a line goes to the next whole, cut only where it is longer than a line.
 */
export function heightFor(cells: readonly { readonly text: string; readonly width: number }[], line: number): number {
  return Math.max(...cells.map(({ text, width }) => linesOf(text, width - PADDING))) * line;
}

function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((sum, paragraph) => sum + linesIn(paragraph, width), 0);
}

function linesIn(paragraph: string, width: number): number {
  if (textWidth(paragraph) <= width) return 1;
  const room = Math.max(2, width - (/[\u2e80-\u{10ffff}]/u.test(paragraph) ? EARLY : 0));
  let [lines, used] = [1, 0];
  for (const [piece] of paragraph.matchAll(PIECES)) {
    const wide = textWidth(piece);
    if (used + wide <= room) used += wide;
    else if (piece.trim() !== '') {
      // Blanks hang over the end of a line; anything else begins the next one.
      lines += (used > 0 ? 1 : 0) + Math.ceil(wide / room) - 1;
      used = wide % room || Math.min(wide, room);
    }
  }
  return lines;
}
