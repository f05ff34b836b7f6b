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

/** Whether two contents hold the same values. Reformatting a date or a percentage in the sheet makes no difference. */
export function sameContent(a: Content, b: Content): boolean {
  const fields = Object.keys(a);
  return fields.length === Object.keys(b).length && fields.every((field) => a[field] === b[field]);
}
