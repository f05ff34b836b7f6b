import type { PushOutcome } from '../../../shared/contract/push.ts';
import { WorkbookError } from '../../excel/port.ts';
import type { Binding, LedgerReading, RowResult } from '../../excel/port.ts';
import { timeText } from '../../ui/time-text.ts';
import { decisionsOf } from './decisions.ts';
import type { Decision } from './decisions.ts';
import { afterPush } from './told.ts';
import { statesOf } from './align-ledger.ts';
import { reportOf } from './push-report.ts';
import type { PushReport } from './push-report.ts';
import { clock } from './push-options.ts';
import type { PushOptions, WritingOptions } from './push-options.ts';
import { missingStates, readRows } from './read-rows.ts';
import type { StandingRows } from './read-rows.ts';
import { resultOf } from './row-result.ts';
import { pushBlocks, sendBlocks } from './send-blocks.ts';
import type { PushBlock, Sent } from './send-blocks.ts';
import { seenColumns } from './unseen-fields.ts';
import { sendOptions, sendRemembered } from './send-remembered.ts';

/**
 * Pushes a bound ledger and writes flags and scores back beside its rows (architecture, How a push goes).
 *
 * Nothing is sent when results could not be written or ids stand beside the content of others. Ids are in the sheet, and the requests' ids in its binding, before
 * the first request is sent: a push whose answer is lost can be repeated and doubles nothing. Rejects with a `WorkbookError`, an
 * `ApiError` or the signal's reason.
 */
export async function pushLedger(options: WritingOptions): Promise<PushReport> {
  const { workbook, signal } = options;
  await workbook.checkWritable(options.binding);
  const standing = await readRows(options);
  const { reading, rows } = standing;
  signal?.throwIfAborted();
  const ids = rows.map(({ sheetRow, id }) => ({ sheetRow, id }));
  await workbook.prepareResults(reading.binding, ids, reading.language);
  // First: however many rows there are, those that are gone must not be forgotten before the clerk has decided.
  const missing = missingStates(standing);
  await workbook.saveSyncedStates(reading.binding.id, new Map([...missing, ...statesOf(reading, rows)]));

  const before = reading.binding;
  const sent = await sendRemembered({ ...options, language: reading.language }, before, blocksOf(options, standing));
  const others = await decisionsOf(options.api, standing, sent, signal);
  const binding = answered(before, sent, others, clock(options));
  await workbook.saveBinding(binding);
  const gone = new Set(sent.answers.flatMap(({ incoming }) => incoming.deleted));
  if ([...missing.keys()].some((id) => gone.has(id))) {
    await workbook.saveSyncedStates(binding.id, new Map([...[...missing].filter(([id]) => !gone.has(id)), ...statesOf(reading, rows)]));
  }
  return writeBack(options, { ...reading, binding }, sent);
}

/** The same answer without pushing: today's verdicts on the rows as they stand, written beside those that were pushed before. Nothing changes on the server. */
export async function refreshLedger(options: WritingOptions): Promise<PushReport> {
  await options.workbook.checkWritable(options.binding);
  const { reading, sent } = await tryOut(options);
  return writeBack(options, reading, sent);
}

/**
 * What a push would do, without changing anything on the server or in the sheet: which rows are new, changed, unchanged or would be
 * rejected. Rejects with `sheetProtected` before rows of a protected sheet are sent.
 */
export async function previewPush(options: PushOptions): Promise<PushPreview> {
  await options.workbook.checkWritable(options.binding).catch(requireUnprotected);
  const { standing, reading, sent } = await tryOut(options);
  const report = reportOf(sent, reading, reading.binding, options.asOf, options.language);
  return { report, standing, decisions: await decisionsOf(options.api, standing, sent, options.signal) };
}

/** What a push would do. */
export interface PushPreview {
  readonly report: PushReport;
  /** The rows it is about. */
  readonly standing: StandingRows;
  /** What others did, and rows that are not in the sheet any more: for the clerk to decide on. */
  readonly decisions: readonly Decision[];
}

/** Lets pass what else keeps results from being written, such as a filter: what a push would do can be said all the same. */
function requireUnprotected(fault: unknown): void {
  if (!(fault instanceof WorkbookError) || fault.code === 'sheetProtected') throw fault;
}

async function tryOut(options: PushOptions): Promise<{ readonly standing: StandingRows; readonly reading: LedgerReading; readonly sent: Sent }> {
  const standing = await readRows(options);
  const { reading } = standing;
  return {
    standing,
    reading,
    sent: await sendBlocks(blocksOf(options, standing), { ...sendOptions({ ...options, language: reading.language }, reading.binding), dryRun: true }),
  };
}

function blocksOf({ mostRows }: PushOptions, { reading, rows }: StandingRows): readonly PushBlock[] {
  return pushBlocks(rows, { bases: reading.binding.bases, mostRows });
}

/**
 * The binding after a push: the last answer's revision is the next base. Rows that were not taken, or were changed by others before the
 * push was through, keep the base up to which they were seen: the next push must not overwrite what has not been. So do entries that others
 * added: they are told of again until the clerk has decided. A row that was left out of the sheet and is asked about again, because others
 * have changed it, is left no more.
 */
function answered({ bases: oldBases = {}, left: leftBefore = {}, ...before }: Binding, sent: Sent, others: readonly Decision[], at: Date): Binding {
  const { outcomes, seenUpTo } = afterPush({ ...before, bases: oldBases }, sent);
  // A rejected row that no push has taken yet has nothing to be overwritten.
  const isLeft = (id: string, outcome: PushOutcome) =>
    outcome === 'conflict' || outcome === 'incoming' || (outcome === 'rejected' && (oldBases[id] !== undefined || before.base > 0));
  const notTaken = [...outcomes].flatMap(([id, outcome]) => (isLeft(id, outcome) ? [id] : []));
  const open = [...notTaken, ...others.flatMap(({ id, kind }) => (kind === 'missing' ? [] : [id]))];
  const bases = Object.fromEntries(open.map((id) => [id, seenUpTo(id)]));
  const missing = new Set(others.flatMap(({ id, kind }) => (kind === 'missing' ? [id] : [])));
  const left = Object.entries(leftBefore).filter(([id]) => !missing.has(id));
  return {
    ...before,
    columns: seenColumns(before.columns),
    ...(left.length > 0 ? { left: Object.fromEntries(left) } : {}),
    ...(open.length > 0 ? { bases } : {}),
    base: sent.answers.at(-1)?.revision ?? before.base,
    // What a lost request wrote is what a row that was not taken was last known as: it stays the sheet's own as long as there is one.
    pending: open.length > 0 ? before.pending : [],
    syncedAt: at.toISOString(),
  };
}

async function writeBack(options: WritingOptions, reading: LedgerReading, sent: Sent): Promise<PushReport> {
  const { workbook, language, onProgress } = options;
  const report = reportOf(sent, reading, reading.binding, options.asOf, language);
  // What stands in the sheet is in the workbook's language, what the pane says in the pane's.
  const { rows } = reading.language === language ? report : reportOf(sent, reading, reading.binding, options.asOf, reading.language);
  const results = [...rows.map((row) => resultOf(row, reading.language)), ...noLongerEntries(reading)];
  const note = { language: reading.language, asOf: report.asOf, updatedAt: timeText(clock(options).toISOString(), options.timeZone) };
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
