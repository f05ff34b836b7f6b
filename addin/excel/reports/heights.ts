/** A cell's padding, in characters. */
const PADDING = 1;

/**
 * The height in points of a row whose cells wrap their texts, `line` points a line. Excel fits rows by itself only where no cells are
 * merged and nobody set a height, so it is worked out: a Chinese character is two wide.
 */
export function heightFor(cells: readonly { readonly text: string; readonly width: number }[], line: number): number {
  return Math.max(...cells.map(({ text, width }) => linesOf(text, Math.max(2, width - PADDING)))) * line;
}

function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((sum, paragraph) => sum + Math.max(1, Math.ceil(widthOf(paragraph) / width)), 0);
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1;
  return width;
}
