import { isRunningNumber } from '../../shared/ledger/header.ts';
import { asText, lookOf } from './cells.ts';
import { isFilterOver, resizeFilter } from './filter-area.ts';
import type { LedgerPlace } from './locate-ledger.ts';
import type { RowValues } from './port.ts';
import { leftEdge, rightEdge, rowsWithIds } from './result-area.ts';
import { idCandidates } from './result-places.ts';
import type { CellsOf } from './write-rows.ts';

/**
 * Adds rows below the ledger's last, in its table or by inserting rows of the sheet, so that they look like the row above and what
 * stands below moves down. Their ids go beside them and 序号 counts on. One `context.sync()`, more for an AutoFilter that ends with the last row; the writing itself stays queued.
 */
export async function appendRows(context: Excel.RequestContext, place: LedgerPlace, rows: readonly RowValues[], cellsOf: CellsOf): Promise<void> {
  const { sheet, data } = place;
  const [left, right] = [leftEdge(place), rightEdge(place)];
  const standing = rowsWithIds(place);
  const at = data.first + standing;
  const above = sheet.getRangeByIndexes(standing > 0 ? at - 1 : at, left, 1, right - left + 1).load('values,formulas,numberFormat');
  const below = sheet
    .getRangeByIndexes(at, left, rows.length, right - left + 1)
    .getUsedRangeOrNullObject(true)
    .load('rowIndex');
  await context.sync();

  // Rows of a table, or of a ledger just created, that wait for entries are filled.
  const free = below.isNullObject ? rows.length : below.rowIndex - at;
  const filled = place.table ? Math.min(free, data.count - standing) : standing === 0 ? free : 0;
  const added = Math.max(0, rows.length - filled);
  if (added > 0 && place.table) {
    const blank = Array.from({ length: added }, () => Array.from({ length: place.table?.area.columns ?? 0 }, () => null));
    // The types know no null, which leaves a cell as it is.
    place.table.table.rows.add(undefined, blank as unknown as string[][]);
  } else if (added > 0)
    sheet
      .getRangeByIndexes(at + filled, left, added, 1)
      .getEntireRow()
      .insert('Down');

  const lookAt = (column: number) => lookOf(above.numberFormat[0]?.[column - left]);
  // An 编号 column without any id yet is known by its header alone.
  const id = place.results?.id ?? idCandidates(place.headers, [...place.columns, ...place.beside])[0];
  const number = numberColumn(place, above.values[0] ?? [], above.formulas[0] ?? [], left);
  rows.forEach((row, nth) => {
    const cells = [...cellsOf(row, lookAt), ...(number ? [{ column: number.column, value: number.last + nth + 1, format: null }] : [])];
    for (const { column, value, format } of cells) {
      const cell = sheet.getRangeByIndexes(at + nth, column, 1, 1);
      if (format !== null) cell.numberFormat = [[format]];
      cell.values = [[value]];
    }
    if (id !== undefined) sheet.getRangeByIndexes(at + nth, id, 1, 1).values = [[asText(row.id)]];
  });
  await widenFilter(context, place, at, added);
}

/** The unbound column of running numbers and the last of them; null where there is none, or where formulas count. */
function numberColumn(
  { headers, columns }: LedgerPlace,
  values: readonly unknown[],
  formulas: readonly unknown[],
  left: number,
): { readonly column: number; readonly last: number } | null {
  const header = headers.find(({ column, text }) => column >= left && isRunningNumber(text) && !columns.includes(column));
  if (header === undefined) return null;
  const last = values[header.column - left];
  return typeof last === 'number' && formulas[header.column - left] === last ? { column: header.column, last } : null;
}

/** An AutoFilter that ends with the last row is to reach over those added: a sort must take them along. */
async function widenFilter(context: Excel.RequestContext, place: LedgerPlace, at: number, added: number): Promise<void> {
  const { filterArea } = place;
  if (filterArea === null || added === 0 || place.table || !isFilterOver(place) || filterArea.row + filterArea.rows !== at) return;
  await resizeFilter(context, place, { rows: filterArea.rows + added });
}
