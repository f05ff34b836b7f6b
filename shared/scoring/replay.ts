import type { Calendar } from '../calendar/calendar.ts';
import type { Day } from '../calendar/day.ts';
import type { Entry } from '../ledger/entry.ts';
import type { UnitDirectory } from '../ledger/unit-names.ts';
import type { Message } from '../message.ts';
import { compare } from '../number/ratio.ts';
import type { RegisterId } from '../registers/index.ts';
import { compareText } from '../text/compare.ts';
import type { Flag, Ratio, Verdict } from '../verdict/types.ts';
import { assess, type AssessInput, type AssessResult } from './assess.ts';
import type { ClauseId, IndicatorId, Plan } from './plan.ts';
import type { Receipt, ReceiptLine } from './types.ts';

export interface ReplayInput {
  readonly entries: Readonly<Partial<Record<RegisterId, readonly Entry[]>>>;
  readonly current: Plan;
  readonly proposed: Plan;
  readonly asOf: Day;
  readonly calendar: Calendar;
  /** Gives the verdicts under the current plan, for who keeps them; the proposed plan is always judged anew. */
  readonly judge?: AssessInput['judge'];
}

/** What a line of a receipt says, without its entries. */
export type LineTotal =
  | { readonly kind: 'indicator'; readonly weight: number; readonly x: number; readonly points: number }
  | { readonly kind: 'notAssessed'; readonly reason: Message }
  | { readonly kind: 'clause'; readonly points: number; readonly hits: number }
  | { readonly kind: 'clamp'; readonly points: number };

/** A line that differs; null where there is no such line. */
export interface LineMove {
  readonly line: IndicatorId | ClauseId | 'clamp';
  readonly before: LineTotal | null;
  readonly after: LineTotal | null;
}

type Judged = Pick<Verdict, 'flag' | 'due' | 'value'>;

/** A measure or problem whose flag, due day or value differs. */
export interface EntryMove {
  readonly entry: Entry;
  readonly before: Judged;
  readonly after: Judged;
}

/** A unit under both plans; null where the unit is not there, which a changed district can bring about. */
export interface UnitMove {
  readonly unit: string;
  readonly before: Receipt | null;
  readonly after: Receipt | null;
  /** The score after less that before, to two decimals; null when either is missing. */
  readonly change: number | null;
  readonly lines: readonly LineMove[];
  /** By id. */
  readonly entries: readonly EntryMove[];
}

/** How many entries went from one flag to another. */
export interface FlagMove {
  readonly before: Flag;
  readonly after: Flag;
  readonly ids: readonly string[];
}

export interface Replay {
  /** Every unit, those that move most first. */
  readonly units: readonly UnitMove[];
  /** The most frequent first. */
  readonly flags: readonly FlagMove[];
}

/** 试算: the same rows as of the same day under the plan in force and under a proposed one, unit by unit, with what moved and why. */
export function replay({ entries, current, proposed, asOf, calendar, judge }: ReplayInput): Replay {
  const before = assess({ entries, plan: current, asOf, calendar, ...(judge && { judge }) });
  const after = assess({ entries, plan: proposed, asOf, calendar });
  const moves = [...(entries.measures ?? []), ...(entries.problems ?? [])]
    .flatMap((entry): EntryMove[] => {
      const [was, is] = [before.verdicts.get(entry.id), after.verdicts.get(entry.id)];
      return was === undefined || is === undefined || isSame(was, is) ? [] : [{ entry, before: was, after: is }];
    })
    .toSorted((a, b) => compareText(a.entry.id, b.entry.id));

  const moved = byUnit(moves, after.directory);
  const [was, is] = [unitsOf(before), unitsOf(after)];
  const units = [...new Set([...was.keys(), ...is.keys()])].map((unit) => unitMove(unit, was.get(unit) ?? null, is.get(unit) ?? null, moved.get(unit) ?? []));
  return { units: units.toSorted(byMove), flags: flagMoves(moves) };
}

function unitsOf({ receipts }: AssessResult): ReadonlyMap<string, Receipt> {
  return new Map(receipts.map((receipt) => [receipt.unit, receipt]));
}

/** The moves under every unit that their entries name, by the names the receipts have. */
function byUnit(moves: readonly EntryMove[], directory: UnitDirectory): ReadonlyMap<string, readonly EntryMove[]> {
  const found = new Map<string, EntryMove[]>();
  for (const move of moves) {
    const { lead, co } = directory.resolveMeasure(move.entry.content);
    for (const { name } of [lead, ...co]) {
      const known = found.get(name);
      if (known) known.push(move);
      else found.set(name, [move]);
    }
  }
  return found;
}

function isSame(a: Verdict, b: Verdict): boolean {
  return a.flag === b.flag && a.due === b.due && sameValue(a.value, b.value);
}

function sameValue(a: Ratio | null, b: Ratio | null): boolean {
  return a === null || b === null ? a === b : compare(a, b) === 0;
}

function unitMove(unit: string, before: Receipt | null, after: Receipt | null, entries: readonly EntryMove[]): UnitMove {
  return {
    unit,
    before,
    after,
    change: changeOf(before?.score ?? null, after?.score ?? null),
    lines: lineMoves(before?.lines ?? [], after?.lines ?? []),
    entries,
  };
}

/** Scores have two decimals, so that their difference is one of whole hundredths. */
function changeOf(before: number | null, after: number | null): number | null {
  return before === null || after === null ? null : (Math.round(after * 100) - Math.round(before * 100)) / 100;
}

function lineMoves(before: readonly ReceiptLine[], after: readonly ReceiptLine[]): LineMove[] {
  const [was, is] = [before, after].map((lines) => new Map(lines.map((line) => [line.kind === 'clamp' ? line.kind : line.id, totalOf(line)])));
  return [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])]
    .map((line) => ({ line, before: was?.get(line) ?? null, after: is?.get(line) ?? null }))
    .filter((move) => JSON.stringify(move.before) !== JSON.stringify(move.after));
}

function totalOf(line: ReceiptLine): LineTotal {
  if (line.kind === 'indicator') return { kind: line.kind, weight: line.weight, x: line.x, points: line.points };
  if (line.kind === 'notAssessed') return { kind: line.kind, reason: line.reason };
  if (line.kind === 'clamp') return line;
  return { kind: line.kind, points: line.points, hits: line.entries.filter(({ suppressedBy }) => suppressedBy === undefined).length };
}

function flagMoves(moves: readonly EntryMove[]): FlagMove[] {
  const groups = new Map<string, { before: Flag; after: Flag; ids: string[] }>();
  for (const { entry, before, after } of moves) {
    if (before.flag === after.flag) continue;
    const key = `${before.flag} ${after.flag}`;
    const known = groups.get(key);
    if (known) known.ids.push(entry.id);
    else groups.set(key, { before: before.flag, after: after.flag, ids: [entry.id] });
  }
  return [...groups.entries()].toSorted(([a, one], [b, other]) => other.ids.length - one.ids.length || compareText(a, b)).map(([, group]) => group);
}

/** Those with a score under one plan alone first, then by how far the score moves, then the rank; by name where nothing tells them apart. */
function byMove(a: UnitMove, b: UnitMove): number {
  return moveOf(b) - moveOf(a) || rankMoveOf(b) - rankMoveOf(a) || compareText(a.unit, b.unit);
}

function moveOf({ before, after, change }: UnitMove): number {
  if (change !== null) return Math.abs(change);
  return (before?.score ?? null) === (after?.score ?? null) ? 0 : Number.MAX_SAFE_INTEGER;
}

function rankMoveOf({ before, after }: UnitMove): number {
  return Math.abs((before?.rank ?? 0) - (after?.rank ?? 0));
}
