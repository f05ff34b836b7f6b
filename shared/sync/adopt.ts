import type { Content } from '../ledger/entry.ts';
import type { Register } from '../registers/index.ts';
import { groupBy } from './alignment-moves.ts';
import { canonicalText } from './canonical.ts';

/** A row of a sheet: its id, and what it holds as far as it can be read. */
export interface SheetRow {
  readonly id: string | null;
  readonly content: Content;
}

/** A live entry of the server. */
export interface LiveEntry {
  readonly id: string;
  readonly content: Content;
}

/** Which rows without id are entries that were pushed before. Rows are positions in the rows given. */
export interface Adoption {
  readonly ids: ReadonlyMap<number, string>;
  /** Rows like several entries, or like one that other rows are like too: which is meant cannot be told, so they are new. */
  readonly ambiguous: ReadonlySet<number>;
}

/**
 * Finds the entries that rows without id once were: their ids went with removed result columns, or the sheet is a second copy
 * (domain, Ids).
 *
 * First rows take the entries that hold the same in every one of `fields`, as many as there are of both: which of two that say
 * the same it is makes no difference. Then a row takes the entry with the same required fields, when it is the only such row
 * and that the only such entry. Entries whose id stands in the sheet are never taken, and rows that lack a required field take none.
 */
export function adoptEntries(register: Register, fields: readonly string[], rows: readonly SheetRow[], entries: readonly LiveEntry[]): Adoption {
  const required = register.fields.filter((field) => field.required).map(({ id }) => id);
  const standing = new Set(rows.map(({ id }) => id));
  const ids = new Map<number, string>();
  const taken = new Set<string>();
  const isWhole = (content: Content) => required.every((field) => content[field] !== undefined);
  const openRows = () => [...rows.entries()].flatMap(([at, { id, content }]) => (id === null && !ids.has(at) && isWhole(content) ? [{ at, content }] : []));
  const openEntries = () => entries.filter(({ id }) => !standing.has(id) && !taken.has(id));
  const give = (at: number, id: string): void => {
    ids.set(at, id);
    taken.add(id);
  };

  const same = groupBy(openEntries(), ({ content }) => textOf(content, fields));
  for (const [text, alike] of groupBy(openRows(), ({ content }) => textOf(content, fields))) {
    const found = same.get(text) ?? [];
    alike.slice(0, found.length).forEach(({ at }, nth) => found[nth] && give(at, found[nth].id));
  }

  const ambiguous = new Set<number>();
  const similar = groupBy(openEntries(), ({ content }) => textOf(content, required));
  for (const [text, alike] of groupBy(openRows(), ({ content }) => textOf(content, required))) {
    const [entry, ...more] = similar.get(text) ?? [];
    const [row, ...others] = alike;
    if (entry === undefined || row === undefined) continue;
    if (more.length === 0 && others.length === 0) give(row.at, entry.id);
    else for (const { at } of alike) ambiguous.add(at);
  }
  return { ids, ambiguous };
}

/** The values of some fields, to be compared. */
function textOf(content: Content, fields: readonly string[]): string {
  return canonicalText(Object.fromEntries(fields.flatMap((field) => (content[field] === undefined ? [] : [[field, content[field]]]))));
}
