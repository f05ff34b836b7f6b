import type { Register } from '../registers/index.ts';
import { foldHeader, matchHeader, POINTS } from './header.ts';
import type { Confidence, HeaderMatch } from './header.ts';

/** A column of the sheet that may feed a field. */
export interface HeaderCell {
  /** Zero-based position in the cells read. */
  readonly column: number;
  readonly header: string;
  /** What stands above it in a header of several rows, top first. */
  readonly groups?: readonly string[];
}

/** Which field a column feeds; null where none fits. */
export interface MatchedColumn {
  readonly column: number;
  readonly header: string;
  readonly field: string | null;
  readonly confidence: Confidence;
}

interface Pair extends HeaderMatch {
  readonly column: number;
}

/**
 * Gives every header at most one field and every field at most one column, the surest matches first.
 *
 * `isDoubtful` may refuse a pair for what stands in the column. Then a field that found no column takes one whose header
 * it lays claim to (完成时间 is the deadline of a sheet that has no other; domain, Registers).
 */
export function matchColumns(
  register: Register,
  headers: readonly HeaderCell[],
  isDoubtful: (column: number, match: HeaderMatch) => boolean,
): readonly MatchedColumn[] {
  const pairs = headers
    .flatMap((cell) => matchesOf(register, cell).map((match): Pair => ({ ...match, column: cell.column })))
    .filter((pair) => !isDoubtful(pair.column, pair));
  const fieldOrder = new Map(register.fields.map((field, at) => [field.id, at]));
  pairs.sort((a, b) => b.points - a.points || (fieldOrder.get(a.field) ?? 0) - (fieldOrder.get(b.field) ?? 0) || a.column - b.column);
  const claimed = claims(register, headers, assign(pairs, []));
  const assigned = claimed.length === 0 ? assign(pairs, []) : assign(pairs, claimed);
  return headers.map(({ column, header }) => {
    const pair = assigned.find((candidate) => candidate.column === column);
    return { column, header, field: pair?.field ?? null, confidence: pair?.confidence ?? 'guess' };
  });
}

/**
 * The fields that a header with its groups names: the two read together (责任 over 单位), else the name by itself, else the
 * group (完成情况 over a name that says nothing). Together and as a group they must be names the field is known by.
 */
function matchesOf(register: Register, { header, groups = [] }: HeaderCell): readonly HeaderMatch[] {
  const known = (text: string) => matchHeader(register, text).filter(({ confidence }) => confidence !== 'guess');
  for (let from = 0; from < groups.length; from += 1) {
    const together = known([...groups.slice(from), header].join(''));
    if (together.length > 0) return together;
  }
  const alone = matchHeader(register, header);
  if (alone.length > 0 || groups.length === 0) return alone;
  return known(groups.at(-1) ?? '').map((match) => ({ ...match, confidence: 'guess', points: POINTS.guess }));
}

function assign(pairs: readonly Pair[], fixed: readonly Pair[]): readonly Pair[] {
  const taken = [...fixed];
  for (const pair of pairs) if (!taken.some((other) => other.column === pair.column || other.field === pair.field)) taken.push(pair);
  return taken;
}

function claims(register: Register, headers: readonly HeaderCell[], assigned: readonly Pair[]): Pair[] {
  return register.fields.flatMap((field) => {
    if (field.claims === undefined || assigned.some((pair) => pair.field === field.id)) return [];
    const claimed = new Set(field.claims.map(foldHeader));
    const found = headers.find(({ header }) => claimed.has(foldHeader(header)));
    return found === undefined ? [] : [{ column: found.column, field: field.id, confidence: 'alias' as const, points: 0 }];
  });
}
