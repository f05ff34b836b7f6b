import type { IsoDate } from '../../../shared/calendar/day.ts';
import type { Cell } from '../../../shared/cell.ts';
import { MAX_BYTES, MAX_PENDING, MAX_ROWS } from '../../../shared/contract/push.ts';
import type { PushAnswer, PushRequest } from '../../../shared/contract/push.ts';
import type { Language } from '../../../shared/message.ts';
import type { LedgerApi } from '../../api/ledger-api.ts';
import { newId, newRequestId } from '../../work/new-id.ts';
import type { Binding } from '../../excel/port.ts';
import type { IdentifiedRow } from './row-ids.ts';

/** Bytes kept for what a request holds beside its rows and what is said of them by id. */
const ENVELOPE_BYTES = 64 * 1024;

/** The most bytes of an id with a revision, in `bases` or `resolve`. */
const MARK_BYTES = 48;

/** A revision by id. */
export type Revisions = Readonly<Record<string, number>>;

/** The rows of one request: their cells with the id in front, and what is said of them by id. */
export interface PushBlock {
  readonly request: string;
  readonly rows: readonly IdentifiedRow[];
  readonly cells: readonly (readonly Cell[])[];
  /** Bases of their own of its rows. Those of entries without a row in the sheet are in one block each: it tells what others made of them. */
  readonly bases: Revisions;
  /** Rows to be written over what others made of them: the revision the clerk has decided on. */
  readonly resolve: Revisions;
}

export interface BlockOptions {
  readonly bases?: Revisions | undefined;
  readonly resolve?: Revisions;
  /** The most rows of a request; the server's limit when absent. */
  readonly mostRows?: number | undefined;
}

/** What was sent, and what came back block by block. */
export interface Sent {
  readonly blocks: readonly PushBlock[];
  readonly answers: readonly PushAnswer[];
}

/**
 * Cuts a ledger into requests within the server's limits: 5,000 rows and 4 MiB each (architecture, How a push goes). A ledger without rows is one empty
 * request. `bases` and `resolve` go with their rows, so that a request is no larger for what is said of the rows of others.
 */
export function pushBlocks(rows: readonly IdentifiedRow[], { bases = {}, resolve = {}, mostRows = MAX_ROWS }: BlockOptions = {}): readonly PushBlock[] {
  const encoder = new TextEncoder();
  const blocks = [emptyBlock()];
  let bytes = 0;
  const blockFor = (size: number, isRow: boolean) => {
    let block = blocks.at(-1);
    if (block === undefined || (isRow && block.rows.length >= mostRows) || bytes + size > MAX_BYTES - ENVELOPE_BYTES) {
      block = emptyBlock();
      blocks.push(block);
      bytes = 0;
    }
    bytes += size;
    return block;
  };
  for (const row of rows) {
    const cells = [row.id, ...row.cells];
    const [base, resolved] = [bases[row.id], resolve[row.id]];
    const marks = Number(base !== undefined) + Number(resolved !== undefined);
    const block = blockFor(encoder.encode(JSON.stringify(cells)).length + 1 + marks * MARK_BYTES, true);
    block.rows.push(row);
    block.cells.push(cells);
    if (base !== undefined) block.bases[row.id] = base;
    if (resolved !== undefined) block.resolve[row.id] = resolved;
  }
  const ids = new Set(rows.map(({ id }) => id));
  for (const [id, base] of Object.entries(bases)) if (!ids.has(id)) blockFor(MARK_BYTES, false).bases[id] = base;
  return blocks;
}

function emptyBlock() {
  return {
    request: newRequestId(),
    rows: [] as IdentifiedRow[],
    cells: [] as (readonly Cell[])[],
    bases: {} as Record<string, number>,
    resolve: {} as Record<string, number>,
  };
}

export interface SendOptions {
  readonly api: LedgerApi;
  readonly asOf: IsoDate;
  /** The binding before the push: every block has its base. */
  readonly binding: Binding;
  readonly dryRun: boolean;
  readonly signal: AbortSignal | undefined;
  /** Of the texts in the answers; default the pane's. */
  readonly language?: Language;
  /** Called before a block is sent. */
  readonly onSend?: (block: PushBlock) => void;
  readonly onRows: (done: number, total: number) => void;
}

/** Sends blocks one after the other as one push. Rejects with an `ApiError`, or the signal's reason between blocks and in mid-request. */
export async function sendBlocks(blocks: readonly PushBlock[], options: SendOptions): Promise<Sent> {
  const { api, asOf, binding, dryRun, signal, language, onSend, onRows } = options;
  const { base, pending, workspace, register } = binding;
  const push = newId();
  const total = blocks.reduce((sum, block) => sum + block.rows.length, 0);
  const columns = ['id', ...binding.columns.map((column) => column.field)];
  const answers: PushAnswer[] = [];
  let done = 0;
  const bodyOf = ({ request, cells, bases, resolve }: PushBlock): PushRequest => ({
    base,
    bases,
    resolve,
    asOf,
    workspace,
    request,
    pending: pending.slice(-MAX_PENDING),
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
    answers.push(await api.push(register, bodyOf(block), { ...(signal && { signal }), ...(language && { language }), following }));
    done += block.rows.length;
  }
  onRows(done, total);
  return { blocks, answers };
}
