import type { Calendar } from '../calendar/calendar.ts';
import type { Day } from '../calendar/day.ts';
import type { Message } from '../message.ts';
import type { Recurrence } from './types.ts';

/** The year of a date as it was written: in digits, as a word that counts from another year (明年 is +1), or not at all. */
export type WrittenYear =
  | { readonly digits: number }
  /** `carries`: counts from the date before it in the same cell, where there is one (次年, 当年). */
  | { readonly offset: number; readonly carries: boolean }
  | null;

/** A day on the calendar, or the last day of a span, that still needs its year. */
export interface YearPoint {
  readonly leans: 'year';
  readonly year: WrittenYear;
  /** The month it lies in, for a range such as 6月1日至15日. */
  readonly month: number | null;
  /** True when a single day was written, not a span. */
  readonly exact: boolean;
  at(year: number, calendar: Calendar): Day | Message;
}

/** A day that counts from the issue date, or from the day the wording was first pushed (本月底, 次月5日). */
export interface BasePoint {
  readonly leans: 'base';
  at(base: Day): Day | Message;
}

export type Point = YearPoint | BasePoint;

/** A span of time from a start: 15日内, 5个工作日内. */
export interface Duration {
  readonly count: number;
  readonly unit: 'day' | 'workday' | 'month';
}

/** A period that comes back, and the due day in the one that begins on `start`. */
export interface Cycle {
  readonly every: Recurrence['every'];
  dueAfter(start: Day): Day;
}

/** What one rule makes of a piece of a deadline. */
export type Token =
  | { readonly is: 'point'; readonly point: Point }
  /** 15日 without a month: the end of a range such as 6月1日至15日. */
  | { readonly is: 'dayOnly'; readonly day: number; readonly text: string }
  /** 至, between two points. */
  | { readonly is: 'range' }
  /** 起, 后: the point before it is a start, not a deadline. */
  | { readonly is: 'from' }
  /** 收到通知后: the issue date in words. */
  | { readonly is: 'issue' }
  /** 其中: the dates that follow lie before the one that was named. */
  | { readonly is: 'among' }
  | { readonly is: 'relative'; readonly duration: Duration }
  | { readonly is: 'recurring'; readonly cycle: Cycle; readonly text: string }
  | { readonly is: 'immediate' }
  | { readonly is: 'standing' }
  /** 尽快: says nothing beside a date, and is no deadline alone. */
  | { readonly is: 'vague'; readonly text: string }
  /** Words that do not touch the deadline. */
  | { readonly is: 'words' }
  | { readonly is: 'trouble'; readonly problem: Message };

/** The named groups of a match. */
export type Groups = Readonly<Record<string, string | undefined>>;

/** A rule of the grammar. `pattern` is sticky; the longest match among all rules wins, the earlier rule where two are as long. */
export interface Rule {
  readonly name: string;
  readonly pattern: RegExp;
  read(groups: Groups, text: string): Token;
}

/** Makes a rule from the source of its pattern. */
export function rule(name: string, source: string, read: Rule['read']): Rule {
  return { name, pattern: new RegExp(source, 'y'), read };
}
