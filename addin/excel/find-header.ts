import { foldHeader } from '../../shared/ledger/header.ts';
import { WorkbookError } from './port.ts';
import type { Binding, BoundColumn } from './port.ts';

/** Rows that may have been inserted above a header before it is no longer looked for. */
export const HEADER_SEARCH = 40;

/** The cells at the top of a sheet; `row` and `column` are zero-based positions of its corner. */
export interface Window {
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly unknown[])[];
}

export interface HeaderPlace {
  readonly headerRow: number;
  /** Zero-based columns of `binding.columns`, in their order. */
  readonly columns: readonly number[];
}

/**
 * Finds a bound ledger's header again by its words, wherever rows or columns were inserted, deleted or moved since: the row
 * with most of the bound headers, the nearest to where it was among equals. Throws `headerChanged` naming the headers missing.
 */
export function findHeader(window: Window, binding: Binding): HeaderPlace {
  let best: { row: number; places: readonly (number | null)[]; found: number } | null = null;
  for (let at = 0; at < window.values.length; at += 1) {
    const row = window.row + at;
    const places = placesOf(lineAt(window, row, binding.headerRows), window.column, binding.columns);
    const found = places.filter((place) => place !== null).length;
    const isNearer = best !== null && Math.abs(row - binding.headerRow) < Math.abs(best.row - binding.headerRow);
    if (best === null || found > best.found || (found === best.found && isNearer)) best = { row, places, found };
  }
  const missing = binding.columns.filter((_, at) => (best?.places[at] ?? null) === null);
  if (best === null || missing.length > 0) {
    throw new WorkbookError('headerChanged', { sheet: binding.sheetName, header: missing.map((column) => column.header.trim()).join('、') });
  }
  return { headerRow: best.row, columns: best.places.filter((place): place is number => place !== null) };
}

/**
 * The texts that name the columns of a header that ends at a row: of one with several rows the lowest in each column, for a name may be
 * merged over all of them.
 */
export function lineAt(window: Window, row: number, headerRows = 1): readonly unknown[] {
  const rows = Array.from({ length: headerRows }, (_, up) => window.values[row - up - window.row] ?? []);
  const [lowest = []] = rows;
  return headerRows === 1 ? lowest : lowest.map((_, column) => rows.map((cells) => cells[column]).find((cell) => cellText(cell) !== ''));
}

/** A header's or id's text; '' for a blank cell. */
export function cellText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/**
 * For each bound column where its header stands in a row: the same words, else the same but for notes in brackets and the like;
 * of several the nearest to where it was, each taken once.
 */
function placesOf(cells: readonly unknown[], firstColumn: number, bound: readonly BoundColumn[]): readonly (number | null)[] {
  const headers = cells.map((cell, at) => ({ column: firstColumn + at, text: cellText(cell) })).filter((header) => header.text !== '');
  const taken = new Set<number>();
  const nearest = (wanted: BoundColumn, form: (text: string) => string): number | null => {
    let found: number | null = null;
    for (const { column, text } of headers) {
      if (taken.has(column) || form(text) !== form(wanted.header)) continue;
      if (found === null || Math.abs(column - wanted.column) < Math.abs(found - wanted.column)) found = column;
    }
    if (found !== null) taken.add(found);
    return found;
  };
  const exact = bound.map((wanted) => nearest(wanted, withoutBlanks));
  return exact.map((place, at) => place ?? (bound[at] ? nearest(bound[at], foldHeader) : null));
}

function withoutBlanks(text: string): string {
  return text.replace(/\s+/g, '');
}
