import type { Content, Entry } from '../ledger/entry.ts';
import type { UnitMeasure } from './facts.ts';
import type { ReceiptEntry } from './types.ts';

/** What a clerk knows a row by: its title, its month, else its number, date or reason. */
export function titleOf({ register, content }: Entry): string {
  if (register === 'measures' || register === 'problems') return words(content, 'title');
  if (register === 'reports') return words(content, 'month');
  if (register === 'inspections') return words(content, 'no', 'date');
  if (register === 'spotchecks') return words(content, 'checkedOn', 'draw');
  return words(content, 'date', 'reason');
}

function words(content: Content, ...fields: readonly string[]): string {
  return fields
    .map((field) => String(content[field] ?? ''))
    .filter((text) => text !== '')
    .join(' ');
}

/** A row as it stands under a receipt line; `gave` and `weight` are doubles for display. */
export function receiptEntry(entry: Entry, gave: number, weight?: number): ReceiptEntry {
  return { id: entry.id, register: entry.register, title: titleOf(entry), role: 'lead', gave, ...(weight === undefined ? {} : { weight }) };
}

/** A measure as it stands under a receipt line of a unit that leads or supports it. */
export function measureEntry({ fact, role }: UnitMeasure, gave: number, weight?: number): ReceiptEntry {
  const { id, register, content } = fact.entry;
  // Written out, not spread from `receiptEntry`: there is one for every measure of a workspace.
  const title = String(content['title'] ?? '');
  return weight === undefined ? { id, register, title, role, gave } : { id, register, title, role, gave, weight };
}
