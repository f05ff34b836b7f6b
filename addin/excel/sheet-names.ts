import { cutText } from './cells.ts';

/** The longest name of a sheet that Excel takes. */
const LONGEST_NAME = 31;

/** The name, or with a number where the workbook has it already: `责任清单 (2)`. Excel tells no sheets apart by case. */
export function freeName(name: string, taken: readonly string[]): string {
  const names = new Set(taken.map((one) => one.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? '' : ` (${number})`;
    const free = cutText(name, LONGEST_NAME - ending.length) + ending;
    if (!names.has(free.toLowerCase())) return free;
  }
}

/** A text as Excel allows it as a sheet's name: without `: \ / ? * [ ]` and control characters, no apostrophe at either end, not blank, not too long. */
export function allowedName(text: string): string {
  const allowed = text.replace(/[:\\/?*[\]\p{Cc}\p{Cs}]/gu, ' ').trim();
  const name = cutText(allowed.replace(/^'+/, ''), LONGEST_NAME)
    .replace(/['\s]+$/, '')
    .trim();
  return name === '' ? 'Report' : name;
}
