import type { IsoDate } from '../../../shared/calendar/day.ts';
import type { PushOutcome } from '../../../shared/contract/push.ts';
import type { Language } from '../../../shared/message.ts';
import { ApiError } from '../../api/ledger-api.ts';
import type { LedgerApi } from '../../api/ledger-api.ts';
import { WorkbookError } from '../../excel/port.ts';
import type { Binding, LedgerReading, LedgerWorkbook, RowResult } from '../../excel/port.ts';
import { adoptRows, unseen } from './adopt-rows.ts';
import { alignLedger, requireAligned, statesOf } from './align-ledger.ts';
import { reportOf } from './push-report.ts';
import type { PushReport } from './push-report.ts';
import { identifyRows } from './row-ids.ts';
import type { IdentifiedRow } from './row-ids.ts';
import { resultOf } from './row-result.ts';
import { pushBlocks, sendBlocks } from './send-blocks.ts';
import type { PushBlock, SendOptions, Sent } from './send-blocks.ts';

/** The most requests a sheet keeps in mind as its own; the server takes no more. */
const MOST_PENDING = 100;

/** How far a push is, in rows. */
export interface PushProgress {
  readonly phase: 'reading' | 'sending' | 'writing';
  readonly done: number;
  readonly total: number;
}

export interface PushOptions {
  readonly workbook: LedgerWorkbook;
  readonly api: LedgerApi;
  readonly binding: Binding;
  readonly asOf: IsoDate;
  readonly language: Language;
  readonly onProgress?: (progress: PushProgress) => void;
  /** Aborting stops between blocks and in mid-request; the push rejects with its reason. What was accepted stays, and pushing again goes on. */
  readonly signal?: AbortSignal;
  /** The clerk's clock, for “updated at”; replaced in tests. */
  readonly now?: () => Date;
}

/**
 * Pushes a bound ledger and writes flags and scores back beside its rows (api, Push).
 *
 * Nothing is sent when results could not be written or ids stand beside the content of others. Ids are in the sheet, and the requests' ids in its binding, before
 * the first request is sent: a push whose answer is lost can be repeated and doubles nothing. Rejects with a `WorkbookError`, an
 * `ApiError` or the signal's reason.
 */
export async function pushLedger(options: PushOptions): Promise<PushReport> {
  const { workbook, language, signal } = options;
  await workbook.checkWritable(options.binding);
  const { reading, rows } = await readRows(options);
  signal?.throwIfAborted();
  const ids = rows.map(({ sheetRow, id }) => ({ sheetRow, id }));
  await workbook.prepareResults(reading.binding, ids, language);
  await workbook.saveSyncedStates(reading.binding.id, statesOf(reading, rows));

  const blocks = pushBlocks(rows);
  const before = { ...reading.binding, pending: reading.binding.pending.slice(-MOST_PENDING) };
  const sent = await sendRemembered(options, before, blocks);
  const binding = answered(before, sent, clock(options));
  await workbook.saveBinding(binding);
  return writeBack(options, { ...reading, binding }, sent);
}

/** The same answer without pushing: today's verdicts on the rows as they stand, written beside those that were pushed before. Nothing changes on the server. */
export async function refreshLedger(options: PushOptions): Promise<PushReport> {
  await options.workbook.checkWritable(options.binding);
  const { reading, sent } = await tryOut(options);
  return writeBack(options, reading, sent);
}

/**
 * What a push would do, without changing anything on the server or in the sheet: which rows are new, changed, unchanged or would be
 * rejected. Rejects with `sheetProtected` before rows of a protected sheet are sent.
 */
export async function previewPush(options: PushOptions): Promise<PushReport> {
  await options.workbook.checkWritable(options.binding).catch(requireUnprotected);
  const { reading, sent } = await tryOut(options);
  return reportOf(sent, reading, reading.binding, options.asOf, options.language);
}

/** Lets pass what else keeps results from being written, such as a filter: what a push would do can be said all the same. */
function requireUnprotected(fault: unknown): void {
  if (!(fault instanceof WorkbookError) || fault.code === 'sheetProtected') throw fault;
}

async function tryOut(options: PushOptions): Promise<{ readonly reading: LedgerReading; readonly sent: Sent }> {
  const { reading, rows } = await readRows(options);
  const blocks = pushBlocks(rows);
  return { reading, sent: await sendBlocks(blocks, { ...sendOptions(options, reading.binding), dryRun: true }) };
}

/**
 * The rows with the ids they carry from now on; rows that were pushed before are known again. Throws `idsMisaligned`: pushed under
 * the ids of others they would overwrite each other.
 */
async function readRows({
  workbook,
  api,
  binding,
  onProgress,
  signal,
}: PushOptions): Promise<{ readonly reading: LedgerReading; readonly rows: readonly IdentifiedRow[] }> {
  const reading = await workbook.readLedger(binding, (done, total) => onProgress?.({ phase: 'reading', done, total }));
  const alignment = await alignLedger(workbook, reading);
  requireAligned(alignment, reading.binding);
  const adoption = await adoptRows(api, reading, alignment.ids, signal);
  return { reading: { ...reading, binding: unseen(reading.binding, adoption) }, rows: identifyRows(reading.rows, alignment.ids, adoption) };
}

function sendOptions({ api, asOf, signal, onProgress }: PushOptions, binding: Binding): SendOptions {
  return { api, asOf, binding, dryRun: false, signal, onRows: (done, total) => onProgress?.({ phase: 'sending', done, total }) };
}

/**
 * Sends the blocks with their requests saved in the workbook beforehand. When it breaks off, those that may have been accepted stay
 * saved, so that the next push knows them for its own; the one that was refused and those never sent are forgotten.
 */
async function sendRemembered(options: PushOptions, before: Binding, blocks: readonly PushBlock[]): Promise<Sent> {
  const remember = (requests: readonly string[]) => options.workbook.saveBinding({ ...before, pending: [...before.pending, ...requests] });
  const started: string[] = [];
  await remember(blocks.map((block) => block.request));
  try {
    return await sendBlocks(blocks, { ...sendOptions(options, before), onSend: (block) => started.push(block.request) });
  } catch (fault) {
    const isRefused = fault instanceof ApiError && !fault.isUnanswered;
    // What was saved beforehand holds these requests and more: if this cannot be saved, nothing is lost.
    await remember(isRefused ? started.slice(0, -1) : started).catch(() => undefined);
    throw fault;
  }
}

/**
 * The binding after a push: the last answer's revision is the next base. Rows that were not taken keep their old base: what others
 * have made of them meanwhile has not been seen, and the next push must not overwrite it.
 */
function answered({ bases: oldBases = {}, ...before }: Binding, { blocks, answers }: Sent, at: Date): Binding {
  // A rejected row that no push has taken yet has nothing to be overwritten.
  const isLeft = (outcome: PushOutcome | undefined, id: string) =>
    outcome === 'conflict' || outcome === 'incoming' || (outcome === 'rejected' && (oldBases[id] !== undefined || before.base > 0));
  const left = blocks.flatMap((block, blockAt) => block.rows.filter(({ id }, rowAt) => isLeft(answers[blockAt]?.rows.outcome[rowAt], id)));
  const bases = Object.fromEntries(left.map((row) => [row.id, oldBases[row.id] ?? before.base]));
  return {
    ...before,
    ...(left.length > 0 ? { bases } : {}),
    base: answers.at(-1)?.revision ?? before.base,
    pending: [],
    syncedAt: at.toISOString(),
  };
}

async function writeBack(options: PushOptions, reading: LedgerReading, sent: Sent): Promise<PushReport> {
  const { workbook, language, onProgress } = options;
  const report = reportOf(sent, reading, reading.binding, options.asOf, language);
  const results = [...report.rows.map((row) => resultOf(row, language)), ...noLongerEntries(reading)];
  const note = { language, asOf: report.asOf, updatedAt: clockText(clock(options)) };
  try {
    await workbook.writeResults(report.binding, results, note, (done, total) => onProgress?.({ phase: 'writing', done, total }));
    return report;
  } catch (fault) {
    if (!(fault instanceof WorkbookError)) throw fault;
    return { ...report, unwritten: fault };
  }
}

/** A row that was emptied keeps its id, but says nothing any more. */
function noLongerEntries({ skipped }: LedgerReading): readonly RowResult[] {
  return skipped.flatMap(({ id }) => (id === null ? [] : [{ id, flag: '', due: null, daysLeft: null, score: null, explanation: '' }]));
}

function clock(options: PushOptions): Date {
  return options.now?.() ?? new Date();
}

/** `2022-06-30 16:05` by the machine's own clock and zone. */
function clockText(at: Date): string {
  return `${at.getFullYear()}-${twoDigits(at.getMonth() + 1)}-${twoDigits(at.getDate())} ${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`;
}

function twoDigits(part: number): string {
  return String(part).padStart(2, '0');
}
