import type { Register } from '../registers/index.ts';
import { foldHeader, matchHeader } from './header.ts';
import type { Confidence, HeaderMatch } from './header.ts';

/** A column of the sheet that may feed a field. */
export interface HeaderCell {
  /** Zero-based position in the cells read. */
  readonly column: number;
  readonly header: string;
}

/** Which field a column feeds; null where none fits. */
export interface MatchedColumn extends HeaderCell {
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
    .flatMap(({ column, header }) => matchHeader(register, header).map((match): Pair => ({ ...match, column })))
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
