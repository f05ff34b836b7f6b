import type { Content } from '../../../shared/ledger/entry.ts';
import { readRow } from '../../../shared/ledger/rows.ts';
import { registerById } from '../../../shared/registers/index.ts';
import type { Binding, LedgerReading, LedgerRow } from '../../excel/port.ts';

/** What a row of the sheet holds, as far as it can be read. */
export function contentOf({ binding, fields }: LedgerReading, { cells }: LedgerRow): Content {
  const register = registerById(binding.register);
  return register ? readRow(register, fields, cells, { isNew: false }).content : {};
}

/** What a row is called: its title, else its required fields. */
export function nameOf({ register: id }: Pick<Binding, 'register'>, content: Content): string {
  if (content['title'] !== undefined) return String(content['title']);
  const required = registerById(id)?.fields.filter((field) => field.required) ?? [];
  return required.flatMap((field) => (content[field.id] === undefined ? [] : [String(content[field.id])])).join(' · ');
}
