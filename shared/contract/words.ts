import { isoOf } from '../calendar/day.ts';
import type { CellProblem } from '../ledger/rows.ts';
import type { Language, Message } from '../message.ts';
import type { ReceiptLine } from '../scoring/types.ts';
import { rowScore } from '../verdict/row-score.ts';
import type { Verdict } from '../verdict/types.ts';
import { say } from './messages/index.ts';
import type { Said } from './primitives.ts';
import type { Counts, RowProblem } from './push.ts';

/** A message with its words. */
export function saidOf({ code, params }: Message, language: Language): Said {
  return { code, params, message: say({ code, params }, language) };
}

/** A receipt line with the words of its reasons. */
export function receiptLineOf(line: ReceiptLine, language: Language) {
  if (line.kind === 'notAssessed') return { ...line, reason: saidOf(line.reason, language) };
  if (line.kind === 'clamp') return line;
  return { ...line, entries: line.entries.map(({ leftOut, ...entry }) => (leftOut === undefined ? entry : { ...entry, leftOut: saidOf(leftOut, language) })) };
}

/** A row's problem as it goes over the wire: its code without the area it belongs to in the message table. */
function problemOf({ code, params, column, value }: CellProblem, language: Language): RowProblem {
  return { column, code: code.replace(/^problem\./, ''), params, value, message: say({ code, params }, language) };
}

/** How many rows came to what. */
export function countsOf(rows: readonly { readonly outcome: keyof Counts }[]): Counts {
  const counts = { inserted: 0, updated: 0, unchanged: 0, deleted: 0, incoming: 0, conflict: 0, rejected: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
}

interface AnsweredRow<Id, Outcome> {
  readonly id: Id;
  readonly outcome: Outcome;
  readonly problems: readonly CellProblem[];
}

/** What became of rows or ids, column by column, in their order. */
export function outcomeColumns<Id, Outcome>(rows: readonly AnsweredRow<Id, Outcome>[], language: Language) {
  return {
    id: rows.map(({ id }) => id),
    outcome: rows.map(({ outcome }) => outcome),
    problems: rows.map(({ problems }) => problems.map((problem) => problemOf(problem, language))),
  };
}

const NO_HINTS: readonly Said[] = [];

/** Verdicts column by column, in the order of the rows; nulls where there is none. The same words are made once. */
export function verdictColumns(verdicts: readonly (Verdict | null)[], language: Language) {
  const wordsOf = remembering((reading: Message) => say(reading, language));
  const dateOf = remembering(isoOf);
  return {
    flag: verdicts.map((verdict) => verdict?.flag ?? null),
    card: verdicts.map((verdict) => verdict?.card ?? null),
    due: verdicts.map((verdict) => (verdict === null || verdict.due === null ? null : dateOf(verdict.due))),
    daysLeft: verdicts.map((verdict) => verdict?.daysLeft ?? null),
    score: verdicts.map((verdict) => (verdict === null || verdict.value === null ? null : rowScore(verdict.value))),
    deadline: verdicts.map((verdict) => verdict?.deadline ?? null),
    reading: verdicts.map((verdict) => (verdict === null ? null : wordsOf(verdict.reading))),
    hints: verdicts.map((verdict) => (verdict === null || verdict.hints.length === 0 ? NO_HINTS : verdict.hints.map((hint) => saidOf(hint, language)))),
  };
}

/** The same function, which works out each argument once. */
function remembering<In, Out>(compute: (input: In) => Out): (input: In) => Out {
  const known = new Map<In, Out>();
  return (input) => {
    const met = known.get(input);
    if (met !== undefined) return met;
    const output = compute(input);
    known.set(input, output);
    return output;
  };
}
