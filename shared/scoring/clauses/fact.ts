import type { Entry } from '../../ledger/entry.ts';
import { exact } from '../../number/exact.ts';
import { ratioOf } from '../../number/ratio.ts';
import { receiptEntry } from '../receipt-entry.ts';
import type { Hit } from '../rule.ts';

/** What a row is about: the entry its `ref` names, followed once, else itself (domain, Same fact once). */
export function factOf({ id, content }: Entry): string {
  const ref = content['ref'];
  return typeof ref === 'string' ? ref : id;
}

/** A clause's hit by a row, for a number of points. */
export function hitOf(entry: Entry, points: number): Hit {
  return { factId: factOf(entry), points: exact(ratioOf(points)), entry: receiptEntry(entry, points) };
}
