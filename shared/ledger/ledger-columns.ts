import type { RegisterId } from '../registers/index.ts';

/** What must be known of a ledger to tell its rows apart: a guess, or what the clerk confirmed. */
export interface LedgerColumns {
  readonly register: RegisterId;
  /** The header's last row. */
  readonly headerRow: number;
  /** How many rows the header has; 1 when left out. */
  readonly headerRows?: number;
  readonly columns: readonly { readonly column: number; readonly field: string | null }[];
}
