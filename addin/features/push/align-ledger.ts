import { ULID_PATTERN } from '../../../shared/contract/primitives.ts';
import { registerById } from '../../../shared/registers/index.ts';
import { alignIds } from '../../../shared/sync/alignment.ts';
import type { AlignedRow, SyncedStates } from '../../../shared/sync/alignment.ts';
import { rowState } from '../../../shared/sync/row-state.ts';
import { WorkbookError } from '../../excel/port.ts';
import type { Binding, LedgerReading, LedgerWorkbook, RightId } from '../../excel/port.ts';
import { inSlices } from '../../work/slices.ts';
import type { SliceOptions } from '../../work/slices.ts';
import type { IdentifiedRow } from './row-ids.ts';

/** Rows named as examples. */
const EXAMPLES = 5;

/** Which ids belong to a ledger's rows as they stand. */
export interface LedgerAlignment {
  /** For every row of the reading: its own id, the one it is known by again, or null for a new or copied row. */
  readonly ids: readonly (string | null)[];
  /** Set when ids stand beside the content of others: nothing may be pushed before they are put right. */
  readonly misaligned: Misalignment | null;
}

export interface Misalignment {
  /** Every row that carries another's id, or has lost its own to another, in sheet order; what it is to carry. Never empty. */
  readonly rows: readonly RightId[];
  /** The first of them, numbered as in the sheet (1 for the first row). */
  readonly examples: readonly number[];
}

/** Compares a ledger with what its ids stood beside when it was last pushed, as the workbook has kept it. */
export async function alignLedger(
  workbook: LedgerWorkbook,
  reading: LedgerReading,
  slices: SliceOptions = {},
): Promise<LedgerAlignment & { readonly synced: SyncedStates }> {
  const synced = await workbook.syncedStates(reading.binding.id);
  const entries: Entry[] = [];
  const entryOf = entryOfRow(reading);
  await inSlices(reading.rows, (row) => entries.push(entryOf(row)), slices);
  return { ...alignmentOf(reading, synced, entries), synced };
}

/** Compares a ledger with what its ids stood beside before. */
export function alignmentOf(reading: LedgerReading, synced: SyncedStates, entries = entriesOf(reading)): LedgerAlignment {
  const others = reading.skipped.flatMap(({ sheetRow, id }) => (id === null ? [] : [{ sheetRow, id, state: null }]));
  const standing = [...entries, ...others];
  const { ids, isMisaligned } = alignIds(standing, synced);
  const rows = standing
    .map(({ sheetRow, id }, at) => ({ sheetRow, had: id, id: ids[at] ?? null }))
    .filter(({ had, id }) => had !== id)
    .map(({ sheetRow, id }): RightId => ({ sheetRow, id }))
    .toSorted((one, other) => one.sheetRow - other.sheetRow);
  return {
    ids: ids.slice(0, entries.length),
    misaligned: isMisaligned ? { rows, examples: rows.slice(0, EXAMPLES).map(({ sheetRow }) => sheetRow + 1) } : null,
  };
}

/** Throws `misalignedError` when ids stand beside the content of others. */
export function requireAligned({ misaligned }: LedgerAlignment, { sheetName }: Binding): void {
  if (misaligned !== null) throw misalignedError(misaligned, sheetName);
}

/** `idsMisaligned`, with how many rows (`count`) and examples of them (`rows`). */
export function misalignedError({ rows, examples }: Misalignment, sheet: string): WorkbookError {
  return new WorkbookError('idsMisaligned', { sheet, count: rows.length, rows: examples.join('、') });
}

/**
 * Puts ids back beside the rows they belong to, in one write; a row whose id went to another and that is not known has none
 * and is new with the next push. Resolves to how many rows were put right. Results stay where they are until the next refresh.
 */
export async function realignIds(workbook: LedgerWorkbook, binding: Binding): Promise<number> {
  await workbook.checkWritable(binding);
  const reading = await workbook.readLedger(binding);
  const { misaligned } = await alignLedger(workbook, reading);
  if (misaligned === null) return 0;
  await workbook.putIdsRight(reading.binding, misaligned.rows);
  return misaligned.rows.length;
}

/** What the rows hold by the ids they carry from now on. */
export function statesOf(reading: LedgerReading, rows: readonly IdentifiedRow[]): SyncedStates {
  return new Map(entriesOf({ ...reading, rows }).flatMap(({ id, state }) => (id !== null && state !== null ? [[id, state]] : [])));
}

interface Entry extends AlignedRow {
  readonly sheetRow: number;
}

function entriesOf(reading: LedgerReading): readonly Entry[] {
  return reading.rows.map(entryOfRow(reading));
}

function entryOfRow({ binding, fields }: LedgerReading): (row: LedgerReading['rows'][number]) => Entry {
  const register = registerById(binding.register);
  return ({ sheetRow, id, cells }) => ({
    sheetRow,
    id: id !== null && ULID_PATTERN.test(id) ? id : null,
    state: register ? rowState(register, fields, cells) : null,
  });
}
