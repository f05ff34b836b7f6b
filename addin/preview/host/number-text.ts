/**
 * The text Excel shows for a value in a number format: General, text, decimals, thousands, percent, exponents, dates and times with
 * literals. Not covered: fractions, conditions in brackets, `*` fill, colours (ignored), elapsed hours.
 */
import type { CellValue } from '../model/book.ts';

const DATE_LETTERS = /[ymdhs]/i;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export function cellText(value: CellValue, format = 'General'): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return String(value).toUpperCase();
  if (typeof value === 'object') return value.error;
  if (typeof value === 'string') return value;
  return numberText(value, format);
}

function numberText(value: number, format: string): string {
  const sections = format
    .split(';')
    .map((section) => section.replaceAll(/\[\$?([^\]-]*)[^\]]*\]/g, (_, currency: string) => (/^[¥$€￥]/.test(currency) ? currency : '')));
  const [positive = 'General', negative, zero] = sections;
  if (value < 0 && negative) return patternText(-value, negative);
  if (value === 0 && zero) return patternText(value, zero);
  return patternText(value, positive);
}

function patternText(value: number, pattern: string): string {
  if (/^(?:general|@)?$/i.test(pattern.trim())) return generalText(value);
  const bare = pattern.replaceAll(/"[^"]*"|\\.|_./g, '');
  if (DATE_LETTERS.test(bare)) return dateText(value, pattern);
  const body = /[#0?][#0?,]*(?:\.[#0?]*)?(?:e[+-][0#]+)?/i.exec(bare)?.[0];
  if (body === undefined) return literal(pattern);
  const scaled = bare.includes('%') ? value * 100 : value;
  const start = pattern.indexOf(body);
  if (start < 0) return generalText(value);
  return literal(pattern.slice(0, start)) + decimalText(scaled, body) + literal(pattern.slice(start + body.length));
}

function decimalText(value: number, body: string): string {
  const [whole = '', fraction = ''] = body.replace(/e.*$/i, '').split('.');
  if (/e/i.test(body))
    return value
      .toExponential(fraction.length)
      .replace(/e([+-])(\d)$/, 'E$10$2')
      .replace('e', 'E');
  const [integer = '', decimals = ''] = Math.abs(value).toFixed(Math.min(fraction.length, 20)).split('.');
  const padded = integer.padStart(whole.replaceAll(/[^0]/g, '').length, '0');
  const grouped = whole.includes(',') ? padded.replaceAll(/\B(?=(?:\d{3})+$)/g, ',') : padded;
  const required = fraction.replace(/[#?]+$/, '').length;
  const kept = decimals.slice(0, required) + decimals.slice(required).replace(/0+$/, '');
  const text = kept === '' && !(fraction === '' && body.endsWith('.')) ? grouped : `${grouped}.${kept}`;
  return value < 0 && Number(text.replaceAll(',', '')) !== 0 ? `-${text}` : text;
}

/** Up to 11 characters, as General shows numbers in a wide column. */
function generalText(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e11 || size < 1e-9)) {
    return value
      .toExponential(5)
      .replace(/\.?0+e/, 'e')
      .replace(/e([+-])(\d)$/, 'E$10$2')
      .replace('e', 'E');
  }
  return String(Number(value.toPrecision(10)));
}

function literal(text: string): string {
  return text.replaceAll(/"([^"]*)"|\\(.)|_.|\*./g, (_, quoted?: string, escaped?: string) => quoted ?? escaped ?? '');
}

const DATE_TOKEN = /"([^"]*)"|\\(.)|_.|(y+|m+|d+|h+|s+)|(am\/pm|上午\/下午)|([\s\S])/gi;

function dateText(serial: number, pattern: string): string {
  const moment = new Date(Date.UTC(1899, 11, 30) + Math.round(serial * 86_400) * 1000);
  const isTwelve = /am\/pm|上午\/下午/i.test(pattern);
  let previous = '';
  const tokens = [...pattern.matchAll(DATE_TOKEN)];
  return tokens
    .map(([whole, quoted, escaped, field, noon, other], index) => {
      if (field === undefined) return quoted ?? escaped ?? (noon ? (moment.getUTCHours() < 12 ? 'AM' : 'PM') : (other ?? (whole.startsWith('_') ? '' : whole)));
      const letter = field.charAt(0).toLowerCase();
      const next = tokens
        .slice(index + 1)
        .find((token) => token[3] !== undefined)?.[3]
        ?.charAt(0)
        .toLowerCase();
      const isMinute = letter === 'm' && field.length <= 2 && (previous === 'h' || next === 's');
      previous = letter;
      return dateField(moment, isMinute ? 'n' : letter, field.length, isTwelve);
    })
    .join('');
}

function dateField(moment: Date, letter: string, width: number, isTwelve: boolean): string {
  const pad = (number: number) => String(number).padStart(Math.min(width, 2), '0');
  switch (letter) {
    case 'y':
      return width > 2 ? String(moment.getUTCFullYear()) : String(moment.getUTCFullYear()).slice(2);
    case 'm':
      return width > 2 ? (MONTHS[moment.getUTCMonth()] ?? '') : pad(moment.getUTCMonth() + 1);
    case 'd':
      return width > 2 ? (['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][moment.getUTCDay()] ?? '') : pad(moment.getUTCDate());
    case 'h':
      return pad(isTwelve ? moment.getUTCHours() % 12 || 12 : moment.getUTCHours());
    case 'n':
      return pad(moment.getUTCMinutes());
    default:
      return pad(moment.getUTCSeconds());
  }
}
