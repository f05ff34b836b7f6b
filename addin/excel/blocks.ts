/** The most rows read or written with one `context.sync()`. */
export const BLOCK_ROWS = 5_000;
/** The most bytes of cells sent with one `context.sync()`: Excel on the web takes 5 MB, and a request is more than its cells. */
const BLOCK_BYTES = 3_000_000;

export interface Block {
  /** Index of the first row within what is cut. */
  readonly start: number;
  readonly count: number;
}

/** Cuts `total` rows into blocks of at most `most` rows. */
export function blocksOf(total: number, most: number = BLOCK_ROWS): readonly Block[] {
  return Array.from({ length: Math.ceil(total / most) }, (_, at) => ({ start: at * most, count: Math.min(most, total - at * most) }));
}

/** Cuts rows into blocks of at most `BLOCK_ROWS` rows and `BLOCK_BYTES` bytes as JSON; a row that is larger alone makes a block. */
export function blocksByBytes(rows: readonly (readonly unknown[])[]): readonly Block[] {
  const blocks: Block[] = [];
  let start = 0;
  let bytes = 0;
  rows.forEach((row, at) => {
    const size = jsonBytes(row);
    if (at > start && (at - start >= BLOCK_ROWS || bytes + size > BLOCK_BYTES)) {
      blocks.push({ start, count: at - start });
      start = at;
      bytes = 0;
    }
    bytes += size;
  });
  if (rows.length > start) blocks.push({ start, count: rows.length - start });
  return blocks;
}

const encoder = new TextEncoder();

function jsonBytes(row: readonly unknown[]): number {
  return encoder.encode(JSON.stringify(row)).length;
}
