import type { Language } from '../../shared/message.ts';

/** What stands between two sentences: nothing after a Chinese full stop, a space after an English one. */
export function sentenceGap(language: Language): string {
  return language === 'en' ? ' ' : '';
}
