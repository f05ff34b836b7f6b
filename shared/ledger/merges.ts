import type { Cell } from '../cell.ts';

/** Merged cells, zero-based in the cells given. What they hold stands in their first cell; the others are blank. */
export interface Merge {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface FilledCells {
  readonly cells: readonly (readonly Cell[])[];
  /** Whether a cell only repeats the one it is merged with. */
  readonly isFilled: (row: number, column: number) => boolean;
}

/** The cells from a row on with vertically merged ones filled down: a unit merged over five rows stands for all five (domain, Merged cells). */
export function fillDown(cells: readonly (readonly Cell[])[], merges: readonly Merge[], fromRow: number): FilledCells {
  const tall = merges.filter((merge) => merge.rows > 1 && merge.row >= fromRow);
  if (tall.length === 0) return { cells, isFilled: () => false };
  const rows = [...cells];
  const filled = new Map<number, Set<number>>();
  for (const { row, column, rows: count } of tall) {
    const value = cells[row]?.[column] ?? null;
    if (value === null) continue;
    for (let at = row + 1; at < Math.min(row + count, cells.length); at += 1) {
      const columns = filled.get(at) ?? new Set<number>();
      if (columns.size === 0) rows[at] = [...(rows[at] ?? [])];
      filled.set(at, columns.add(column));
      const line = rows[at] as Cell[];
      while (line.length < column) line.push(null);
      line[column] = value;
    }
  }
  return { cells: rows, isFilled: (row, column) => filled.get(row)?.has(column) === true };
}

/** The merges of one row that span several columns and one row. */
export function wideMerges(merges: readonly Merge[]): ReadonlyMap<number, readonly Merge[]> {
  const byRow = new Map<number, Merge[]>();
  for (const merge of merges) {
    if (merge.columns < 2 || merge.rows > 1) continue;
    const known = byRow.get(merge.row);
    if (known === undefined) byRow.set(merge.row, [merge]);
    else known.push(merge);
  }
  return byRow;
}
