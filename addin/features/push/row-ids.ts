import { ulid } from 'ulid';
import { ULID_PATTERN } from '../../../shared/contract/primitives.ts';
import { message } from '../../../shared/message.ts';
import type { Message } from '../../../shared/message.ts';
import type { LedgerRow } from '../../excel/port.ts';

/** A row of the ledger with the id it carries from now on. */
export interface IdentifiedRow extends LedgerRow {
  readonly id: string;
  /** Why a row that had an id was given a new one; null when it keeps its own or never had one. */
  readonly notice: Message | null;
}

/**
 * Gives every row an id of its own (domain, Ids): a row keeps a well-formed one; a row without gets a new one; so does the second of two
 * with the same, which is a copy of the first, and one whose id was tampered with.
 */
export function identifyRows(rows: readonly LedgerRow[]): readonly IdentifiedRow[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    const { id } = row;
    if (id !== null && ULID_PATTERN.test(id) && !seen.has(id)) {
      seen.add(id);
      return { ...row, id, notice: null };
    }
    const notice = id === null ? null : message(seen.has(id) ? 'sheet.copiedRow' : 'sheet.brokenId');
    return { ...row, id: ulid(), notice };
  });
}
