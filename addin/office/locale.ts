import type { Language } from '../../shared/message.ts';

/** The language of a locale tag such as `zh-Hans-CN`: Chinese for every `zh`, else English. */
export function languageOfLocale(locale: string): Language {
  return /^zh\b/i.test(locale) ? 'zh-CN' : 'en';
}

/** The language Excel's own menus are in. */
export function officeLanguage(): Language {
  return languageOfLocale(Office.context.displayLanguage);
}
