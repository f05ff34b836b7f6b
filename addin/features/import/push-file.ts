import type { IsoDate } from '../../../shared/calendar/day.ts';
import type { SyncedStates } from '../../../shared/sync/alignment.ts';
import type { Language } from '../../../shared/message.ts';
import type { LedgerApi } from '../../api/ledger-api.ts';
import { addressOf } from '../../excel/cells.ts';
import type { Binding, LedgerReading } from '../../excel/port.ts';
import { FileError } from '../../files/file-error.ts';
import type { WorkbookFile } from '../../files/workbook-file.ts';
import { adoptRows, unseen } from '../push/adopt-rows.ts';
import { alignmentOf } from '../push/align-ledger.ts';
import { reportOf } from '../push/push-report.ts';
import { identifyRows } from '../push/row-ids.ts';
import { withUnseenFields } from '../push/unseen-fields.ts';
import { pushBlocks, sendBlocks } from '../push/send-blocks.ts';
import { fileOutcome, sheetOutcome } from './outcome.ts';
import type { FileOutcome, SheetOutcome } from './outcome.ts';
import { recogniseLedgers } from './recognise.ts';

export interface FileOptions {
  readonly api: LedgerApi;
  /** The id of the credential's workspace. */
  readonly workspace: string;
  readonly asOf: IsoDate;
  readonly language: Language;
  /** Writes rows in conflict over what is stored: someone has decided that the files count. What they replace stays in the history. */
  readonly isOverwriting?: boolean;
  /** Only says what pushing would do, each file for itself. */
  readonly isDryRun?: boolean;
  readonly onRows?: (done: number, total: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Pushes every ledger of a file; the file itself is not written. Rows without an id take the entry they were pushed as before
 * (`adoptRows`), so that the same file pushed again doubles nothing. A ledger whose ids stand beside the content of others, as the file itself
 * knows, fails and nothing of it is sent. A ledger that fails does not stop the others. Rejects only with
 * the signal's reason.
 */
export async function pushFile(name: string, file: WorkbookFile, options: FileOptions): Promise<FileOutcome> {
  const { ledgers, others, reports } = recogniseLedgers(file, options.workspace);
  if (ledgers.length === 0) {
    return { name, state: 'failed', made: null, sheets: [], others, reports, fault: new FileError('noLedger', { sheets: [...others, ...reports].join('、') }) };
  }
  const sheets: SheetOutcome[] = [];
  for (const { sheetId, binding } of ledgers) {
    try {
      if (binding.workspace !== options.workspace) throw new FileError('otherWorkspace', { sheet: binding.sheetName });
      sheets.push(await pushLedgerOf(await file.readLedger(sheetId, binding), file.syncedStates(binding.id), options));
    } catch (fault) {
      options.signal?.throwIfAborted();
      sheets.push({ sheet: binding.sheetName, register: binding.register, counts: null, revision: null, left: [], newUnits: [], fault });
    }
  }
  return { ...fileOutcome(name, sheets, others), reports };
}

async function pushLedgerOf(reading: LedgerReading, synced: SyncedStates, options: FileOptions): Promise<SheetOutcome> {
  const { api, asOf, language, signal, isOverwriting = false, isDryRun = false, onRows = () => undefined } = options;
  const { ids, misaligned } = alignmentOf(reading, synced);
  if (misaligned !== null) {
    const { rows, examples } = misaligned;
    throw new FileError('idsMisaligned', { sheet: reading.binding.sheetName, count: rows.length, rows: examples.join('、') });
  }
  const adoption = await adoptRows(api, reading, ids, signal);
  const identified = identifyRows(reading.rows, ids, adoption);
  const binding = await withUnseenFields(api, { ...reading, binding: unseen(reading.binding, adoption) }, identified, signal);
  const blocks = pushBlocks(identified, binding);
  const send = { asOf, binding, dryRun: isDryRun, signal, onRows };
  let sent = await sendBlocks(blocks, { ...send, api });
  const conflicts = sent.answers.flatMap((answer) => answer.conflicts);
  if (isOverwriting && conflicts.length > 0) {
    // The same rows under new requests: what was taken is unchanged by now, what was in conflict is decided on.
    const resolve = Object.fromEntries(conflicts.map(({ id, revision }) => [id, revision]));
    const again = pushBlocks(
      blocks.flatMap(({ rows }) => rows),
      { ...binding, resolve },
    );
    sent = await sendBlocks(again, { ...send, api });
  }
  const report = reportOf(sent, reading, reading.binding, asOf, language);
  return sheetOutcome(
    report,
    sent.answers.flatMap((answer) => answer.conflicts),
    (row) => addressOf(row, firstColumn(reading.binding)),
  );
}

function firstColumn({ columns }: Binding): number {
  return Math.min(...columns.map(({ column }) => column));
}
