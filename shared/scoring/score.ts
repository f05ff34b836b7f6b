import { approximate, clamp, exact, minus, NOTHING, plus, round } from '../number/exact.ts';
import { ratioOf } from '../number/ratio.ts';
import { baseOf } from './base.ts';
import { unitCard } from './card.ts';
import { clausePoints } from './deductions.ts';
import { factsByUnit, type Facts, type UnitFacts } from './facts.ts';
import type { Grade, Plan } from './plan.ts';
import { ranksOf } from './rank.ts';
import type { Receipt, ReceiptLine } from './types.ts';

/** Decimals of a score. */
const DECIMALS = 2;

type Unranked = Omit<Receipt, 'rank' | 'tierRank'>;

function isAssessed({ unit, measures }: UnitFacts): boolean {
  return unit.assessed === null ? measures.some(({ role }) => role === 'lead') : unit.assessed === 'yes';
}

/** The grade of a score as shown: the highest whose threshold it reaches; of a vetoed unit the lowest. */
function gradeOf(score: number, isVetoed: boolean, plan: Plan): Grade['id'] | null {
  const descending = plan.grades.toSorted((a, b) => b.from - a.from);
  return (isVetoed ? descending.at(-1) : descending.find((grade) => score >= grade.from))?.id ?? null;
}

/** `clamp(base + Σ clause points, 0, plan.cap)`, exact until it is rounded half up once, with the lines that add up to it. */
function scoreUnit(facts: UnitFacts, plan: Plan): Unranked {
  const { unit } = facts;
  const assessed = isAssessed(facts);
  const listed = { unit: unit.name, tier: unit.tier, assessed, ...unitCard(facts) };
  if (!assessed) return { ...listed, score: null, grade: null, vetoed: false, lines: [] };

  const base = baseOf(facts, plan);
  const clauses = clausePoints(facts, plan);
  const lines: ReceiptLine[] = [...base.lines, ...clauses.lines];
  const vetoed = clauses.isVetoed;
  if (base.points === null) return { ...listed, score: null, grade: null, vetoed, lines };

  const sum = plus(base.points, clauses.points);
  const clamped = clamp(sum, NOTHING, exact(ratioOf(plan.cap)));
  const cut = minus(clamped, sum);
  if (cut.numerator !== 0n) lines.push({ kind: 'clamp', points: approximate(cut) });
  const score = round(clamped, DECIMALS);
  return { ...listed, score, grade: gradeOf(score, vetoed, plan), vetoed, lines };
}

/**
 * The receipts of all units, in the order of `facts.units` (domain, Scores). Only assessed units have a score and a rank;
 * ranks are standard competition ranks by the score shown, overall and within the tier, vetoed units last.
 */
export function scoreUnits(facts: Facts, plan: Plan): Receipt[] {
  const unranked = factsByUnit(facts).map((unitFacts) => scoreUnit(unitFacts, plan));
  const ranks = ranksOf(unranked);
  const inTier = (tier: Receipt['tier']) => ranksOf(unranked.map((unit) => (unit.tier === tier ? unit : { score: null, vetoed: false })));
  const tierRanks = { key: inTier('key'), other: inTier('other') };
  return unranked.map((unit, index) => ({ ...unit, rank: ranks[index] ?? null, tierRank: tierRanks[unit.tier][index] ?? null }));
}
