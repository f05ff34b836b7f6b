import type { Entry } from '../../ledger/entry.ts';
import { exact } from '../../number/exact.ts';
import { ratioOf } from '../../number/ratio.ts';
import { receiptEntry } from '../receipt-entry.ts';
import type { UnitFacts } from '../facts.ts';
import type { Hit } from '../rule.ts';

/** The fact that a month of a unit is. */
export function monthFact(month: string): string {
  return `month ${month}`;
}

/** What a row is about: the entry its `ref` names, followed once, else itself; a report of the unit's is its month (domain, Same fact once). */
function factOf({ id, content }: Entry, { reportMonths }: UnitFacts): string {
  const about = String(content['ref'] ?? id);
  const month = reportMonths.get(about);
  return month === undefined ? about : monthFact(month);
}

/** A clause's hit of a unit by a row, for a number of points; `told` is what the receipt says of it, the row itself unless given. */
export function hitOf(facts: UnitFacts, entry: Entry, points: number, told = receiptEntry(entry, points)): Hit {
  return { factId: factOf(entry, facts), points: exact(ratioOf(points)), entry: told };
}
