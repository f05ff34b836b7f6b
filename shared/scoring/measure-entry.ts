import type { UnitMeasure } from './facts.ts';
import type { ReceiptEntry } from './types.ts';

/** A measure as it stands under a receipt line; `gave` and `weight` are doubles for display. */
export function measureEntry({ fact, role }: UnitMeasure, gave: number, weight?: number): ReceiptEntry {
  const title = String(fact.entry.content['title'] ?? '');
  return { id: fact.entry.id, title, role, gave, ...(weight === undefined ? {} : { weight }) };
}
