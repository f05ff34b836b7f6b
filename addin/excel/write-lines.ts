import type { CellLook } from '../../shared/ledger/written-cell.ts';
import { blocksByBytes } from './blocks.ts';
import type { RowValues } from './port.ts';

/** A cell to be written; `format` where it must be given one first. */
export interface CellToWrite {
  readonly column: number;
  readonly value: string | number;
  readonly format: string | null;
}

/** The cells of a row's values; `lookAt` says how the cell of a column shows what it holds. */
export type CellsOf = (row: RowValues, lookAt: (column: number) => CellLook) => readonly CellToWrite[];

/**
 * Writes cells of rows from `top` down, one line a row, formats before values; what no cell is given for stays as it is. One
 * `context.sync()` for every block but the last, which stays queued.
 */
export async function writeLines(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  top: number,
  lines: readonly (readonly CellToWrite[])[],
): Promise<void> {
  const columns = lines.flatMap((cells) => cells.map(({ column }) => column));
  if (columns.length === 0) return;
  const first = columns.reduce((least, column) => Math.min(least, column));
  const width = columns.reduce((most, column) => Math.max(most, column)) - first + 1;
  // null leaves a cell as it is; the types of number formats know none.
  const laid = (cells: readonly CellToWrite[], of: (cell: CellToWrite) => string | number | null): (string | number | null)[] => {
    const line: (string | number | null)[] = Array.from({ length: width }, () => null);
    for (const cell of cells) line[cell.column - first] = of(cell);
    return line;
  };
  const values = lines.map((cells) => laid(cells, ({ value }) => value));
  const formats = lines.map((cells) => (cells.some(({ format }) => format !== null) ? laid(cells, ({ format }) => format) : null));
  const blocks = blocksByBytes(values.map((line, at) => [...line, ...(formats[at] ?? [])]));
  for (const [nth, { start, count }] of blocks.entries()) {
    const range = sheet.getRangeByIndexes(top + start, first, count, width);
    const formatted = formats.slice(start, start + count);
    if (formatted.some((line) => line !== null)) range.numberFormat = formatted.map((line) => line ?? laid([], () => null));
    range.values = values.slice(start, start + count);
    if (nth < blocks.length - 1) await context.sync();
  }
}
