import { findResultColumns } from '../../shared/ledger/result-columns.ts';
import type { ResultColumn } from '../../shared/ledger/result-columns.ts';
import type { Abilities } from './abilities.ts';
import { isFilterOver } from './filter-area.ts';
import type { LedgerPlace } from './locate-ledger.ts';
import { WorkbookError } from './port.ts';
import { columnsOf, isIdHeader, runsOf } from './result-places.ts';
import type { ResultPlaces } from './result-places.ts';

/** Refuses what must not be written to. A write into filtered rows lands in the wrong ones (Excel skips the hidden), so it is never tried. */
export function requireWritable(place: LedgerPlace): void {
  if (place.isProtected) throw new WorkbookError('sheetProtected', { sheet: place.sheetName });
  if (place.isFiltered) throw new WorkbookError('filtered', { sheet: place.sheetName });
}

/** Where the result columns are to stand: those there are, and the absent ones adjoining on the right. */
export function planColumns(place: LedgerPlace): { readonly places: ResultPlaces; readonly added: readonly AddedColumn[] } {
  const first = rightEdge(place) + 1;
  const added = columnsOf(place.register)
    .filter((column) => place.results?.[column] === undefined)
    .map((column, at) => ({ column, at: first + at }));
  return { places: { ...place.results, ...placesOf(added) }, added };
}

/** A result column to be made, and its zero-based column in the sheet. */
export interface AddedColumn {
  readonly column: ResultColumn;
  readonly at: number;
}

function placesOf(added: readonly AddedColumn[]): ResultPlaces {
  return Object.fromEntries(added.map(({ column, at }) => [column, at]));
}

/** The ledger's last column: the table's, else the last of the named columns that adjoin the bound ones, and of the AutoFilter over them, up to another ledger. */
export function rightEdge(place: LedgerPlace): number {
  if (place.table) return place.table.area.column + place.table.area.columns - 1;
  const named = new Set(place.headers.map((header) => header.column).filter((column) => !place.beside.includes(column)));
  let edge = Math.max(...place.columns, ...Object.values(place.results ?? {}));
  while (named.has(edge + 1)) edge += 1;
  const filterEnd = isFilterOver(place) ? (place.filterArea?.column ?? 0) + (place.filterArea?.columns ?? 0) - 1 : -1;
  return place.beside.some((column) => column > edge && column <= filterEnd) ? edge : Math.max(edge, filterEnd);
}

/** The ledger's first column: the table's, else the first of the named columns that adjoin the bound ones on the left, up to another ledger or its results. */
export function leftEdge(place: LedgerPlace): number {
  if (place.table) return place.table.area.column;
  let edge = Math.min(...place.columns);
  const line = Array.from({ length: edge }, (_, at) => place.headers.find((header) => header.column === at)?.text ?? null);
  const results = findResultColumns(line);
  const isOther = (column: number) => results.has(column) || place.beside.includes(column);
  while (edge > 0 && line[edge - 1] !== null && !isOther(edge - 1)) edge -= 1;
  return edge;
}

/** How many rows below the header reach to the last id: another ledger's further down, in the same columns, are not this one's. */
export function rowsWithIds({ ids }: LedgerPlace): number {
  const other = ids.findIndex((id) => id !== null && isIdHeader(id));
  return ids.slice(0, other === -1 ? ids.length : other).findLastIndex((id) => id !== null) + 1;
}

/**
 * Throws `resultAreaTaken` when something stands where a column is to be added, and `resultAreaMerged` when cells of the
 * result columns are merged, naming the cells. `rows` counts from the header. One `context.sync()`.
 */
export async function requireFree(context: Excel.RequestContext, place: LedgerPlace, rows: number, abilities: Abilities): Promise<void> {
  const { places, added } = planColumns(place);
  const { sheet, headerRow } = place;
  const taken = runsOf(placesOf(added)).map((run) =>
    sheet.getRangeByIndexes(headerRow, run.first, rows, run.columns.length).getUsedRangeOrNullObject(true).load('address'),
  );
  const merged = abilities.mergedAreas
    ? runsOf(places).map((run) => sheet.getRangeByIndexes(headerRow, run.first, rows, run.columns.length).getMergedAreasOrNullObject().load('address'))
    : [];
  await context.sync();
  for (const range of taken)
    if (!range.isNullObject) throw new WorkbookError('resultAreaTaken', { sheet: place.sheetName, address: withoutSheet(range.address) });
  for (const areas of merged)
    if (!areas.isNullObject) throw new WorkbookError('resultAreaMerged', { sheet: place.sheetName, address: withoutSheet(areas.address) });
}

/** `'责任 清单'!I3:I9,…` → `I3:I9,…` */
function withoutSheet(address: string): string {
  return address.replace(/(?:'(?:[^']|'')*'|[^!,']+)!/g, '');
}
