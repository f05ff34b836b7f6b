/**
 * Days as whole numbers, so that date arithmetic never meets a time zone.
 *
 * A `Day` counts days since 1970-01-01 (UTC). ISO text (`2022-06-30`) is for the edges: the API, messages, storage.
 */
export type Day = number;

/** A calendar date written `YYYY-MM-DD`. */
export type IsoDate = string;

const MS_PER_DAY = 86_400_000;

/** Excel's 1900 system counts 1900-01-01 as 1 and believes in 1900-02-29, so from March 1900 on it is this many days ahead. */
const EXCEL_EPOCH_OFFSET = 25_569;

/** The day of a proleptic Gregorian date; `month` is 1–12. Out-of-range parts roll over as in `Date.UTC`. */
export function dayOf(year: number, month: number, day: number): Day {
  return Math.floor(Date.UTC(year, month - 1, day) / MS_PER_DAY);
}

/** The year, month (1–12) and day of the month (1–31) of a day. */
export function partsOf(day: Day): { year: number; month: number; day: number } {
  const date = new Date(day * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Whether year, month and day name a date that exists. */
export function isDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The number of days in a month; `month` is 1–12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The last day of a month; `month` is 1–12. */
export function endOfMonth(year: number, month: number): Day {
  return dayOf(year, month, daysInMonth(year, month));
}

/** The whole number written with digits alone from one position of a text to before another; NaN when something else stands there. */
function digitsOf(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** Reads `YYYY-MM-DD`; null when the text is not such a date or the date does not exist. Without a pattern: it is called several times for every row. */
export function parseIso(text: string): Day | null {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return null;
  const [year, month, day] = [digitsOf(text, 0, 4), digitsOf(text, 5, 7), digitsOf(text, 8, 10)];
  return !Number.isNaN(year) && isDate(year, month, day) ? dayOf(year, month, day) : null;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** Writes a day of the years 0 to 9999 as `YYYY-MM-DD`. Written out by hand: it is called for every row, and `toISOString` takes five times as long. */
export function isoOf(day: Day): IsoDate {
  const { year, month, day: dayOfMonth } = partsOf(day);
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`;
}

/** The day of the week, 1 (Monday) to 7 (Sunday). */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The day of an Excel serial number (1900 system); a time of day is dropped. */
export function dayOfSerial(serial: number): Day {
  return Math.floor(serial) - EXCEL_EPOCH_OFFSET;
}

/** The Excel serial number (1900 system) of a day. */
export function serialOf(day: Day): number {
  return day + EXCEL_EPOCH_OFFSET;
}
