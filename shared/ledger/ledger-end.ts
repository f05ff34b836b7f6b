import type { Cell } from '../cell.ts';
import { isBlank } from './cells.ts';
import { namesHeaders } from './header.ts';
import { headerBlocks } from './header-block.ts';
import type { LedgerColumns } from './ledger-columns.ts';
import type { Merge } from './merges.ts';
import { guessParts } from './parts.ts';
import { repeatsHeader } from './row-layout.ts';
import type { Layout } from './row-layout.ts';

/** Another ledger begins only where so many of its columns are known by their names, so that no entry is lost to a likeness. */
const LEAST_COLUMNS = 3;

/** Titles and captions that may stand over another ledger's header, and how many cells such a row may have. */
const TITLE_ROWS = 4;
const TITLE_CELLS = 2;

/** The row at which another ledger on the same columns begins, titles above it included; the number of rows when none does. */
export function ledgerEnd(cells: readonly (readonly Cell[])[], ledger: LedgerColumns, layout: Layout, merges: readonly Merge[]): number {
  for (let row = ledger.headerRow + 1; row < cells.length; row += 1) {
    if (!namesHeaders(cells[row] ?? [], LEAST_COLUMNS - 1) || repeatsHeader(cells[row] ?? [], layout)) continue;
    const top = topOfOther(cells, row, ledger, layout, merges);
    if (top !== null) return withTitles(cells, top, ledger, layout);
  }
  return cells.length;
}

/** The first row of the header that ends at a row and is another ledger's; null when there is none. */
function topOfOther(cells: readonly (readonly Cell[])[], row: number, ledger: LedgerColumns, layout: Layout, merges: readonly Merge[]): number | null {
  const first = layout.all[0] ?? 0;
  const last = layout.all.at(-1) ?? 0;
  for (const block of headerBlocks(cells, row, merges).toReversed()) {
    if (block.bottom - block.rows < ledger.headerRow) continue;
    const isOther = guessParts(cells, block).guesses.some(({ missing, columns }) => {
      const known = columns.filter(({ field, confidence }) => field !== null && confidence !== 'guess');
      const overlaps = columns.some(({ column }) => column >= first && column <= last);
      return overlaps && missing.length === 0 && known.length >= LEAST_COLUMNS && known.length * 2 > columns.length;
    });
    if (isOther) return block.bottom - block.rows + 1;
  }
  return null;
}

function withTitles(cells: readonly (readonly Cell[])[], top: number, ledger: LedgerColumns, { all, required }: Layout): number {
  let end = top;
  while (end - 1 > ledger.headerRow && top - end < TITLE_ROWS) {
    const row = cells[end - 1] ?? [];
    const shown = all.filter((column) => !isBlank(row[column] ?? null));
    if (shown.length > TITLE_CELLS || required.every((column) => shown.includes(column))) break;
    end -= 1;
  }
  return end;
}
