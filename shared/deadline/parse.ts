import { partsOf } from '../calendar/day.ts';
import { message } from '../message.ts';
import type { Message } from '../message.ts';
import { isNumberText, readDateText } from './dates.ts';
import { basedRules } from './rules/based.ts';
import { dayRules } from './rules/days.ts';
import { festivalRules } from './rules/festivals.ts';
import { monthRules } from './rules/months.ts';
import { openEndedRules } from './rules/open-ended.ts';
import { rangeRules } from './rules/ranges.ts';
import { recurringRules } from './rules/recurring.ts';
import { issueRules, relativeRules } from './rules/relative.ts';
import { spanRules } from './rules/spans.ts';
import { MARKERS, wordRules } from './rules/words.ts';
import type { Rule, Token } from './tokens.ts';

/** The grammar: every rule by its family. */
export const rules: readonly Rule[] = [
  ...dayRules,
  ...monthRules,
  ...spanRules,
  ...rangeRules,
  ...basedRules,
  ...festivalRules,
  ...recurringRules,
  ...relativeRules,
  ...issueRules,
  ...openEndedRules,
  ...wordRules,
];

/**
 * Reads normalised text into tokens. What no rule knows ends the list with a trouble that says why: nothing is skipped, so no part
 * of a deadline is read while another is ignored. `grammar` is for tests of single rules.
 */
export function parseDeadline(text: string, grammar: readonly Rule[] = rules): readonly Token[] {
  if (isNumberText(text)) return [dateToken(readDateText(text))];
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const found = longestAt(text, at, grammar);
    if (!found) return [...tokens, { is: 'trouble', problem: unknownWords(text, at, tokens) }];
    tokens.push(found.token);
    at += found.length;
    if (takesMarker(found.token)) at += lengthAt(MARKERS, text, at);
  }
  return tokens;
}

function longestAt(text: string, at: number, grammar: readonly Rule[]): { token: Token; length: number } | null {
  let best: { rule: Rule; match: RegExpExecArray } | null = null;
  for (const rule of grammar) {
    rule.pattern.lastIndex = at;
    const match = rule.pattern.exec(text);
    if (match && match[0].length > (best?.match[0].length ?? 0)) best = { rule, match };
  }
  return best && { token: best.rule.read(best.match.groups ?? {}, best.match[0]), length: best.match[0].length };
}

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

function takesMarker(token: Token): boolean {
  return token.is === 'point' || token.is === 'dayOnly' || token.is === 'relative' || token.is === 'recurring';
}

/** A date that was read as a whole: a number, or why it is none. */
export function dateToken(read: ReturnType<typeof readDateText>): Token {
  if ('problem' in read) return { is: 'trouble', problem: read.problem };
  const { year, month } = partsOf(read.day);
  return { is: 'point', point: { leans: 'year', year: { digits: year }, month, exact: read.precision === 'day', at: () => read.day } };
}

/** Why a deadline with words that no rule knows cannot be read. */
function unknownWords(text: string, at: number, before: readonly Token[]): Message {
  const rest = text.slice(at);
  if (/^(?:每|隔)/.test(rest)) return message('deadline.unknownCycle', { text: rest });
  if (/^(?:农历|阴历|正月|腊月|冬月)/.test(rest)) return message('deadline.lunar', { text: rest });
  if (before.some(takesMarker)) return message('deadline.unknownWords', { text, rest });
  if (/^\D*(?:[前后]|之日|时)/.test(rest)) return message('deadline.eventNotDate', { text });
  return message('deadline.noDateFound', { text });
}
