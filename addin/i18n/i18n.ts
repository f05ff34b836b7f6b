import i18next, { changeLanguage, use as plugIn } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../shared/message.ts';
import { en } from './en/index.ts';
import { zhCN } from './zh-CN/index.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'pane';
    resources: { pane: typeof zhCN };
  }
}

/** Every catalog, by language. */
export const catalogs = { 'zh-CN': zhCN, en } as const;

/** Whether a kept text names a language the pane speaks. */
export function isLanguage(text: string | null): text is Language {
  return text !== null && Object.hasOwn(catalogs, text);
}

/** Makes the pane's words ready in a language. */
export async function startI18n(language: Language): Promise<void> {
  await plugIn(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh-CN',
    defaultNS: 'pane',
    resources: { 'zh-CN': { pane: zhCN }, en: { pane: en } },
    interpolation: { escapeValue: false }, // React escapes
  });
  document.documentElement.lang = language;
}

/** The language spoken now. */
export function currentLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'zh-CN';
}

/** Changes the language of the whole pane. */
export async function speak(language: Language): Promise<void> {
  await changeLanguage(language);
  document.documentElement.lang = language;
}
