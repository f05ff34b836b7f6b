import { isoOf } from '../../shared/calendar/day.ts';
import { say } from '../../shared/contract/messages/index.ts';
import type { ReceiptAnswer, ScoresAnswer } from '../../shared/contract/scores.ts';
import { receiptLineOf } from '../../shared/contract/words.ts';
import type { Language } from '../../shared/message.ts';
import { scoreChanges } from '../../shared/report/score-change.ts';
import { assess } from '../../shared/scoring/assess.ts';
import type { AssessInput } from '../../shared/scoring/assess.ts';
import { byRank, ranksOf } from '../../shared/scoring/rank.ts';
import type { Receipt, UnitScore } from '../../shared/scoring/types.ts';
import { namedUnits, openFlags } from './open-measures.ts';
import type { OpenMeasures } from './open-measures.ts';

/** Who asks: a clerk's rows are those of its unit alone. */
export interface Asker {
  /** The clerk's unit by any spelling; null for who reads all rows. */
  readonly unit: string | null;
  readonly language: Language;
}

/** Every unit's score over the rows at hand. For a clerk only the own unit is scored anew; others stand as in `last`, what the server said last. */
export function localScores(input: AssessInput, { unit }: Asker, last: ScoresAnswer | null): ScoresAnswer {
  const { receipts, directory, facts } = assess(input);
  const own = unit === null ? null : directory.resolve(unit).name;
  const mine = receipts.filter((receipt) => own === null || receipt.unit === own);
  const changes = scoreChanges(input, mine);
  const scored = mine.map((receipt) => ({ ...totalOf(receipt), change: changes.get(receipt.unit) ?? null }));
  return {
    ...restsOn(input, last),
    reportedFrom: facts.reportedFrom,
    units: byRank(own === null ? scored : placedAmong(last?.units ?? [], scored)),
  };
}

/** What a unit's score rests on over the rows at hand; null for a unit that no row names, and for one whose rows are not the clerk's. */
export function localReceipt(input: AssessInput, asker: Asker, unit: string, last: ScoresAnswer | null): ReceiptAnswer | null {
  const { receipts, directory, facts } = assess(input);
  const { name } = directory.resolve(unit);
  const found = receipts.find((receipt) => receipt.unit === name);
  if (found === undefined || (asker.unit !== null && directory.resolve(asker.unit).name !== name)) return null;
  const standing = localScores(input, asker, last).units.find((one) => one.unit === name);
  const lines = found.lines.map((line) => receiptLineOf(line, asker.language));
  const { rank, tierRank } = standing ?? found;
  return { ...restsOn(input, last), reportedFrom: facts.reportedFrom, ...totalOf(found), rank, tierRank, lines };
}

/** The measures that need someone over the rows at hand, worst first. */
export function localOpenMeasures(input: AssessInput, language: Language): OpenMeasures {
  const measures = input.entries.measures ?? [];
  const { verdicts, directory } = assess(input);
  const found = measures.flatMap(({ id, content }) => {
    const verdict = verdicts.get(id);
    const flag = openFlags.find((one) => one === verdict?.flag);
    if (verdict === undefined || flag === undefined) return [];
    const text = (field: string): string => String(content[field] ?? '');
    const { card, due, daysLeft, reading } = verdict;
    const what = { id, title: text('title'), ...namedUnits(content, directory), leader: text('leader'), wording: text('due') };
    return [{ ...what, flag, card, due: due === null ? null : isoOf(due), daysLeft, reading: say(reading, language) }];
  });
  const worstFirst = found.toSorted((a, b) => openFlags.indexOf(a.flag) - openFlags.indexOf(b.flag) || (a.daysLeft ?? 0) - (b.daysLeft ?? 0));
  return { isLedgerEmpty: measures.length === 0, measures: worstFirst };
}

type Standing = ScoresAnswer['units'][number];

/** A unit's new score among the last of the others, and the places that follow; places that were not to be seen stay so. */
function placedAmong(others: readonly Standing[], [mine]: readonly Standing[]): readonly Standing[] {
  if (mine === undefined) return others;
  const before = others.find(({ unit }) => unit === mine.unit);
  const units = before ? others.map((one) => (one === before ? mine : one)) : [...others, mine];
  if (before === undefined || units.length === 1 || before.rank === null)
    return units.map((one) => (one === mine ? { ...one, rank: null, tierRank: null } : one));
  const ranked = (group: readonly Standing[]) => new Map(ranksOf(group).map((rank, at) => [group[at]?.unit, rank]));
  const overall = ranked(units.filter(({ assessed }) => assessed));
  const inTier = (['key', 'other'] as const).map((tier) => ranked(units.filter((one) => one.assessed && one.tier === tier)));
  return units.map((one) => ({
    ...one,
    rank: overall.get(one.unit) ?? null,
    tierRank: inTier.map((tier) => tier.get(one.unit)).find((rank) => rank !== undefined) ?? null,
  }));
}

function totalOf({ lines: _lines, ...unit }: Receipt): UnitScore {
  return unit;
}

function restsOn({ asOf, plan, entries }: AssessInput, last: ScoresAnswer | null): Pick<ScoresAnswer, 'asOf' | 'revision' | 'planVersion'> {
  const newest = Object.values(entries)
    .flat()
    .reduce((most, { revision }) => Math.max(most, revision), 0);
  return { asOf: isoOf(asOf), revision: last?.revision ?? newest, planVersion: plan.version };
}
