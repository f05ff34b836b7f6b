import { ULID_PATTERN } from '../../shared/contract/primitives.ts';
import { findResultColumns } from '../../shared/ledger/result-columns.ts';
import { findHeader } from './find-header.ts';
import type { Window } from './find-header.ts';
import { WorkbookError } from './port.ts';
import type { Binding } from './port.ts';
import { isFlagHeader, isResultHeader, placesAround } from './result-places.ts';
import type { HeaderCell, ResultPlaces } from './result-places.ts';

/** A ledger on a header row: whose it is and the zero-based columns bound to its fields. */
export interface LedgerOnRow {
  readonly bindingId: string;
  readonly columns: readonly number[];
}

/** An 编号 column and what stands in it below the header. */
export interface IdColumn {
  readonly column: number;
  readonly ids: readonly (string | null)[];
}

/** The header row two or more ledgers may stand on. `end` is the last column that can be this ledger's, its table's; Infinity for a plain range. */
export interface SharedRow {
  readonly ledger: LedgerOnRow;
  /** Whether the ledger was pushed from this workbook before. */
  readonly wasPushed: boolean;
  readonly others: readonly LedgerOnRow[];
  readonly headers: readonly HeaderCell[];
  readonly end: number;
}

/** The other ledgers bound on the header row a binding's was found on. A ledger bound twice, for two workspaces, is no other. */
export function ledgersBeside(
  found: { readonly binding: Binding; readonly headerRow: number; readonly columns: readonly number[] },
  bindings: readonly Binding[],
  window: Window,
): readonly LedgerOnRow[] {
  return bindings.flatMap((binding) => {
    if (binding.id === found.binding.id) return [];
    const place = placeOf(binding, window);
    if (place?.headerRow !== found.headerRow || place.columns.some((column) => found.columns.includes(column))) return [];
    return [{ bindingId: binding.id, columns: place.columns }];
  });
}

function placeOf(binding: Binding, window: Window) {
  try {
    return findHeader(window, binding);
  } catch (reason) {
    if (reason instanceof WorkbookError) return null;
    throw reason;
  }
}

/**
 * The ledger's own 编号 column, undefined without one, its result columns, and every column of the row that is another ledger's or its results.
 * An 编号 column is the ledger's whose ids the workbook remembers there, else the one's it adjoins on the right. Where no row has an
 * id (any more), the columns of an earlier push are known by their headers. What the workbook
 * remembers is asked for only where it is needed to tell.
 */
export async function sortOutIds(
  row: SharedRow,
  idColumns: readonly IdColumn[],
  idsRemembered: (bindingIds: readonly string[]) => Promise<readonly ReadonlySet<string>[]>,
): Promise<{ readonly own: IdColumn | undefined; readonly results: ResultPlaces | null; readonly beside: readonly number[] }> {
  const { ledger, others, headers } = row;
  const held = idColumns.filter(({ ids }) => ids.some((id) => id !== null && ULID_PATTERN.test(id))).toSorted((one, other) => one.column - other.column);
  const adjoining = held.filter(({ column }) => adjoins(column, row));
  const isSure = held.length === 0 || (others.length === 0 && adjoining.length > 0);
  const remembered = isSure ? [] : await idsRemembered([ledger, ...others].map(({ bindingId }) => bindingId));
  const ownerOf = (column: IdColumn) => ownerByIds(column.ids, remembered);
  const own = held.find((column) => ownerOf(column) === 0) ?? adjoining.find((column) => ownerOf(column) === null);

  const theirs = others.flatMap(({ columns }) => columns);
  const places = (column: number): ResultPlaces =>
    placesAround(
      column,
      headers,
      [...ledger.columns, ...theirs],
      held.map((one) => one.column),
    );
  const foreign = held.filter((column) => column !== own && !(isSure ? adjoining.includes(column) : ownerOf(column) === 0));
  const beside = [...theirs, ...foreign.flatMap(({ column }) => Object.values(places(column)))];
  const blank = idColumns.findLast(({ column, ids }) => ids.every((id) => id === null) && adjoins(column, row) && !beside.includes(column));
  return { own, results: own ? places(own.column) : resultsWithoutIds(row, blank, beside, places), beside };
}

/**
 * The result columns of a ledger none of whose rows has an id, such as one whose rows were all deleted: those around its `blank` 编号 column, and
 * where that was deleted those of the block beside the ledger. A clerk's own columns may have these names: ours are a block of them, or
 * there was a push.
 */
function resultsWithoutIds(
  row: SharedRow,
  blank: IdColumn | undefined,
  beside: readonly number[],
  places: (column: number) => ResultPlaces,
): ResultPlaces | null {
  const line = Array.from({ length: Math.max(0, ...row.headers.map(({ column }) => column + 1)) }, () => '');
  for (const { column, text } of row.headers) line[column] = text;
  const block = findResultColumns(line);
  if (blank !== undefined) {
    const around = places(blank.column);
    if (around.flag !== undefined && (row.wasPushed || block.has(blank.column))) return around;
  }
  const flag = row.headers.find(({ column, text }) => isFlagHeader(text) && block.has(column) && adjoins(column, row) && !beside.includes(column));
  if (!row.wasPushed || flag === undefined) return null;
  const { id: _none, ...around } = places(flag.column);
  return { ...around, flag: flag.column };
}

/** Which of the ledgers remembers most of the ids; null when none remembers any. */
function ownerByIds(ids: readonly (string | null)[], remembered: readonly ReadonlySet<string>[]): number | null {
  const counts = remembered.map((known) => ids.filter((id) => id !== null && known.has(id)).length);
  const most = Math.max(0, ...counts);
  return most === 0 ? null : counts.indexOf(most);
}

/** Whether an 编号 column stands right of the ledger's columns with nothing between but what may be its own: past a blank column results alone. */
function adjoins(id: number, { ledger, others, headers, end }: SharedRow): boolean {
  const left = Math.max(-1, ...ledger.columns.filter((column) => column < id));
  if (left === -1 || id > end || others.some(({ columns }) => columns.some((column) => column > left && column < id))) return false;
  const between = headers.filter(({ column }) => column > left && column < id);
  return between.every(({ column, text }, at) => column === left + 1 + at || isResultHeader(text));
}
