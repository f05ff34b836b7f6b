import { registerById } from '../../../shared/registers/index.ts';
import { readRow } from '../../../shared/ledger/rows.ts';
import { adoptEntries } from '../../../shared/sync/adopt.ts';
import type { Adoption } from '../../../shared/sync/adopt.ts';
import type { LedgerApi } from '../../api/ledger-api.ts';
import type { Binding, LedgerReading } from '../../excel/port.ts';

const NONE: Adoption = { ids: new Map(), ambiguous: new Set() };

/**
 * Finds the entries that rows without id were pushed as before, from another copy of the workbook or before the result columns
 * were removed. `known` are the ids the sheet itself knows, by row. The server is asked only when a row never had an id.
 */
export async function adoptRows(api: LedgerApi, reading: LedgerReading, known: readonly (string | null)[], signal?: AbortSignal): Promise<Adoption> {
  const { binding, fields, rows } = reading;
  const register = registerById(binding.register);
  if (register === undefined || rows.every(({ id }, at) => id !== null || (known[at] ?? null) !== null)) return NONE;
  const entries = await api.entries(register.id, signal);
  if (entries.length === 0) return NONE;
  const standing = rows.map(({ id, cells }, at) => ({
    id: known[at] ?? id,
    content: readRow(register, fields, cells, { isNew: false }).content,
  }));
  return adoptEntries(register, fields, standing, entries);
}

/**
 * The binding with the adopted rows based on nothing: this sheet has not seen what their entries hold, whatever else it has seen,
 * so that a row that differs is a conflict and overwrites nobody's work.
 */
export function unseen(binding: Binding, { ids }: Adoption): Binding {
  return ids.size === 0 ? binding : { ...binding, bases: { ...binding.bases, ...Object.fromEntries([...ids.values()].map((id) => [id, 0])) } };
}
