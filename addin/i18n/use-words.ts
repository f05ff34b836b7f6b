import { useTranslation } from 'react-i18next';
import { say } from '../../shared/contract/messages/index.ts';
import type { Language, Message } from '../../shared/message.ts';
import { currentLanguage } from './i18n.ts';

/** The language spoken now, and the shared words in it; follows a change of language. */
export function useWords(): { readonly language: Language; readonly words: (message: Message) => string } {
  useTranslation(); // renders again when the language changes
  const language = currentLanguage();
  return { language, words: (message) => say(message, language) };
}
