import type { IsoDate } from '../../../shared/calendar/day.ts';
import type { Cell } from '../../../shared/cell.ts';
import { MAX_BYTES, MAX_ROWS } from '../../../shared/contract/push.ts';
import type { PushAnswer, PushRequest } from '../../../shared/contract/push.ts';
import type { LedgerApi } from '../../api/ledger-api.ts';
import { newId } from '../../work/new-id.ts';
import type { Binding } from '../../excel/port.ts';
import type { IdentifiedRow } from './row-ids.ts';

/** Bytes kept for what a request holds beside its rows. */
const ENVELOPE_BYTES = 64 * 1024;

/** The rows of one request: their cells with the id in front. */
export interface PushBlock {
  readonly request: string;
  readonly rows: readonly IdentifiedRow[];
  readonly cells: readonly (readonly Cell[])[];
}

/** What was sent, and what came back block by block. */
export interface Sent {
  readonly blocks: readonly PushBlock[];
  readonly answers: readonly PushAnswer[];
}

/** Cuts a ledger into requests within the server's limits: 5,000 rows and 4 MiB each (architecture, How a push goes). A ledger without rows is one empty request. */
export function pushBlocks(rows: readonly IdentifiedRow[]): readonly PushBlock[] {
  const encoder = new TextEncoder();
  const blocks = [{ request: newId(), rows: [] as IdentifiedRow[], cells: [] as (readonly Cell[])[] }];
  let bytes = 0;
  for (const row of rows) {
    const cells = [row.id, ...row.cells];
    const size = encoder.encode(JSON.stringify(cells)).length + 1;
    let block = blocks.at(-1);
    if (block === undefined || block.rows.length >= MAX_ROWS || bytes + size > MAX_BYTES - ENVELOPE_BYTES) {
      block = { request: newId(), rows: [], cells: [] };
      blocks.push(block);
      bytes = 0;
    }
    block.rows.push(row);
    block.cells.push(cells);
    bytes += size;
  }
  return blocks;
}

export interface SendOptions {
  readonly api: LedgerApi;
  readonly asOf: IsoDate;
  /** The binding before the push: every block has its base. */
  readonly binding: Binding;
  readonly dryRun: boolean;
  /** Rows to be written over what others made of them: the revision the clerk has decided on, by id. */
  readonly resolve?: Readonly<Record<string, number>>;
  readonly signal: AbortSignal | undefined;
  /** Called before a block is sent. */
  readonly onSend?: (block: PushBlock) => void;
  readonly onRows: (done: number, total: number) => void;
}

/** Sends blocks one after the other as one push. Rejects with an `ApiError`, or the signal's reason between blocks and in mid-request. */
export async function sendBlocks(blocks: readonly PushBlock[], options: SendOptions): Promise<Sent> {
  const { api, asOf, binding, dryRun, resolve = {}, signal, onSend, onRows } = options;
  const { base, bases = {}, pending, workspace, register } = binding;
  const push = newId();
  const total = blocks.reduce((sum, block) => sum + block.rows.length, 0);
  const columns = ['id', ...binding.columns.map((column) => column.field)];
  const answers: PushAnswer[] = [];
  let done = 0;
  const bodyOf = ({ request, cells }: PushBlock): PushRequest => ({
    base,
    bases,
    resolve,
    asOf,
    workspace,
    request,
    pending: [...pending],
    push,
    dryRun,
    columns,
    rows: cells,
  });
  for (const [at, block] of blocks.entries()) {
    signal?.throwIfAborted();
    onRows(done, total);
    onSend?.(block);
    const following = (): readonly PushRequest[] => blocks.slice(at + 1).map(bodyOf);
    answers.push(await api.push(register, bodyOf(block), { ...(signal && { signal }), following }));
    done += block.rows.length;
  }
  onRows(done, total);
  return { blocks, answers };
}
