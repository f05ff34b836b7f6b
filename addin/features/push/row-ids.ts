import { ulid } from 'ulid';
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
 * Gives every row an id of its own (domain, Ids). `known` says which row keeps its id and which is known again without (`alignLedger`);
 * a row it says nothing of is new, be it the copy of another, one whose id was tampered with, or one that never had any.
 */
export function identifyRows(rows: readonly LedgerRow[], known: readonly (string | null)[]): readonly IdentifiedRow[] {
  const present = new Set(known);
  return rows.map((row, at) => {
    const id = known[at] ?? null;
    if (id !== null) return { ...row, id, notice: id === row.id ? null : message('sheet.foundAgain') };
    const notice = row.id === null ? null : message(present.has(row.id) ? 'sheet.copiedRow' : 'sheet.brokenId');
    return { ...row, id: ulid(), notice };
  });
}
