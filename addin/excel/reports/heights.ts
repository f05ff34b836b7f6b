/** A cell's padding, in characters. */
const PADDING = 1;
/** A line ends up to a Chinese character early where the next may not begin with a comma. */
const EARLY = 2;

/**
 * The height in points of a row whose cells wrap their texts, `line` points a line. Excel fits rows by itself only where no cells are
 * merged and nobody set a height, so it is worked out: a Chinese character is two wide.
 */
export function heightFor(cells: readonly { readonly text: string; readonly width: number }[], line: number): number {
  return Math.max(...cells.map(({ text, width }) => linesOf(text, width - PADDING))) * line;
}

function linesOf(text: string, width: number): number {
  const inParagraph = (length: number): number => (length <= width ? 1 : Math.ceil(length / Math.max(2, width - EARLY)));
  return text.split('\n').reduce((sum, paragraph) => sum + inParagraph(widthOf(paragraph)), 0);
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1;
  return width;
}
