import type { Cell } from '../cell.ts';
import { registerById } from '../registers/index.ts';
import { isBlank, textOf } from './cells.ts';
import { foldHeader, isRunningNumber } from './header.ts';
import { headerBlock } from './header-block.ts';
import type { LedgerColumns } from './ledger-columns.ts';
import type { Merge } from './merges.ts';
import { guessParts } from './parts.ts';
import type { Columns } from './parts.ts';
import { findResultColumns } from './result-columns.ts';

/** Where in a row the ledger's things stand. */
export interface Layout {
  /** The columns that feed fields. */
  readonly mapped: readonly number[];
  readonly required: readonly number[];
  /** Whether every required field has its column. */
  readonly isComplete: boolean;
  /** Every column of the ledger but our own results: 序号, unmatched and unnamed ones too. */
  readonly all: readonly number[];
  readonly runningNumber: number | null;
  /** The folded texts of the header, top to bottom, by column. */
  readonly headers: readonly (readonly string[])[];
}

export function layoutOf(cells: readonly (readonly Cell[])[], ledger: LedgerColumns, merges: readonly Merge[]): Layout {
  const rows = ledger.headerRows ?? 1;
  const block = headerBlock(cells, ledger.headerRow, rows, merges) ?? { bottom: ledger.headerRow, rows: 1, line: cells[ledger.headerRow] ?? [], groups: [] };
  const { line } = block;
  const own = findResultColumns(line);
  const fed = ledger.columns.filter(({ field }) => field !== null);
  const mapped = fed.map(({ column }) => column);
  const required = (registerById(ledger.register)?.fields ?? []).filter((field) => field.required).map(({ id }) => id);
  const requiredColumns = fed.filter(({ field }) => field !== null && required.includes(field)).map(({ column }) => column);
  const part = partOf(mapped, guessParts(cells, block).columns);
  const all = Array.from(line.keys()).filter((column) => !own.has(column) && (part === null || (column >= part.first && column <= part.last)));
  const runningNumber = all.find((column) => isNumberHeader(line[column] ?? null));
  const width = Math.max(...cells.slice(ledger.headerRow - rows + 1, ledger.headerRow + 1).map((row) => row.length), 0);
  const headerTexts = (column: number) =>
    cells
      .slice(ledger.headerRow - rows + 1, ledger.headerRow + 1)
      .map((row) => row[column] ?? null)
      .filter((cell) => !isBlank(cell))
      .map((cell) => foldHeader(textOf(cell)));
  return {
    mapped,
    required: requiredColumns,
    isComplete: requiredColumns.length > 0 && requiredColumns.length === required.length,
    all,
    runningNumber: runningNumber ?? null,
    headers: Array.from({ length: width }, (_, column) => headerTexts(column)),
  };
}

function isNumberHeader(cell: Cell): boolean {
  return typeof cell === 'string' && isRunningNumber(cell);
}

/** The part of a header of several ledgers that the mapped columns are in; null when they are in none or several, and may be anywhere. */
function partOf(mapped: readonly number[], parts: readonly Columns[]): Columns | null {
  const touched = parts.filter(({ first, last }) => mapped.some((column) => column >= first && column <= last));
  return touched.length === 1 ? (touched[0] ?? null) : null;
}

/** A longer text is content, and not worth folding. */
const LONGEST_HEADER = 60;

/** A header printed again on the next page, or the row of column numbers 1, 2, 3 … that some forms have. */
export function repeatsHeader(row: readonly Cell[], { mapped, all, headers }: Layout): boolean {
  const saysTheSame = (column: number) => {
    const cell = row[column];
    return typeof cell === 'string' && cell.length <= LONGEST_HEADER && headers[column]?.includes(foldHeader(textOf(cell))) === true;
  };
  const shown = all.filter((column) => !isBlank(row[column] ?? null));
  const named = shown.filter(saysTheSame);
  const [firstColumn] = mapped;
  const isHeader = named.length > 1 || (firstColumn !== undefined && named.includes(firstColumn));
  if (isHeader && mapped.every((column) => isBlank(row[column] ?? null) || named.includes(column))) return true;
  const numbers = mapped.map((column) => Number(row[column] ?? Number.NaN));
  return numbers.length > 2 && numbers.every((number, at) => Number.isInteger(number) && number < 100 && number > (numbers[at - 1] ?? 0));
}
