import type { Cell } from '../cell.ts';
import { isBlank, textOf } from './cells.ts';
import { ledgerEnd } from './ledger-end.ts';
import type { LedgerColumns } from './ledger-columns.ts';
import { fillDown, wideMerges } from './merges.ts';
import type { Merge } from './merges.ts';
import { layoutOf, repeatsHeader } from './row-layout.ts';
import type { Layout } from './row-layout.ts';
import { wordsOf, wordsOfFull } from './row-words.ts';
import type { SkipReason } from './skip-reason.ts';

/** The rows below a header: which are entries, and which are not and why. Zero-based positions in the cells given. */
interface DataRows {
  readonly entries: readonly number[];
  /** Up to the last row that holds anything; the emptiness below is not listed. */
  readonly skipped: readonly { readonly row: number; readonly reason: SkipReason }[];
  /** The cells to read entries from: those given, with vertically merged ones filled down. */
  readonly cells: readonly (readonly Cell[])[];
  /** The row after the ledger's last that may be an entry: where another ledger begins, or the end of the cells. */
  readonly end: number;
}

interface DataRowsOptions {
  /** Tells cells whose value is only computed. */
  readonly isFormula?: (row: number, column: number) => boolean;
  /** Where the ledger ends; where another one begins when left out. */
  readonly endRow?: number;
  /** The merged cells, where they are known: a unit merged over five rows stands for all five. */
  readonly merges?: readonly Merge[];
}

/**
 * Sorts the rows below a ledger's header into entries and others (domain, Rejected rows): rows with nothing but 序号 or
 * formulas, section rows (一、…), totals, notes and signatures below the table, repeated headers, rows merged into the entry above.
 * A row that is doubtful is an entry, so that its faults are said.
 */
export function dataRows(cells: readonly (readonly Cell[])[], ledger: LedgerColumns, options: DataRowsOptions = {}): DataRows {
  const merges = options.merges ?? [];
  const layout = layoutOf(cells, ledger, merges);
  const filled = fillDown(cells, merges, ledger.headerRow + 1);
  const wide = wideMerges(merges);
  const entries: number[] = [];
  const skipped: { row: number; reason: SkipReason }[] = [];
  const end = Math.min(cells.length, options.endRow ?? ledgerEnd(cells, ledger, layout, merges));
  let blankSince: number | null = null;
  let last: SkipReason | null = null;
  for (let row = ledger.headerRow + 1; row < end; row += 1) {
    const reason = reasonToSkip(filled.cells[row] ?? [], layout, {
      isFormula: (column) => options.isFormula?.(row, column) === true,
      isFilled: (column) => filled.isFilled(row, column),
      isWide: (column) => wide.get(row)?.some((merge) => merge.column <= column && merge.columns * 2 >= layout.mapped.length) === true,
      afterNote: last === 'problem.skippedNote',
    });
    if (reason === 'problem.skippedBlank') {
      blankSince ??= row;
      continue;
    }
    last = reason;
    if (blankSince !== null) for (let blank = blankSince; blank < row; blank += 1) skipped.push({ row: blank, reason: 'problem.skippedBlank' });
    blankSince = null;
    if (reason === null) entries.push(row);
    else skipped.push({ row, reason });
  }
  return { entries, skipped, cells: filled.cells, end };
}

/** What is known of the cells of one row. */
interface RowFacts {
  readonly isFormula: (column: number) => boolean;
  /** Only repeats the cell it is merged with. */
  readonly isFilled: (column: number) => boolean;
  readonly isWide: (column: number) => boolean;
  readonly afterNote: boolean;
}

function reasonToSkip(row: readonly Cell[], layout: Layout, facts: RowFacts): SkipReason | null {
  const isShown = (column: number) => !isBlank(row[column] ?? null);
  const isTyped = (column: number) => isShown(column) && !facts.isFormula(column) && !facts.isFilled(column);
  const isText = (column: number) => isShown(column) && (typeof row[column] === 'string' || facts.isFilled(column));
  if (layout.isComplete && layout.required.every((column) => isShown(column) && facts.isFilled(column))) {
    return repeatsHeader(row, layout) ? 'problem.skippedHeader' : 'problem.skippedMerged';
  }
  // Formulas alone make no entry, unless they give what an entry must have: a ledger drawn from another sheet.
  const hasRequired = layout.required.length > 0 && layout.required.every((column) => isTyped(column) || isText(column));
  const filled = hasRequired ? layout.all.filter(isShown).slice(0, 1) : layout.all.filter(isTyped);
  const [firstColumn] = filled;
  if (firstColumn === undefined) return 'problem.skippedBlank';
  const first = row[firstColumn] ?? null;
  if (typeof first === 'string') {
    const standing = {
      isAlone: filled.length === 1,
      inNumber: firstColumn === layout.runningNumber,
      isWide: facts.isWide(firstColumn),
      afterNote: facts.afterNote,
    };
    const reason = hasRequired ? wordsOfFull(first) : wordsOf(textOf(first), standing);
    if (reason !== null) return reason;
  }
  if (repeatsHeader(row, layout)) return 'problem.skippedHeader';
  return hasRequired || layout.mapped.some(isTyped) ? null : 'problem.skippedBlank';
}
