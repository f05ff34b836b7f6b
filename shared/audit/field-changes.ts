import type { Content } from '../ledger/entry.ts';

/** A field before and after; null where it was or is blank. */
export interface FieldChange {
  readonly field: string;
  readonly before: string | number | null;
  readonly after: string | number | null;
}

/** What became of an entry by one version. */
export type Change = 'inserted' | 'updated' | 'deleted';

/** The content of a living version; null where there was none, or a deletion. */
type Living = Content | null;

/** What a version did, by what lived before and after it. */
export function changeOf(before: Living, after: Living): Change {
  if (after === null) return 'deleted';
  return before === null ? 'inserted' : 'updated';
}

/** The fields that differ between two versions, in the order of `fields`. */
export function fieldChanges(before: Living, after: Living, fields: readonly string[]): FieldChange[] {
  return fields.flatMap((field) => {
    const change = { field, before: before?.[field] ?? null, after: after?.[field] ?? null };
    return change.before === change.after ? [] : [change];
  });
}
