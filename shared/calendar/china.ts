import packageDays from 'chinese-days';
import type { Calendar, Festival } from './calendar.ts';
import { dayOf, parseIso, partsOf, weekdayOf } from './day.ts';
import type { Day } from './day.ts';

/** The package's default export: the only one that both of its builds (CommonJS and module) have in every runtime. */
const chineseDays = packageDays;

/** Festivals that stand in the solar calendar: [month, day]. */
const SOLAR: Partial<Record<Festival, readonly [number, number]>> = {
  元旦: [1, 1],
  妇女节: [3, 8],
  劳动节: [5, 1],
  青年节: [5, 4],
  儿童节: [6, 1],
  建党节: [7, 1],
  建军节: [8, 1],
  教师节: [9, 10],
  国庆: [10, 1],
};

/** Festivals that stand in the lunar calendar: [month, day]. */
const LUNAR: Partial<Record<Festival, readonly [number, number]>> = {
  春节: [1, 1],
  元宵: [1, 15],
  端午: [5, 5],
  中秋: [8, 15],
  重阳: [9, 9],
};

/** The lunar tables of the package cover these years. */
const LUNAR_YEARS = { first: 1900, last: 2099 };
/** The first year whose holidays the package holds. */
const FIRST_PUBLISHED_YEAR = 2004;

/**
 * The package reads and writes dates in the machine's zone; noon there is the same day in both of its ways of reading.
 * Text such as `2022-06-30` would come out a day early west of Greenwich.
 */
function localNoon(year: number, month: number, day: number): Date {
  return new Date(year, month - 1, day, 12);
}

/** The package names published holidays and make-up days `English,中文,days`, other days by their weekday. */
function isPublished(year: number): boolean {
  return chineseDays.getDayDetail(localNoon(year, 10, 1)).name.includes(',');
}

function lastPublishedYear(): number {
  let year = FIRST_PUBLISHED_YEAR;
  while (isPublished(year + 1)) year += 1;
  return year;
}

/** The days of a year that are worked on a weekend or free on a weekday. */
function exceptionsOf(year: number): ReadonlySet<Day> {
  const exceptions = new Set<Day>();
  for (let day = dayOf(year, 1, 1); day < dayOf(year + 1, 1, 1); day += 1) {
    const parts = partsOf(day);
    if (chineseDays.isWorkday(localNoon(year, parts.month, parts.day)) !== isWeekday(day)) exceptions.add(day);
  }
  return exceptions;
}

function isWeekday(day: Day): boolean {
  return weekdayOf(day) <= 5;
}

/** The day of a date of the lunar calendar; months are never leap months here. */
function lunarDay(year: number, month: number, day: number): Day | null {
  if (year < LUNAR_YEARS.first || year > LUNAR_YEARS.last) return null;
  return parseIso(chineseDays.getSolarDateFromLunar(localNoon(year, month, day)).date);
}

/** 清明. The package computes it in UTC and writes it in the machine's zone, so what that zone does to a day is undone. */
function pureBrightness(year: number): Day | null {
  const written = parseIso(chineseDays.getSolarTermDate(year, 4, 'pure_brightness'));
  const probe = parseIso(chineseDays.getDayDetail(`${year}-04-04`).date);
  return written === null || probe === null ? null : written + (dayOf(year, 4, 4) - probe);
}

function festivalDay(name: Festival, year: number): Day | null {
  const solar = SOLAR[name];
  if (solar) return dayOf(year, ...solar);
  const lunar = LUNAR[name];
  if (lunar) return lunarDay(year, ...lunar);
  if (name === '清明') return pureBrightness(year);
  const newYear = lunarDay(year, 1, 1);
  return newYear === null ? null : newYear - 1;
}

/**
 * China's calendar: the holidays and make-up days of the State Council's notices as far as they are published (`horizon`),
 * weekdays beyond. Festivals of the lunar calendar reach to 2099.
 */
export function chinaCalendar(): Calendar {
  const years = new Map<number, ReadonlySet<Day>>();
  const horizon = dayOf(lastPublishedYear(), 12, 31);
  return {
    horizon,
    isWorkday(day) {
      if (day > horizon) return isWeekday(day);
      const { year } = partsOf(day);
      let exceptions = years.get(year);
      if (!exceptions) years.set(year, (exceptions = exceptionsOf(year)));
      return isWeekday(day) !== exceptions.has(day);
    },
    festival: festivalDay,
  };
}
