import { describe, expect, it } from 'vitest';
import { chinaCalendar } from '../../../shared/calendar/china.ts';
import { dayOf } from '../../../shared/calendar/day.ts';
import { normaliseDeadline } from '../../../shared/deadline/normalise.ts';
import { parseDeadline, rules } from '../../../shared/deadline/parse.ts';
import { resolveDeadline } from '../../../shared/deadline/resolve.ts';
import type { Rule } from '../../../shared/deadline/tokens.ts';
import { corpus } from './corpus.ts';

const context = {
  period: { start: dayOf(2022, 1, 1), end: dayOf(2022, 12, 31) },
  issuedOn: dayOf(2022, 3, 15),
  wordedOn: dayOf(2022, 6, 30),
  calendar: chinaCalendar(),
  restDayPolicy: 'keep',
  immediateWorkdays: 0,
} as const;

const texts = [
  ...new Set(
    Object.values(corpus)
      .flat()
      .flatMap(([cell]) => (typeof cell === 'string' ? [normaliseDeadline(cell)] : [])),
  ),
];

function readings(grammar: readonly Rule[], among: readonly string[]): readonly string[] {
  return among.map((text) => {
    const { kind, date, recurrence, milestones, reading } = resolveDeadline(parseDeadline(text, grammar), text, context);
    return JSON.stringify([kind, date, recurrence?.dueWithin(context.wordedOn), milestones, reading.code]);
  });
}

describe.each(rules.map((rule) => ({ name: rule.name, rule })))('the rule “$name”', ({ rule }) => {
  it('is needed: without it some example of the corpus reads otherwise', () => {
    const touched = texts.filter((text) => new RegExp(rule.pattern.source).test(text));
    expect(readings(rules, touched)).not.toEqual(
      readings(
        rules.filter((other) => other !== rule),
        touched,
      ),
    );
  });
});

it('rules have names of their own', () => {
  expect(new Set(rules.map((rule) => rule.name)).size).toBe(rules.length);
  expect(rules.filter((rule) => rule.name === '')).toEqual([]);
});
