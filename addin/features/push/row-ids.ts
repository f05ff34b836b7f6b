import { message } from '../../../shared/message.ts';
import type { Message } from '../../../shared/message.ts';
import type { Adoption } from '../../../shared/sync/adopt.ts';
import { newId } from '../../work/new-id.ts';
import type { LedgerRow } from '../../excel/port.ts';

/** A row of the ledger with the id it carries from now on. */
export interface IdentifiedRow extends LedgerRow {
  readonly id: string;
  /** Why a row has another id than before, or none of those it might be; null when it keeps its own or is simply new. */
  readonly notice: Message | null;
}

/**
 * Gives every row an id of its own (domain, Ids). `known` says which row keeps its id and which is known again without (`alignLedger`);
 * a row it says nothing of is one that was pushed before (`adoptRows`) or new, be it the copy of another, one whose id was tampered
 * with, or one that never had any.
 */
export function identifyRows(rows: readonly LedgerRow[], known: readonly (string | null)[], adoption?: Adoption): readonly IdentifiedRow[] {
  const present = new Set(known);
  return rows.map((row, at) => {
    const id = known[at] ?? null;
    if (id !== null) return { ...row, id, notice: id === row.id ? null : message('sheet.foundAgain') };
    const adopted = adoption?.ids.get(at);
    if (adopted !== undefined) return { ...row, id: adopted, notice: message(ADOPTED) };
    if (row.id !== null) return { ...row, id: newId(), notice: message(present.has(row.id) ? 'sheet.copiedRow' : 'sheet.brokenId') };
    return { ...row, id: newId(), notice: adoption?.ambiguous.has(at) ? message('sheet.ambiguous') : null };
  });
}

/** The notice on a row that took the id of an entry pushed before. */
export const ADOPTED = 'sheet.adopted';
