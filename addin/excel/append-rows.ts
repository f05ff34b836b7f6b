import { isRunningNumber } from '../../shared/ledger/header.ts';
import type { AppendPlace } from './append-place.ts';
import { blocksOf } from './blocks.ts';
import { asText, lookOf } from './cells.ts';
import { isFilterOver, resizeFilter } from './filter-area.ts';
import type { LedgerPlace } from './locate-ledger.ts';
import type { RowValues } from './port.ts';
import { writeLines } from './write-lines.ts';
import type { CellToWrite, CellsOf } from './write-lines.ts';

/**
 * Adds rows below the ledger's last so that they look like the row above; what stands below moves down, what stands beside stays. Their ids
 * go beside them and 序号 counts on. Room is made first: where Excel refuses it nothing has been written, and where the writing breaks off it
 * is given back. One `context.sync()` for the room (in a table one for 5,000 rows), one for 5,000 rows written, more for an AutoFilter that ends with the last row.
 */
export async function appendRows(
  context: Excel.RequestContext,
  place: LedgerPlace,
  where: AppendPlace,
  rows: readonly RowValues[],
  cellsOf: CellsOf,
): Promise<void> {
  await makeRoom(context, place, where);
  try {
    await writeLines(context, place.sheet, where.at, linesOf(place, where, rows, cellsOf));
    await widenFilter(context, place, where);
    await context.sync();
  } catch (fault) {
    await giveBackRoom(context, place, where).catch(() => undefined); // what went wrong is told; blank rows are the least harm
    throw fault;
  }
}

/** Inserts the cells, or grows the table. */
async function makeRoom(context: Excel.RequestContext, { sheet, table }: LedgerPlace, { inserted, isWholeRows }: AppendPlace): Promise<void> {
  if (inserted === null) return;
  if (table === null) {
    const cells = sheet.getRangeByIndexes(inserted.row, inserted.column, inserted.rows, inserted.columns);
    (isWholeRows ? cells.getEntireRow() : cells).insert('Down');
    await context.sync();
    return;
  }
  for (const { count } of blocksOf(inserted.rows)) {
    // The types know no null, which leaves a cell as it is.
    table.table.rows.add(undefined, Array.from({ length: count }, () => Array.from({ length: inserted.columns }, () => null)) as unknown as string[][]);
    await context.sync();
  }
}

async function giveBackRoom(context: Excel.RequestContext, { sheet }: LedgerPlace, { at, filled, inserted, isWholeRows }: AppendPlace): Promise<void> {
  if (inserted !== null) {
    const cells = sheet.getRangeByIndexes(inserted.row, inserted.column, inserted.rows, inserted.columns);
    (isWholeRows ? cells.getEntireRow() : cells).delete('Up');
  }
  if (filled > 0 && inserted !== null) sheet.getRangeByIndexes(at, inserted.column, filled, inserted.columns).clear('Contents');
  await context.sync();
}

function linesOf(place: LedgerPlace, { above }: AppendPlace, rows: readonly RowValues[], cellsOf: CellsOf): readonly (readonly CellToWrite[])[] {
  const formatAt = (column: number): string | null => {
    const format = above.formats[column - above.left];
    return typeof format === 'string' ? format : null;
  };
  // The rows that wait may have another format than the one above, and a cell not of text would read an unmarked text as typed, a formula too:
  // the format that the value was made for goes along with it.
  const cellsIn = (row: RowValues) =>
    cellsOf(row, (column) => lookOf(formatAt(column))).map((cell) => ({ ...cell, format: cell.format ?? formatAt(cell.column) }));
  const id = place.results?.id;
  const number = numberColumn(place, above);
  return rows.map((row, nth) => [
    ...cellsIn(row),
    ...(number ? [{ column: number.column, value: number.last + nth + 1, format: null }] : []),
    ...(id === undefined ? [] : [{ column: id, value: asText(row.id), format: null }]),
  ]);
}

/** The unbound column of running numbers and the last of them; null where there is none, or where formulas count. */
function numberColumn(
  { headers, columns }: LedgerPlace,
  { left, values, formulas }: AppendPlace['above'],
): { readonly column: number; readonly last: number } | null {
  const header = headers.find(({ column, text }) => column >= left && isRunningNumber(text) && !columns.includes(column));
  if (header === undefined) return null;
  const last = values[header.column - left];
  return typeof last === 'number' && formulas[header.column - left] === last ? { column: header.column, last } : null;
}

/** An AutoFilter that ends with the last row is to reach over those added: a sort must take them along. */
async function widenFilter(context: Excel.RequestContext, place: LedgerPlace, { at, inserted }: AppendPlace): Promise<void> {
  const { filterArea } = place;
  if (filterArea === null || inserted === null || place.table || !isFilterOver(place) || filterArea.row + filterArea.rows !== at) return;
  await resizeFilter(context, place, { rows: filterArea.rows + inserted.rows });
}
