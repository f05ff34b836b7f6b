import { dropInvisible, foldWidth } from '../text/fold.ts';
import { withDigits } from '../text/numerals.ts';

const BRACKETED = /[([{【〔〈][^()[\]{}【】〔〕〈〉]*[)\]}】〕〉]/g;
/** A remark that moves the deadline is no remark: it stays, and is not understood. */
const CHANGES_DEADLINE = /延期|顺延|延长|延至|调整|改为|原定/;
const QUOTES = /["'`“”‘’「」『』《》]/g;
const DASHES = /[‐‑‒–—―−─﹣ー-]+/g;
const TILDES = /[〜∼~]+/g;
/** 18:00, T18:00:00.000Z. */
const CLOCK_TIME = /[T\s]*(?<![\d:])\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?(?![\d:])/g;
/** 下午5点半, 24时, 17时30分, 下班; not 24小时 or 时间. */
const SPOKEN_TIME = /(?:凌晨|早上|上午|中午|下午|晚上|晚)?(?<![\d.])\d{1,2}[时点](?!间)(?:整|半|\d{1,2}分)?|上午|中午|下午|晚上|下班/g;
/** 1. or 1、 before the parts of a numbered list, ① anywhere. */
const LIST_NUMBER = /(?<=^|;)\d{1,2}[、.)](?=\d{4}年|\d{1,2}月|\D)/g;
const CIRCLED_NUMBER = /[①-⑳]/g;

/** Traditional characters of deadline words, so that pasted text reads too. */
const TRADITIONAL: ReadonlyMap<string, string> = new Map(
  [
    '個个',
    '號号',
    '內内',
    '後后',
    '週周',
    '長长',
    '堅坚',
    '續续',
    '進进',
    '時时',
    '開开',
    '間间',
    '無无',
    '暫暂',
    '兩两',
    '從从',
    '過过',
    '節节',
    '國国',
    '慶庆',
    '達达',
  ].map((pair) => [pair.slice(0, 1), pair.slice(1)] as const),
);

/**
 * The text of a deadline in the one form the rules are written for: half-width, simplified, Arabic digits, `-` for every dash, `;` for
 * every separator of clauses, no quotes, bracketed remarks, times of day or blanks (one is kept between two digits).
 */
export function normaliseDeadline(text: string): string {
  const folded = dropInvisible(foldWidth(text)).replace(/[\u3400-\u9fff]/g, (char) => TRADITIONAL.get(char) ?? char);
  return withoutTimes(withoutNumbering(withDigits(unify(withoutRemarks(folded).replace(CLOCK_TIME, ' ')))))
    .replace(/;+/g, ';')
    .replace(/^[;\s.]+|[;\s.]+$/g, '')
    .toUpperCase();
}

/** Drops bracketed remarks; where the brackets hold everything, only the brackets. */
function withoutRemarks(text: string): string {
  const outside = text.replace(BRACKETED, (remark) => (CHANGES_DEADLINE.test(remark) ? remark : ''));
  return outside.trim() === '' ? text.replace(/[()[\]{}【】〔〕〈〉]/g, '') : outside;
}

function unify(text: string): string {
  return text
    .replace(QUOTES, '')
    .replace(/\s*[\r\n]+\s*|[,。]/g, ';')
    .replace(DASHES, '-')
    .replace(TILDES, '~')
    .replace(/\s+/g, ' ')
    .replace(/(?<!\d) | (?!\d)/g, '');
}

function withoutTimes(text: string): string {
  return text.replace(SPOKEN_TIME, '').replace(/(?<=\d) (?!\d)/g, '');
}

/** Drops list numbers where there are at least two; a single 3、 may be a month. */
function withoutNumbering(text: string): string {
  const plain = text.replace(CIRCLED_NUMBER, '');
  return /^1[、.)].*;2[、.)]/.test(plain) ? plain.replace(LIST_NUMBER, '') : plain;
}
