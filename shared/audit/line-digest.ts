import type { Digest } from '../text/digest.ts';

/** Lines hashed at once. */
const BLOCK = 1_000;

/** A digest over lines of which only a block is in memory at a time. */
export interface LineDigest {
  add(line: string): Promise<void>;
  /** Over all lines added, in lowercase hex. */
  end(): Promise<string>;
}

/**
 * SHA-256 over any number of lines, in steps, because not every runtime can feed a hash piece by piece: of every 1,000
 * lines the hash of the hash before (empty at first) and those lines, with a line break between each; the last is the whole's.
 */
export function lineDigest(digest: Digest): LineDigest {
  let before = '';
  let block: string[] = [];
  const fold = async (): Promise<void> => {
    before = await digest([before, ...block].join('\n'));
    block = [];
  };
  return {
    async add(line) {
      block.push(line);
      if (block.length === BLOCK) await fold();
    },
    async end() {
      if (block.length > 0) await fold();
      return before;
    },
  };
}
