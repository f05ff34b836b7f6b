import type { Entry } from '../ledger/entry.ts';
import { compareText } from '../text/compare.ts';

/** A number with what it counts. Ids stand in their own order, so that the order of rows changes nothing. */
export interface Figure {
  readonly count: number;
  /** The ids of every entry the number rests on. */
  readonly entries: readonly string[];
  /** The things counted, where they are not the entries themselves: units, aspects, inspections of several rows. */
  readonly groups?: readonly Group[];
}

/** One thing that a figure counts, with the entries that speak of it. */
export interface Group {
  readonly name: string;
  readonly entries: readonly string[];
}

function idsOf(entries: readonly Pick<Entry, 'id'>[]): string[] {
  return [...new Set(entries.map(({ id }) => id))].toSorted(compareText);
}

/** How many entries there are. */
export function entriesFigure(entries: readonly Pick<Entry, 'id'>[]): Figure {
  const ids = idsOf(entries);
  return { count: ids.length, entries: ids };
}

/** What an entry is counted as: `key` tells things apart, `name` is shown. */
export interface Counted {
  readonly entry: Pick<Entry, 'id'>;
  readonly key: string;
  readonly name: string;
}

/** How many different things the entries speak of; groups in order of name, then of key. */
export function groupsFigure(counted: readonly Counted[]): Figure {
  const things = new Map<string, Counted[]>();
  for (const one of counted) {
    const known = things.get(one.key);
    if (known === undefined) things.set(one.key, [one]);
    else known.push(one);
  }
  const groups = [...things]
    .map(([key, ones]) => ({ key, name: ones.map(({ name }) => name).toSorted(compareText)[0] ?? key, entries: idsOf(ones.map(({ entry }) => entry)) }))
    .toSorted((a, b) => compareText(a.name, b.name) || compareText(a.key, b.key));
  return { count: groups.length, entries: idsOf(counted.map(({ entry }) => entry)), groups: groups.map(({ name, entries }) => ({ name, entries })) };
}
