import { fullYear } from '../dates.ts';
import type { Groups, WrittenYear } from '../tokens.ts';

const YEAR_WORDS: Readonly<Record<string, { readonly offset: number; readonly carries: boolean }>> = {
  今年: { offset: 0, carries: false },
  本年: { offset: 0, carries: false },
  当年: { offset: 0, carries: true },
  明年: { offset: 1, carries: false },
  来年: { offset: 1, carries: false },
  下年: { offset: 1, carries: false },
  下1年: { offset: 1, carries: false },
  次年: { offset: 1, carries: true },
  翌年: { offset: 1, carries: true },
  后年: { offset: 2, carries: false },
  去年: { offset: -1, carries: false },
  上年: { offset: -1, carries: false },
};

/** The source of a pattern for a year in words. */
export const YEAR_WORD = Object.keys(YEAR_WORDS).join('|');

/** The source of a pattern for a year that must be there: 2022年, 22年, 明年. */
export const SOME_YEAR = `(?:(?<year>\\d{4}|\\d{2})年|(?<yearWord>${YEAR_WORD}))度?`;

/** The same, where the year may be left out. */
export const YEAR = `(?:${SOME_YEAR})?`;

/** The year that a match of `YEAR` wrote. */
export function writtenYear(groups: Groups): WrittenYear {
  if (groups['year']) return { digits: fullYear(groups['year']) };
  return YEAR_WORDS[groups['yearWord'] ?? ''] ?? null;
}
