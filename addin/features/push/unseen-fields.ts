import type { LedgerApi } from '../../api/ledger-api.ts';
import type { Binding, LedgerReading } from '../../excel/port.ts';
import type { IdentifiedRow } from './row-ids.ts';
import { contentOf } from './row-content.ts';

/**
 * The binding with those rows based on nothing whose entries hold something else in a field that was bound after the last push: the sheet has
 * not seen it, so that it is a conflict and is not overwritten. The server is asked only where there is such a field.
 */
export async function withUnseenFields(api: LedgerApi, reading: LedgerReading, rows: readonly IdentifiedRow[], signal?: AbortSignal): Promise<Binding> {
  const { binding } = reading;
  const fields = binding.columns.flatMap(({ field, isUnseen }) => (isUnseen ? [field] : []));
  if (fields.length === 0) return binding;
  const stored = new Map((await api.entries(binding.register, signal)).map(({ id, content }) => [id, content]));
  const overwriting = rows.filter((row) => {
    const theirs = stored.get(row.id);
    if (theirs === undefined) return false;
    const mine = contentOf(reading, row);
    return fields.some((field) => theirs[field] !== undefined && theirs[field] !== mine[field]);
  });
  return overwriting.length === 0 ? binding : { ...binding, bases: { ...binding.bases, ...Object.fromEntries(overwriting.map(({ id }) => [id, 0])) } };
}

/** The columns of a ledger that was pushed with all of them. */
export function seenColumns(columns: Binding['columns']): Binding['columns'] {
  return columns.map(({ isUnseen: _seen, ...column }) => column);
}
