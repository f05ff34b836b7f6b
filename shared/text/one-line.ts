/**
 * A text as it may stand within a line of a text that is copied, printed or digested: white space and control characters together are one blank, none at
 * either end. A line break would begin a line of its own, and a tab a cell, where the text is pasted: others' words would pass for ours, or for a formula.
 */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
