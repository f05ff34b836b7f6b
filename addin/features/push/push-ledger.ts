import { ulid } from 'ulid';
import type { IsoDate } from '../../../shared/calendar/day.ts';
import { outcomes } from '../../../shared/contract/push.ts';
import type { Outcome, PushAnswer } from '../../../shared/contract/push.ts';
import type { Language } from '../../../shared/message.ts';
import { ApiError } from '../../api/ledger-api.ts';
import type { LedgerApi } from '../../api/ledger-api.ts';
import { WorkbookError } from '../../excel/port.ts';
import type { Binding, LedgerReading, LedgerWorkbook } from '../../excel/port.ts';
import { pushBlocks } from './push-blocks.ts';
import type { PushBlock } from './push-blocks.ts';
import { pushedRows, resultOf } from './push-report.ts';
import type { PushedRow } from './push-report.ts';
import { identifyRows } from './row-ids.ts';

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

/** What became of a push, or what would (`refreshLedger`). */
export interface PushReport {
  /** The binding as saved, with the next base and the positions of this moment. */
  readonly binding: Binding;
  readonly revision: number;
  readonly asOf: IsoDate;
  readonly counts: Readonly<Record<Outcome, number>>;
  /** Every entry of the ledger, in sheet order. */
  readonly rows: readonly PushedRow[];
  /** Rows of the data area that are no entries; `reason` is a message code. */
  readonly skipped: LedgerReading['skipped'];
  readonly units: PushAnswer['units'];
  readonly newUnits: readonly string[];
  readonly provisional: boolean;
  /** Why the results could not be written although the server has the rows; null when they were. Refreshing writes them. */
  readonly unwritten: WorkbookError | null;
}

/**
 * Pushes a bound ledger and writes flags and scores back beside its rows (api, Push).
 *
 * Nothing is sent when results could not be written. Ids are in the sheet, and the requests' ids in its binding, before
 * the first request is sent: a push whose answer is lost can be repeated and doubles nothing. Rejects with a `WorkbookError`, an
 * `ApiError` or the signal's reason.
 */
export async function pushLedger(options: PushOptions): Promise<PushReport> {
  const { workbook, language, signal } = options;
  await workbook.checkWritable(options.binding);
  const reading = await readRows(options);
  const rows = identifyRows(reading.rows);
  signal?.throwIfAborted();
  await workbook.prepareResults(
    reading.binding,
    rows.map(({ sheetRow, id }) => ({ sheetRow, id })),
    language,
  );

  const blocks = pushBlocks(rows).map((block) => ({ ...block, request: ulid() }));
  const before = { ...reading.binding, pending: reading.binding.pending.slice(-MOST_PENDING) };
  const sending = { ...before, pending: [...before.pending, ...blocks.map((block) => block.request)] };
  await workbook.saveBinding(sending);
  const sent: string[] = [];
  const settle = async (fault: unknown): Promise<never> => {
    // Requests never sent, and one that was refused, are forgotten; the others may have been accepted.
    const isRefused = fault instanceof ApiError && !fault.isUnanswered;
    await workbook.saveBinding({ ...before, pending: [...before.pending, ...(isRefused ? sent.slice(0, -1) : sent)] });
    throw fault;
  };
  const answers = await sendBlocks(options, before, blocks, (block) => sent.push(block.request)).catch(settle);

  const binding = await saveAnswered(options, before, blocks, answers);
  return writeBack(options, { ...reading, binding }, blocks, answers);
}

/** The same answer without pushing: today's verdicts on the rows as they stand, written beside those that were pushed before. Nothing changes on the server. */
export async function refreshLedger(options: PushOptions): Promise<PushReport> {
  await options.workbook.checkWritable(options.binding);
  const { answers, blocks, reading } = await tryOut(options);
  return writeBack(options, reading, blocks, answers);
}

/** What a push would do, without touching server or sheet: how many rows are new, changed, unchanged or would be rejected. */
export async function previewPush(options: PushOptions): Promise<PushReport> {
  const { answers, blocks, reading } = await tryOut(options);
  return reportOf(options, reading, blocks, answers);
}

type Block = PushBlock & { readonly request: string };

async function tryOut(options: PushOptions): Promise<{ reading: LedgerReading; blocks: readonly Block[]; answers: readonly PushAnswer[] }> {
  const reading = await readRows(options);
  const blocks = pushBlocks(identifyRows(reading.rows)).map((block) => ({ ...block, request: ulid() }));
  return { reading, blocks, answers: await sendBlocks(options, reading.binding, blocks, () => undefined, true) };
}

async function readRows({ workbook, binding, onProgress }: PushOptions): Promise<LedgerReading> {
  return workbook.readLedger(binding, (done, total) => onProgress?.({ phase: 'reading', done, total }));
}

/** Sends the blocks one after the other, all with the base of the first and the same push. A ledger without rows sends one empty request. */
async function sendBlocks(
  options: PushOptions,
  binding: Binding,
  blocks: readonly Block[],
  onSend: (block: Block) => void,
  dryRun = false,
): Promise<readonly PushAnswer[]> {
  const { api, asOf, signal, onProgress } = options;
  const push = ulid();
  const total = blocks.reduce((sum, block) => sum + block.rows.length, 0);
  const columns = ['id', ...binding.columns.map((column) => column.field)];
  const answers: PushAnswer[] = [];
  let done = 0;
  for (const block of blocks.length > 0 ? blocks : [{ rows: [], cells: [], request: ulid() }]) {
    signal?.throwIfAborted();
    onProgress?.({ phase: 'sending', done, total });
    onSend(block);
    const { base, bases = {}, pending, workspace } = binding;
    const body = { base, bases, asOf, workspace, request: block.request, pending: [...pending], push, dryRun, columns, rows: block.cells };
    answers.push(await api.push(binding.register, body, signal ? { signal } : {}));
    done += block.rows.length;
    onProgress?.({ phase: 'sending', done, total });
  }
  return answers;
}

/**
 * Saves the last answer's revision as the next base, and the old base of every row that was not taken: what others have made
 * of it meanwhile has not been seen, and the next push must not overwrite it.
 */
async function saveAnswered(options: PushOptions, before: Binding, blocks: readonly Block[], answers: readonly PushAnswer[]): Promise<Binding> {
  const { bases: oldBases = {}, ...rest } = before;
  const left = blocks.flatMap((block, at) => block.rows.filter((_, row) => ['conflict', 'rejected'].includes(answers[at]?.rows.outcome[row] ?? '')));
  const bases = Object.fromEntries(left.map((row) => [row.id, oldBases[row.id] ?? before.base]));
  const binding: Binding = {
    ...rest,
    ...(before.base > 0 && left.length > 0 ? { bases } : {}),
    base: answers.at(-1)?.revision ?? before.base,
    pending: [],
    syncedAt: (options.now?.() ?? new Date()).toISOString(),
  };
  await options.workbook.saveBinding(binding);
  return binding;
}

async function writeBack(options: PushOptions, reading: LedgerReading, blocks: readonly Block[], answers: readonly PushAnswer[]): Promise<PushReport> {
  const { workbook, language, onProgress } = options;
  const report = reportOf(options, reading, blocks, answers);
  const results = report.rows.map((row) => resultOf(row, language));
  const note = { language, asOf: report.asOf, updatedAt: clockText(options.now?.() ?? new Date()) };
  try {
    await workbook.writeResults(report.binding, results, note, (done, total) => onProgress?.({ phase: 'writing', done, total }));
    return report;
  } catch (fault) {
    if (!(fault instanceof WorkbookError)) throw fault;
    return { ...report, unwritten: fault };
  }
}

function reportOf(options: PushOptions, reading: LedgerReading, blocks: readonly Block[], answers: readonly PushAnswer[]): PushReport {
  const last = answers.at(-1);
  const sum = (outcome: Outcome) => answers.reduce((total, answer) => total + answer.counts[outcome], 0);
  return {
    binding: reading.binding,
    revision: last?.revision ?? reading.binding.base,
    asOf: last?.asOf ?? options.asOf,
    counts: Object.fromEntries(outcomes.map((outcome) => [outcome, sum(outcome)])) as Record<Outcome, number>,
    rows: blocks.flatMap((block, at) => (answers[at] ? pushedRows(answers[at], block.rows, reading.binding, options.language) : [])),
    skipped: reading.skipped,
    units: last?.units ?? [],
    newUnits: [...new Set(answers.flatMap((answer) => answer.newUnits))],
    provisional: answers.some((answer) => answer.provisional),
    unwritten: null,
  };
}

/** `2022-06-30 16:05` by the machine's own clock and zone. */
function clockText(at: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
}
