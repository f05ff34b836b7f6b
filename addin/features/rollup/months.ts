import type { Language } from '../../../shared/message.ts';

/** The month so many months after another, `2022-05`. */
export function monthAfter(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const months = year * 12 + number - 1 + by;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** The month a day lies in. */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** A month in words: 2022年5月, May 2022. */
export function monthWords(month: string, language: Language): string {
  return new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`));
}
