import { MAX_ROWS } from '../../shared/contract/push.ts';
import { pointerOf } from './pointer.ts';

/** Arrays and objects within each other; bodies need five. */
const MAX_DEPTH = 32;
/** The longest text as written: a full cell in escapes of six characters each. */
const MAX_TEXT = 6 * 32_767;

/** Names in one object: the largest has one for each row of a push. */
const MAX_NAMES = MAX_ROWS;

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** A number no longer than this is finite unless it has an exponent. */
const SURELY_FINITE = 300;
const LONE_SURROGATE = /\p{Surrogate}/u;
const [QUOTE, OPEN_OBJECT, CLOSE_OBJECT, OPEN_ARRAY, CLOSE_ARRAY, COMMA, COLON] = [34, 123, 125, 91, 93, 44, 58] as const;
const NO_MORE = Infinity;

/** What a text has that strict JSON has not, and where. */
export class JsonFault extends Error {
  /** Characters before it. */
  readonly position: number;
  /** The JSON pointer (RFC 6901) of the value it is in. */
  readonly pointer: string;
  /** What should stand there. */
  readonly expected: string;

  constructor(position: number, pointer: string, expected: string) {
    super(`${position} ${pointer}: ${expected}`);
    this.position = position;
    this.pointer = pointer;
    this.expected = expected;
  }
}

/**
 * The value of a JSON text (RFC 8259) that every reader reads alike (I-JSON, RFC 7493): no name twice in an object, no `__proto__`, no number too large
 * for a double, no half of a surrogate pair; bounded in depth, in the length of a text and in the names of an object. Throws a JsonFault.
 *
 * One pass that only finds faults, then the engine's parser: texts are skipped from quote to quote by `indexOf`, so a push pays little for it.
 */
export function parseStrictJson(text: string): unknown {
  new Scan(text).run();
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new JsonFault(Number(/position (\d+)/.exec(error.message)?.[1] ?? 0), '', 'control characters in a text as escapes');
  }
}

class Scan {
  readonly #text: string;
  /** Null: in an array or object, but at no member of it yet. */
  readonly #path: (string | number | null)[] = [];
  #at = 0;
  #backslash: number;

  constructor(text: string) {
    this.#text = text;
    this.#backslash = this.#find('\\', 0);
  }

  run(): void {
    this.#value();
    if (this.#next() !== NO_MORE) throw this.#fault('nothing after the value');
  }

  #find(what: string, from: number): number {
    const found = this.#text.indexOf(what, from);
    return found === -1 ? NO_MORE : found;
  }

  #fault(expected: string, position = this.#at): JsonFault {
    const steps = this.#path.filter((step) => step !== null);
    return new JsonFault(position, pointerOf(steps), expected);
  }

  /** The code of the next character that is no white space; NO_MORE at the end. */
  #next(): number {
    for (; this.#at < this.#text.length; this.#at += 1) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return code;
    }
    return NO_MORE;
  }

  #value(): void {
    const code = this.#next();
    if (code === QUOTE) this.#string();
    else if (code === OPEN_ARRAY) this.#array();
    else if (code === OPEN_OBJECT) this.#object();
    else if (code === 45 || (code >= 48 && code <= 57)) this.#number();
    else this.#word();
  }

  #word(): void {
    for (const word of ['null', 'true', 'false']) {
      if (!this.#text.startsWith(word, this.#at)) continue;
      this.#at += word.length;
      return;
    }
    throw this.#fault('a JSON value');
  }

  #number(): void {
    NUMBER.lastIndex = this.#at;
    const written = NUMBER.exec(this.#text)?.[0];
    if (written === undefined) throw this.#fault('a JSON number');
    const isSafe = written.length < SURELY_FINITE && !written.includes('e') && !written.includes('E');
    if (!isSafe && !Number.isFinite(Number(written))) throw this.#fault('a number that fits a double');
    this.#at += written.length;
  }

  #array(): void {
    const place = this.#enter();
    if (this.#next() !== CLOSE_ARRAY) {
      for (let index = 0; ; index += 1) {
        this.#path[place] = index;
        this.#value();
        const code = this.#next();
        if (code === CLOSE_ARRAY) break;
        if (code !== COMMA) throw this.#fault('a comma or the end of the array');
        this.#at += 1;
      }
    }
    this.#leave();
  }

  #object(): void {
    const place = this.#enter();
    if (this.#next() !== CLOSE_OBJECT) {
      const names = new Set<string>();
      for (;;) {
        if (this.#next() !== QUOTE) throw this.#fault('a name in quotes');
        const began = this.#at;
        const name = this.#string() ?? this.#text.slice(began + 1, this.#at - 1);
        this.#path[place] = name;
        if (name === '__proto__') throw this.#fault('another name than __proto__', began);
        if (names.has(name)) throw this.#fault('each name once in an object', began);
        if (names.size === MAX_NAMES) throw this.#fault(`at most ${MAX_NAMES} names in an object`, began);
        names.add(name);
        if (this.#next() !== COLON) throw this.#fault('a colon after the name');
        this.#at += 1;
        this.#value();
        const code = this.#next();
        if (code === CLOSE_OBJECT) break;
        if (code !== COMMA) throw this.#fault('a comma or the end of the object');
        this.#at += 1;
      }
    }
    this.#leave();
  }

  #enter(): number {
    if (this.#path.length >= MAX_DEPTH) throw this.#fault(`at most ${MAX_DEPTH} arrays and objects within each other`);
    this.#at += 1;
    return this.#path.push(null) - 1;
  }

  #leave(): void {
    this.#at += 1;
    this.#path.pop();
  }

  /** Goes past a text; tells how it reads if it has escapes, else null: it then reads as it is written. */
  #string(): string | null {
    const began = this.#at;
    let end = this.#find('"', began + 1);
    let from = began;
    while (this.#escapeFrom(from) < end) {
      from = this.#backslash + 2;
      if (end < from) end = this.#find('"', from);
    }
    if (end === NO_MORE) throw this.#fault('a quote at the end of the text', began);
    if (end - began > MAX_TEXT) throw this.#fault(`a text of at most ${MAX_TEXT} characters as written`, began);
    this.#at = end + 1;
    return from === began ? null : this.#unescaped(began, end);
  }

  /** Where the first backslash at or after a position stands. */
  #escapeFrom(from: number): number {
    if (this.#backslash < from) this.#backslash = this.#find('\\', from);
    return this.#backslash;
  }

  #unescaped(began: number, end: number): string {
    try {
      const read: unknown = JSON.parse(this.#text.slice(began, end + 1));
      if (typeof read === 'string' && !LONE_SURROGATE.test(read)) return read;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw this.#fault('a text with the escapes of JSON', began);
    }
    throw this.#fault('surrogates in pairs', began);
  }
}
