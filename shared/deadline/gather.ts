import type { Day } from '../calendar/day.ts';
import { isoOf, partsOf } from '../calendar/day.ts';
import { message } from '../message.ts';
import type { Message } from '../message.ts';
import { dueOfBasePoint, dueOfDuration, dueOfYearPoint } from './due.ts';
import type { Due } from './due.ts';
import { checkedDay } from './numbers.ts';
import type { BasePoint, Cycle, Duration, Point, Token, YearPoint } from './tokens.ts';
import type { DeadlineContext } from './types.ts';

/** A due day, and whether it counts from a start by a span of time. */
export type DueDay = Due & { readonly relative: boolean };

/** Everything the tokens of one deadline say, before one reading is chosen. */
export interface Gathered {
  readonly dues: readonly DueDay[];
  readonly cycles: readonly { readonly cycle: Cycle; readonly text: string }[];
  readonly immediate: boolean;
  readonly standing: boolean;
  /** A point that is only a start (6月起). */
  readonly start: boolean;
  /** An urgent word without a day (尽快). */
  readonly vague: string | null;
}

/** Walks the tokens of a deadline and works out its days; a message where that cannot be done. */
export function gather(tokens: readonly Token[], context: DeadlineContext): Gathered | Message {
  return new Gathering(tokens, context).result();
}

class Gathering {
  readonly #tokens: readonly Token[];
  readonly #context: DeadlineContext;
  readonly #dues: DueDay[] = [];
  readonly #cycles: { cycle: Cycle; text: string }[] = [];
  #immediate = false;
  #standing = false;
  #vague: string | null = null;
  #among = false;
  /** The day 起 was said of, and whether it was a single day. */
  #start: { day: Day; exact: boolean } | null = null;
  #lastExact = false;

  constructor(tokens: readonly Token[], context: DeadlineContext) {
    this.#tokens = tokens;
    this.#context = context;
  }

  result(): Gathered | Message {
    for (let at = 0; at < this.#tokens.length; at += 1) {
      const taken = this.#take(at);
      if (typeof taken !== 'number') return taken;
      at += taken;
    }
    return {
      dues: this.#dues,
      cycles: this.#cycles,
      immediate: this.#immediate,
      standing: this.#standing,
      start: this.#start !== null,
      vague: this.#vague,
    };
  }

  /** Takes the token at a place; returns how many further tokens went with it. */
  #take(at: number): number | Message {
    const token = this.#tokens[at];
    switch (token?.is) {
      case 'trouble':
        return token.problem;
      case 'point':
        return this.#point(token.point, at);
      case 'dayOnly':
        return message('deadline.noMonth', { text: token.text });
      case 'relative':
        return this.#relative(token.duration);
      case 'recurring':
        this.#cycles.push({ cycle: token.cycle, text: token.text });
        return 0;
      case 'from':
        return this.#from();
      case 'range':
        return this.#openRange(at);
      case 'among':
        this.#among = true;
        return 0;
      case 'immediate':
        this.#immediate = true;
        return 0;
      case 'standing':
        this.#standing = true;
        return 0;
      case 'vague':
        this.#vague ??= token.text;
        return 0;
      default:
        return 0;
    }
  }

  /** A 至 with nothing before it that a range could begin with: it may lead to an end (至6月底), but not from a date to nowhere. */
  #openRange(at: number): number | Message {
    const leadsToEnd = this.#dues.length === 0 && this.#tokens[at + 1]?.is === 'point';
    return leadsToEnd ? 0 : message('deadline.rangeOpen');
  }

  /** A point, or the range that begins with it, which is due at its end. */
  #point(point: Point, at: number): number | Message {
    if (this.#tokens[at - 1]?.is === 'point') return message('deadline.mixed');
    const end = this.#rangeEnd(point, at);
    if (end) {
      const due = this.#endOfRange(point, end.point);
      return 'code' in due ? due : (this.#push(due, end.point) ?? end.at - at);
    }
    const due = this.#due(point, this.#carriedYear(), true);
    return 'code' in due ? due : (this.#push(due, point) ?? 0);
  }

  #due(point: Point, carriedYear: number | null, mayMove: boolean): Due | Message {
    return point.leans === 'base' ? dueOfBasePoint(point, this.#context) : dueOfYearPoint(point, { carriedYear, mayMove }, this.#context);
  }

  #carriedYear(): number | null {
    return this.#dues.at(-1)?.writtenYear ?? null;
  }

  /** The point that ends the range a point begins, and where it stands; null where no range follows. */
  #rangeEnd(point: Point, at: number): { point: Point; at: number } | null {
    const isWords = (index: number) => this.#tokens[index]?.is === 'words' || this.#tokens[index]?.is === 'from';
    let next = at + 1;
    while (isWords(next)) next += 1;
    if (this.#tokens[next]?.is !== 'range') return null;
    next += 1;
    while (this.#tokens[next]?.is === 'words') next += 1;
    const token = this.#tokens[next];
    if (token?.is === 'point') return { point: token.point, at: next };
    if (token?.is !== 'dayOnly' || point.leans !== 'year' || point.month === null) return null;
    return { point: dayOfMonth(point, point.month, token.day, token.text), at: next };
  }

  #endOfRange(from: Point, to: Point): Due | Message {
    const start = this.#due(from, this.#carriedYear(), false);
    if ('code' in start) return start;
    const end = this.#due(to, start.writtenYear, true);
    if ('code' in end || end.day >= start.day) return end;
    if (to.leans === 'base' || to.year !== null) return message('deadline.rangeBackwards', { start: isoOf(start.day), end: isoOf(end.day) });
    const year = partsOf(end.day).year + 1;
    const day = to.at(year, this.#context.calendar);
    if (typeof day !== 'number') return day;
    return { ...end, day, manner: 'rangeIntoNextYear', params: { start: isoOf(start.day) }, writtenYear: year };
  }

  /** Keeps a due day. A later date without a year that comes out before an earlier one may belong to the next year: nobody can tell. */
  #push(due: Due, point: YearPoint | BasePoint): Message | null {
    const before = this.#dues.at(-1);
    if (before && !this.#among && due.day < before.day && point.leans === 'year' && point.year === null) {
      return message('deadline.yearUnclear', { before: isoOf(before.day), date: isoOf(due.day) });
    }
    this.#dues.push({ ...due, relative: false });
    this.#lastExact = point.leans === 'base' || point.exact;
    return null;
  }

  #relative(duration: Duration): number | Message {
    const { issuedOn } = this.#context;
    if (this.#start && !this.#start.exact) return message('deadline.startNotADay');
    const base = this.#start?.day ?? issuedOn;
    if (base === null) return message('deadline.needsIssueDate');
    this.#dues.push({ ...dueOfDuration(duration, base, this.#start ? 'fromStart' : 'fromIssued', this.#context), relative: true });
    return 0;
  }

  #from(): number | Message {
    const due = this.#dues.pop();
    if (!due || due.relative) return message('deadline.afterOnly');
    this.#start = { day: due.day, exact: this.#lastExact };
    return 0;
  }
}

/** A day in the month of the point that begins its range. */
function dayOfMonth(from: YearPoint, month: number, day: number, text: string): YearPoint {
  return { leans: 'year', year: null, month, exact: true, at: (year) => checkedDay(text, year, month, day) };
}
