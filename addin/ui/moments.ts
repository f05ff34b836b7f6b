import type { Language } from '../../shared/message.ts';
import { dayText } from './time-text.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** From here on a date says more than a number of days. */
const RELATIVE_UNTIL = 7 * DAY;

const justNow: Readonly<Record<Language, string>> = { 'zh-CN': '刚刚', en: 'just now' };

/** How long ago a moment (ISO 8601) was, in words: 刚刚, 5分钟前, 昨天; its date in a time zone where that was a week ago or more. */
export function agoText(moment: string, now: Date, language: Language, timeZone: string): string {
  const passed = Math.max(0, now.getTime() - Date.parse(moment));
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  if (passed < MINUTE) return justNow[language];
  if (passed < HOUR) return words.format(-Math.floor(passed / MINUTE), 'minute');
  if (passed < DAY) return words.format(-Math.floor(passed / HOUR), 'hour');
  if (passed < RELATIVE_UNTIL) return words.format(-Math.floor(passed / DAY), 'day');
  return dayText(moment, timeZone);
}
