import { createInstance } from 'i18next';
import type { TFunction } from 'i18next';
import { catalogs } from '../../addin/i18n/i18n.ts';
import { faultWords } from '../../addin/ui/fault.ts';
import type { Language } from '../../shared/message.ts';

/** The pane's words without the pane. */
export interface PaneWords {
  readonly t: TFunction;
  readonly language: Language;
  /** Anything that was thrown, in words. */
  readonly fault: (fault: unknown) => string;
}

export async function paneWords(language: Language): Promise<PaneWords> {
  const i18n = createInstance();
  const resources = Object.fromEntries(Object.entries(catalogs).map(([name, pane]) => [name, { pane }]));
  const t = await i18n.init({ lng: language, fallbackLng: 'zh-CN', defaultNS: 'pane', resources, interpolation: { escapeValue: false } });
  const wordsOf = (fault: unknown): string => {
    const { text, detail } = faultWords(fault, t, language);
    return detail === null ? text : `${text} (${detail})`;
  };
  return { t, language, fault: wordsOf };
}
