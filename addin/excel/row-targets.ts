import { blocksOf } from './blocks.ts';
import { addressOf, lookOf } from './cells.ts';
import type { CellLook } from '../../shared/ledger/written-cell.ts';
import type { LedgerPlace } from './locate-ledger.ts';
import { mergesOf } from './merged-areas.ts';
import { WorkbookError } from './port.ts';
import type { Area, Binding, RowChanges, RowValues } from './port.ts';
import { leftEdge, rightEdge } from './result-area.ts';

/** Cells named in a message. */
const NAMED = 5;
/** Rows asked for at once: what they hold comes with their formulas and formats. */
const MOST_ROWS = 2_000;

/** A row of the sheet that gets values. */
export interface UpdatedRow extends RowValues {
  /** Zero-based row of the sheet. */
  readonly row: number;
}

/** The rows of a ledger that are to change, as they stand. Rows and columns are zero-based positions of the sheet. */
export interface Targets {
  readonly updated: readonly UpdatedRow[];
  /** Rows to be taken off, from the lowest up; `isShared`: something of the clerk's stands beside the ledger in it. */
  readonly removed: readonly { readonly row: number; readonly isShared: boolean }[];
  /** How a cell shows what it holds. */
  readonly lookAt: (row: number, column: number) => CellLook;
  /** The cells to be written that hold formulas. */
  readonly formulas: readonly string[];
}

/** Finds the rows by their ids. Throws `rowsGone`. */
function findRows(place: LedgerPlace, { updated, removed }: RowChanges): { readonly updated: readonly UpdatedRow[]; readonly removed: readonly number[] } {
  const rowOf = new Map(place.ids.map((id, at) => [id, place.data.first + at]));
  const at = (id: string): number => {
    const row = rowOf.get(id);
    if (row === undefined) throw new WorkbookError('rowsGone', { sheet: place.sheetName });
    return row;
  };
  return { updated: updated.map((change) => ({ ...change, row: at(change.id) })), removed: removed.map(at).toSorted((one, other) => other - one) };
}

/**
 * Asks for what stands in the rows to be changed. Throws `cellsMerged` where a cell to be written stands for several rows or is covered, or
 * a row to be taken off is merged with others. One `context.sync()` for 2,000 rows from the first to the last of them.
 */
export async function askForTargets(
  context: Excel.RequestContext,
  place: LedgerPlace,
  binding: Binding,
  changes: RowChanges,
  canSeeMerges: boolean,
): Promise<Targets> {
  const { updated, removed } = findRows(place, changes);
  const [first, last] = [Math.min(...place.columns), Math.max(...place.columns)];
  const [left, right] = [leftEdge(place), rightEdge(place)];
  const touched = [...updated.map(({ row }) => row), ...removed];
  const top = touched.length > 0 ? Math.min(...touched) : 0;
  const rows = touched.length > 0 ? Math.max(...touched) - top + 1 : 0;
  const beside = place.table ? [] : removed.map((row) => ({ row, used: usedIn(place.sheet, row) }));
  const merged = mergesOf(() => place.sheet.getRangeByIndexes(top, left, rows, right - left + 1));
  if (rows > 0 && canSeeMerges) merged.askAlong();

  const values: (readonly unknown[])[] = [];
  const formulas: (readonly unknown[])[] = [];
  const formats: (readonly unknown[])[] = [];
  for (const { start, count } of blocksOf(rows, MOST_ROWS)) {
    const range = place.sheet.getRangeByIndexes(top + start, first, count, last - first + 1).load('values,formulas,numberFormat');
    await context.sync();
    values.push(...range.values);
    formulas.push(...range.formulas);
    formats.push(...range.numberFormat);
  }
  const cells = updated.flatMap(({ row, values: written }) =>
    binding.columns.flatMap(({ field }, at) => (written[field] === undefined ? [] : [{ row, column: place.columns[at] ?? 0 }])),
  );
  const isFormula = (row: number, column: number): boolean => {
    const formula = formulas[row - top]?.[column - first];
    return typeof formula === 'string' && formula.startsWith('=') && formula !== values[row - top]?.[column - first];
  };
  requireUnmerged(place, cells, removed, merged.from({ row: 0, column: 0 }));
  return {
    updated,
    removed: removed.map((row) => ({ row, isShared: beside.some((one) => one.row === row && reachesBeyond(one.used, left, right)) })),
    lookAt: (row, column) => lookOf(formats[row - top]?.[column - first]),
    formulas: cells.filter(({ row, column }) => isFormula(row, column)).map(({ row, column }) => addressOf(row, column)),
  };
}

function usedIn(sheet: Excel.Worksheet, row: number): Excel.Range {
  return sheet.getRangeByIndexes(row, 0, 1, 1).getEntireRow().getUsedRangeOrNullObject(true).load('columnIndex,columnCount');
}

function reachesBeyond(used: Excel.Range, left: number, right: number): boolean {
  return !used.isNullObject && (used.columnIndex < left || used.columnIndex + used.columnCount - 1 > right);
}

function requireUnmerged(
  { sheetName }: LedgerPlace,
  cells: readonly { readonly row: number; readonly column: number }[],
  removed: readonly number[],
  merges: readonly Area[],
): void {
  const covers = (area: Area, row: number, column: number): boolean =>
    row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
  const inTheWay = merges.filter((area) => {
    const isTall = area.rows > 1;
    if (isTall && removed.some((row) => row >= area.row && row < area.row + area.rows)) return true;
    return cells.some(({ row, column }) => covers(area, row, column) && (isTall || column !== area.column));
  });
  if (inTheWay.length === 0) return;
  throw new WorkbookError('cellsMerged', { sheet: sheetName, address: namesOf(inTheWay.map(({ row, column }) => addressOf(row, column))) });
}

/** The first cells by name. */
export function namesOf(addresses: readonly string[]): string {
  return addresses.slice(0, NAMED).join('、') + (addresses.length > NAMED ? '…' : '');
}
