import { createInstance } from 'i18next';
import type { SheetWords } from '../../../../addin/features/reports/sheet-words.ts';
import { catalogs } from '../../../../addin/i18n/i18n.ts';
import { say } from '../../../../shared/contract/messages/index.ts';
import type { Language } from '../../../../shared/message.ts';

/** The words of a language, as the pane has them. */
export async function speaking(language: Language): Promise<SheetWords> {
  const t = await createInstance().init({
    lng: language,
    defaultNS: 'pane',
    interpolation: { escapeValue: false },
    resources: { [language]: { pane: catalogs[language] } },
  });
  return { language, t, words: (message) => say(message, language) };
}
