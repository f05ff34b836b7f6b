import type { Counts } from '../../../shared/contract/push.ts';
import type { Conflict } from '../../../shared/contract/others.ts';
import type { RegisterId } from '../../../shared/registers/index.ts';
import type { PushReport } from '../push/push-report.ts';

/** A row of a file that the server did not take, and why. */
export interface LeftRow {
  readonly kind: 'rejected' | 'conflict';
  /** The cell at fault, such as `E12`; the row's first bound cell for a conflict. */
  readonly address: string;
  /** The header of the column at fault; null when it is the row as a whole. */
  readonly header: string | null;
  /** Why, in words; '' for a conflict. */
  readonly message: string;
  /** Who made the stored version of a row in conflict, and when (ISO 8601 UTC); null for a rejected row. */
  readonly theirs: { readonly by: string; readonly at: string } | null;
}

/** What became of one ledger of a file. */
export interface SheetOutcome {
  readonly sheet: string;
  readonly register: RegisterId;
  /** null when the ledger could not be pushed at all. */
  readonly counts: Counts | null;
  readonly revision: number | null;
  readonly left: readonly LeftRow[];
  readonly newUnits: readonly string[];
  /** Why nothing of it was pushed; null otherwise. */
  readonly fault: unknown;
}

/** What became of a file: all of it taken, rows or sheets left, nothing taken, or not begun because the clerk stopped. */
export type FileState = 'taken' | 'partly' | 'failed' | 'cancelled';

export interface FileOutcome {
  readonly name: string;
  readonly state: FileState;
  readonly sheets: readonly SheetOutcome[];
  /** Of a package: who made it, and when (ISO 8601 UTC); null for a workbook. */
  readonly made: { readonly by: string; readonly at: string } | null;
  /** Sheets that hold no ledger. */
  readonly others: readonly string[];
  /** Sheets that are reports the product wrote; absent for none. */
  readonly reports?: readonly string[];
  /** Why the file as a whole could not be pushed; null otherwise. */
  readonly fault: unknown;
}

/** The outcome of a ledger that was pushed. */
export function sheetOutcome(
  { binding, counts, revision, rows, newUnits }: PushReport,
  conflicts: readonly Conflict[],
  firstCell: (row: number) => string,
): SheetOutcome {
  const theirs = new Map(conflicts.map((conflict) => [conflict.id, conflict]));
  const left = rows.flatMap((row): readonly LeftRow[] => {
    if (row.outcome === 'rejected') {
      return row.issues
        .filter(({ kind }) => kind === 'problem')
        .map(({ address, header, message }) => ({ kind: 'rejected' as const, address, header, message, theirs: null }));
    }
    if (row.outcome !== 'conflict') return [];
    const other = theirs.get(row.id);
    return [{ kind: 'conflict', address: firstCell(row.sheetRow), header: null, message: '', theirs: other ? { by: other.by, at: other.at } : null }];
  });
  return { sheet: binding.sheetName, register: binding.register, counts, revision, left, newUnits, fault: null };
}

/** The outcome of a file whose ledgers came to these. */
export function fileOutcome(name: string, sheets: readonly SheetOutcome[], others: readonly string[]): FileOutcome {
  const isTaken = sheets.every(({ fault, left }) => fault === null && left.length === 0);
  const isFailed = sheets.every(({ fault }) => fault !== null);
  return { name, state: isTaken ? 'taken' : isFailed ? 'failed' : 'partly', made: null, sheets, others, fault: null };
}
