import type { EntryMemory } from '../../shared/ledger/entry.ts';
import type { NewVersion } from './port.ts';

/** Versions as parameters of few characters and no JSON inside JSON, which both sides would have to escape. */
export interface PackedVersions {
  /** Members of a JSON object, `"<id><number of the memory>":<content>`. */
  readonly rows: readonly string[];
  /** A JSON array of the memories, each different one once: most rows of a push remember the same. */
  readonly memories: string;
}

/**
 * The versions as they are handed to the database. Measured for 5,000 rows, made, sent and written: 30 ms
 * so, 45 ms as an array of [id, content as text, memory as text], 34 ms as one of [id, content, memory].
 */
export function packed(versions: readonly NewVersion[]): PackedVersions {
  const numbers = new Map<string, number>();
  const memories: string[] = [];
  const numberOf = (memory: EntryMemory): number => {
    const text = JSON.stringify(memory);
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, memories.length);
    return memories.push(text) - 1;
  };
  const rows = versions.map(({ id, content, memory }) => `"${id}${numberOf(memory)}":${JSON.stringify(content)}`);
  return { rows, memories: `[${memories.join(',')}]` };
}
