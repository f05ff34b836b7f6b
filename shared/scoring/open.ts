import { parseIso, type Day } from '../calendar/day.ts';
import type { Entry } from '../ledger/entry.ts';
import type { Verdict } from '../verdict/types.ts';
import type { Facts } from './facts.ts';

/** A measure or problem that is not done, with the units it concerns. */
export interface OpenFact {
  readonly entry: Entry;
  readonly verdict: Verdict;
  /** The unit that leads a measure; of a problem the first it names. */
  readonly lead: string;
  readonly co: readonly string[];
}

/** What is not done of what counts as of a day, measures first: no problem found later, and no measure that starts later, which nothing is asked of yet. */
export function openFacts({ measures, problems }: Facts, asOf: Day): readonly OpenFact[] {
  const begun = measures.filter(({ entry }) => (parseIso(String(entry.content['start'] ?? '')) ?? asOf) <= asOf);
  const found = problems.map(({ entry, verdict, units: [lead = '', ...co] }) => ({ entry, verdict, lead, co }));
  return [...begun, ...found].filter(({ verdict }) => verdict.flag !== 'done' && verdict.flag !== 'doneLate');
}
