/**
 * Entries in order of id, with the changed ones in the place of theirs or added. `entries` are in order already; `changed`
 * come as they come, each id once.
 */
export function overlaid<Item extends { readonly id: string }>(entries: readonly Item[], changed: readonly Item[]): readonly Item[] {
  const inOrder = isSorted(changed) ? changed : changed.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const [first] = inOrder;
  const last = entries.at(-1);
  if (first === undefined) return entries;
  // Ids begin with the time they were made, so what is new comes after what is there.
  if (last === undefined || last.id < first.id) return [...entries, ...inOrder];

  const merged: Item[] = [];
  let at = 0;
  for (const entry of entries) {
    let next = inOrder[at];
    while (next !== undefined && next.id < entry.id) {
      merged.push(next);
      next = inOrder[(at += 1)];
    }
    if (next?.id !== entry.id) merged.push(entry);
  }
  for (; at < inOrder.length; at += 1) {
    const next = inOrder[at];
    if (next !== undefined) merged.push(next);
  }
  return merged;
}

function isSorted(items: readonly { readonly id: string }[]): boolean {
  for (let at = 1; at < items.length; at += 1) if ((items[at - 1]?.id ?? '') > (items[at]?.id ?? '')) return false;
  return true;
}
