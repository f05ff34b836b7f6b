import table from 'opencc-js/dict/TSCharacters';

let simplifiedOf: ReadonlyMap<string, string> | null = null;

/** 4,100 characters from 29 kB of text: read on first use, not when the module loads. */
function readTable(): ReadonlyMap<string, string> {
  const pairs = new Map(table.split('|').map((pair) => pair.split(' ') as [string, string]));
  // A few entries lead to another one (薴 → 苧 → 苎); folding twice must change nothing.
  for (const [from, to] of pairs) pairs.set(from, pairs.get(to) ?? to);
  return pairs;
}

/** Traditional characters as simplified ones, each by itself (烏達區 → 乌达区); words are not looked at. Doing it twice changes nothing. */
export function toSimplified(text: string): string {
  simplifiedOf ??= readTable();
  let result = '';
  for (const char of text) result += simplifiedOf.get(char) ?? char;
  return result;
}
