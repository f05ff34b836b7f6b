import { isoOf } from '../../shared/calendar/day.ts';
import { say } from '../../shared/contract/messages/index.ts';
import type { Said } from '../../shared/contract/primitives.ts';
import type { RowProblem } from '../../shared/contract/push.ts';
import type { CellProblem } from '../../shared/ledger/rows.ts';
import type { Language, Message } from '../../shared/message.ts';
import { rowScore } from '../../shared/verdict/row-score.ts';
import type { Verdict } from '../../shared/verdict/types.ts';

/** A message with its words. */
export function saidOf({ code, params }: Message, language: Language): Said {
  return { code, params, message: say({ code, params }, language) };
}

/** A row's problem as it goes over the wire: its code without the area it belongs to in the message table. */
export function problemOf({ code, params, column, value }: CellProblem, language: Language): RowProblem {
  return { column, code: code.replace(/^problem\./, ''), params, value, message: say({ code, params }, language) };
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
