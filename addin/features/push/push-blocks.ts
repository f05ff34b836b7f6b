import { MAX_BYTES, MAX_ROWS } from '../../../shared/contract/push.ts';
import type { Cell } from '../../../shared/cell.ts';
import type { IdentifiedRow } from './row-ids.ts';

/** Bytes kept for what a request holds beside its rows. */
const ENVELOPE_BYTES = 64 * 1024;

/** The rows of one request: cells with the id in front. */
export interface PushBlock {
  readonly rows: readonly IdentifiedRow[];
  readonly cells: readonly (readonly Cell[])[];
}

/** Cuts a ledger into requests within the server's limits: 5,000 rows and 4 MiB each (api, Limits). */
export function pushBlocks(rows: readonly IdentifiedRow[]): readonly PushBlock[] {
  const encoder = new TextEncoder();
  const blocks: { rows: IdentifiedRow[]; cells: (readonly Cell[])[] }[] = [];
  let bytes = Infinity;
  for (const row of rows) {
    const cells = [row.id, ...row.cells];
    const size = encoder.encode(JSON.stringify(cells)).length + 1;
    let block = blocks.at(-1);
    if (block === undefined || block.rows.length >= MAX_ROWS || bytes + size > MAX_BYTES - ENVELOPE_BYTES) {
      block = { rows: [], cells: [] };
      blocks.push(block);
      bytes = 0;
    }
    block.rows.push(row);
    block.cells.push(cells);
    bytes += size;
  }
  return blocks;
}
