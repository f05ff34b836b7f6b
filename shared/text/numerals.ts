/** What each digit is worth; 零 and ○ are other ways to write 〇, 两 another for 二. */
const DIGITS: ReadonlyMap<string, number> = new Map([
  ...Array.from('〇一二三四五六七八九', (char, value) => [char, value] as const),
  ['零', 0] as const,
  ['○', 0] as const,
  ['两', 2] as const,
]);

const NUMERAL = '〇零○一二两三四五六七八九十百廿卅';

/** Numbers up to 999 with 十 and 百: 十二, 二十, 廿五, 一百二十, 一百零五. */
const COUNTED = /^(?:([一二两三四五六七八九])百零?)?(?:([一二三四五六七八九])?(十)|(廿)|(卅))?([一二三四五六七八九])?$/;

/** What makes a lone numeral a number: the counters that follow it and the words that precede it. 统一 and 一致 keep theirs. */
const COUNTERS = '年月日号个天周季旬工星礼小次期点时分项';
const LEADS = '周期拜月年第每';

/** Short names of festivals (五一, 十一) that are not numbers unless a counter follows. */
const FESTIVALS: ReadonlySet<string> = new Set(['三八', '五一', '五四', '六一', '七一', '八一', '十一']);

/** The number a Chinese numeral writes (十二 → 12, 二〇二二 → 2022); null when it writes none (十四五). */
export function chineseNumber(numeral: string): number | null {
  const digits = digitsOf(numeral);
  return digits === null ? null : Number(digits);
}

/** As `chineseNumber`, but as digits, so that the zero of 零八 stays. */
function digitsOf(numeral: string): string | null {
  if (numeral === '') return null;
  const positional = Array.from(numeral, (char) => DIGITS.get(char));
  if (positional.every((digit) => digit !== undefined)) return positional.join('');
  const match = COUNTED.exec(numeral);
  if (!match) return null;
  const [, hundreds, tens, ten, twenty, thirty, ones] = match;
  const value =
    (hundreds ? (DIGITS.get(hundreds) ?? 0) * 100 : 0) +
    (ten ? (tens ? (DIGITS.get(tens) ?? 0) : 1) * 10 : 0) +
    (twenty ? 20 : 0) +
    (thirty ? 30 : 0) +
    (ones ? (DIGITS.get(ones) ?? 0) : 0);
  return String(value);
}

const RUN = new RegExp(`[${NUMERAL}]+`, 'g');
const LOOSE_ZERO = new RegExp(`(?<=[${NUMERAL}])[0oO](?=[${NUMERAL}0oO年])`, 'g');

/**
 * Writes the Chinese numerals of a text in digits where they are numbers: 二〇二二年六月 → 2022年6月, 第一季度 → 第1季度.
 * What is part of a word stays: 统一, 十四五, 五一节.
 */
export function withDigits(text: string): string {
  return text.replace(LOOSE_ZERO, '〇').replace(RUN, (run, at: number, whole: string) => {
    const next = whole[at + run.length] ?? '';
    const counted = next !== '' && COUNTERS.includes(next);
    if (FESTIVALS.has(run) && !counted) return run;
    const led = at > 0 && LEADS.includes(whole[at - 1] ?? '');
    if (run.length === 1 && !counted && !led && !/[-~至到./]/.test(next)) return run;
    return digitsOf(run) ?? run;
  });
}
