import type { SyncedStates } from '../../../shared/sync/alignment.ts';
import type { LedgerReading } from '../../excel/port.ts';
import { adoptRows, unseen } from './adopt-rows.ts';
import { alignLedger, requireAligned } from './align-ledger.ts';
import type { PushOptions } from './push-options.ts';
import { identifyRows } from './row-ids.ts';
import type { IdentifiedRow } from './row-ids.ts';
import { withUnseenFields } from './unseen-fields.ts';

/** A ledger's rows as they stand, with the ids they carry from now on. */
export interface StandingRows {
  readonly reading: LedgerReading;
  readonly rows: readonly IdentifiedRow[];
  /** What the workbook knows of rows that were pushed, those that are gone included. */
  readonly synced: SyncedStates;
}

/**
 * The rows with the ids they carry from now on; rows that were pushed before are known again. Throws `idsMisaligned`: pushed under
 * the ids of others they would overwrite each other.
 */
export async function readRows({ workbook, api, binding, onProgress, signal }: PushOptions): Promise<StandingRows> {
  const reading = await workbook.readLedger(binding, (done, total) => onProgress?.({ phase: 'reading', done, total }));
  const alignment = await alignLedger(workbook, reading);
  requireAligned(alignment, reading.binding);
  const adoption = await adoptRows(api, reading, alignment.ids, signal);
  const rows = identifyRows(reading.rows, alignment.ids, adoption);
  const based = { ...reading, binding: unseen(reading.binding, adoption) };
  return { reading: { ...based, binding: await withUnseenFields(api, based, rows, signal) }, rows, synced: alignment.synced };
}

/** What is known of rows that were pushed and that the sheet no longer has; an id beside something else that was written there counts as standing. */
export function missingStates({ reading, rows, synced }: StandingRows): SyncedStates {
  const standing = new Set<string | null>(rows.map(({ id }) => id));
  for (const { id, reason } of reading.skipped) if (reason !== 'problem.skippedBlank') standing.add(id);
  return new Map([...synced].filter(([id]) => !standing.has(id)));
}
