import type { Content } from '../ledger/entry.ts';

/** One text for a content, whatever the order of its fields: what is stored, hashed and compared. */
export function canonicalText(content: Content): string {
  const sorted: Record<string, string | number> = {};
  for (const field of Object.keys(content).toSorted()) {
    const value = content[field];
    if (value !== undefined) sorted[field] = value;
  }
  return JSON.stringify(sorted);
}

/** Whether two contents hold the same values in some fields. Reformatting a date or a percentage in the sheet makes no difference. */
export function sameFields(a: Content, b: Content, fields: readonly string[]): boolean {
  return fields.every((field) => a[field] === b[field]);
}
