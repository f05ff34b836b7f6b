import { isoOf, partsOf, type Day } from '../calendar/day.ts';
import { message, type Language, type Message } from '../message.ts';
import { inspectionKinds, type Bulletin, type FigureId } from '../report/bulletin.ts';
import type { UnitScore } from '../scoring/types.ts';
import { oneLine } from '../text/one-line.ts';
import { say } from './messages/index.ts';

/** The decimals a score is written with. */
const DECIMALS = 2;

/**
 * A bulletin as a text to send: a title, the day, and a paragraph a line for lists, inspections, problems, ranking and what is overdue; last the head of
 * the history it rests on (`headText`; null before the first revision), by which anyone who kept the text can have it verified later. Every line begins with
 * words of ours and holds names on one line, so that none passes for a line of its own, or for a formula where the text is pasted.
 */
export function bulletinText(bulletin: Bulletin, asOf: Day, language: Language, head: string | null): string {
  const words = (code: string, params: Message['params'] = {}): string => say(message(`bulletin.${code}`, params), language);
  const { year, month, day } = partsOf(asOf);
  const title = bulletin.unit === null ? words('textTitle') : words('textTitleOf', { unit: oneLine(bulletin.unit) });
  return [
    title,
    words('textAsOf', { year, month, day, iso: isoOf(asOf) }),
    lists(bulletin, words),
    inspections(bulletin, words, language),
    problems(bulletin, words),
    ...(['key', 'other'] as const).filter((tier) => bulletin.ranking[tier].length > 0).map((tier) => ranking(bulletin, tier, words, language)),
    red(bulletin, words),
    ...(head === null ? [] : [words('textHead', { head })]),
  ].join('\n');
}

type Words = (code: string, params?: Message['params']) => string;

function countOf({ figures }: Bulletin, id: FigureId): number {
  return figures[id].count;
}

function namesIn({ figures }: Bulletin, id: FigureId, words: Words): string {
  return (figures[id].groups ?? []).map(({ name }) => oneLine(name)).join(words('textList'));
}

function lists(bulletin: Bulletin, words: Words): string {
  const measures = countOf(bulletin, 'measures');
  return measures === 0 ? words('textNoLists') : words('textLists', { units: countOf(bulletin, 'unitsWithLists'), measures });
}

function inspections(bulletin: Bulletin, words: Words, language: Language): string {
  const count = countOf(bulletin, 'inspections');
  const kinds = inspectionKinds
    .map((kind) => ({ kind: say(message(`kind.${kind}`), language), count: countOf(bulletin, `${kind}Inspections`) }))
    .filter((one) => one.count > 0)
    .map((one) => words('textKind', one));
  const [orders, visited] = [countOf(bulletin, 'writtenOrders'), countOf(bulletin, 'unitsVisited')];
  return [
    count === 0 ? words('textNoInspections') : words('textInspections', { count, kinds: words('textKinds', { kinds: kinds.join(words('textList')) }) }),
    ...(orders === 0 ? [] : [words('textOrders', { count: orders })]),
    ...(visited === 0 ? [] : [words('textVisits', { count: visited })]),
  ].join(words('textSentences'));
}

function problems(bulletin: Bulletin, words: Words): string {
  const [count, aspects] = [countOf(bulletin, 'problems'), countOf(bulletin, 'aspects')];
  if (count === 0) return words('textNoProblems');
  const inAspects = aspects === 0 ? '' : words('textAspects', { count: aspects, names: namesIn(bulletin, 'aspects', words) });
  return words('textProblems', { count, aspects: inAspects, closed: countOf(bulletin, 'problemsClosed'), overdue: countOf(bulletin, 'problemsOverdue') });
}

function ranking(bulletin: Bulletin, tier: UnitScore['tier'], words: Words, language: Language): string {
  const units = bulletin.ranking[tier].map(({ unit, score, grade, tierRank }) =>
    words(tierRank === null ? 'textScored' : 'textRanked', {
      ...(tierRank !== null && { rank: tierRank }),
      unit: oneLine(unit),
      score: Number(score).toFixed(DECIMALS),
      grade: grade === null ? '' : say(message(`grade.${grade}`), language),
    }),
  );
  // The place among the others is kept back from who may not see theirs.
  const isRanked = bulletin.ranking[tier].some(({ tierRank }) => tierRank !== null);
  return words(isRanked ? 'textRanking' : 'textScores', { tier: say(message(`tier.${tier}`), language), units: units.join(words('textRanks')) });
}

function red(bulletin: Bulletin, words: Words): string {
  const count = countOf(bulletin, 'redUnits');
  return count === 0 ? words('textNoRed') : words('textRed', { count, units: namesIn(bulletin, 'redUnits', words) });
}
