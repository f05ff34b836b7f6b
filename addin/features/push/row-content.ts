import type { Content } from '../../../shared/ledger/entry.ts';
import { readRow } from '../../../shared/ledger/rows.ts';
import { registerById } from '../../../shared/registers/index.ts';
import type { LedgerReading, LedgerRow } from '../../excel/port.ts';

/** What a row of the sheet holds, as far as it can be read. */
export function contentOf({ binding, fields }: LedgerReading, { cells }: LedgerRow): Content {
  const register = registerById(binding.register);
  return register ? readRow(register, fields, cells, { isNew: false }).content : {};
}
