import type { Abilities } from './abilities.ts';
import { addressOf } from './cells.ts';
import type { LedgerPlace } from './locate-ledger.ts';
import { mergesOf } from './merged-areas.ts';
import { WorkbookError } from './port.ts';
import type { Area } from './port.ts';
import { leftEdge, rightEdge, rowsWithIds } from './result-area.ts';
import { namesOf } from './row-targets.ts';

const ALL_ROWS = 1_048_576;
const ALL_COLUMNS = 16_384;

/** Where rows are added to a ledger. Rows and columns are zero-based positions of the sheet. */
export interface AppendPlace {
  /** The row of the first one added. */
  readonly at: number;
  /** How many of them fill rows that wait for entries; the rest is inserted below those. */
  readonly filled: number;
  /** The cells to be inserted: the ledger's own columns; null when all are filled. */
  readonly inserted: Area | null;
  /** Whether whole rows of the sheet are inserted, because nothing stands beside the ledger from there on. */
  readonly isWholeRows: boolean;
  /** The ledger's row above, whose look those added take. */
  readonly above: { readonly left: number; readonly values: readonly unknown[]; readonly formulas: readonly unknown[]; readonly formats: readonly unknown[] };
}

/**
 * Finds out where `count` rows are to be added: below the ledger's last, over its own columns alone, so that what stands beside it stays where
 * it is. Throws `cellsMerged` where cells below are merged across the ledger's edge, which Excel would not tear apart. One `context.sync()`.
 */
export async function findAppendPlace(context: Excel.RequestContext, place: LedgerPlace, count: number, abilities: Abilities): Promise<AppendPlace> {
  const { sheet, data, table } = place;
  const [left, right] = [leftEdge(place), rightEdge(place)];
  const standing = rowsWithIds(place);
  const at = data.first + standing;
  const used = (row: number, column: number, rows: number, columns: number) =>
    sheet.getRangeByIndexes(row, column, rows, columns).getUsedRangeOrNullObject(true).load('rowIndex');
  const above = sheet.getRangeByIndexes(standing > 0 ? at - 1 : at, left, 1, right - left + 1).load('values,formulas,numberFormat');
  const below = used(at, left, count, right - left + 1);
  const beside = [...(left > 0 ? [used(at, 0, ALL_ROWS - at, left)] : []), used(at, right + 1, ALL_ROWS - at, ALL_COLUMNS - right - 1)];
  const merged = mergesOf(() => sheet.getRangeByIndexes(at, left, ALL_ROWS - at, right - left + 1));
  if (abilities.mergedAreas && !table) merged.askAlong();
  await context.sync();

  // Rows of a table, or of a ledger just created, that wait for entries are filled.
  const free = below.isNullObject ? count : below.rowIndex - at;
  const filled = table ? Math.min(free, data.count - standing) : standing === 0 ? free : 0;
  const rows = Math.max(0, count - filled);
  const isWholeRows = !table && beside.every((range) => range.isNullObject);
  const torn =
    isWholeRows || rows === 0 ? [] : merged.from({ row: 0, column: 0 }).filter((area) => area.column < left || area.column + area.columns - 1 > right);
  if (torn.length > 0) {
    throw new WorkbookError('cellsMerged', { sheet: place.sheetName, address: namesOf(torn.map(({ row, column }) => addressOf(row, column))) });
  }
  return {
    at,
    filled,
    inserted: rows === 0 ? null : { row: at + filled, column: left, rows, columns: right - left + 1 },
    isWholeRows,
    above: { left, values: above.values[0] ?? [], formulas: above.formulas[0] ?? [], formats: above.numberFormat[0] ?? [] },
  };
}
