import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { createClient } from '../../addin/api/client.ts';
import { createTransport } from '../../addin/api/transport.ts';
import { officeWorkbook } from '../../addin/excel/office-workbook.ts';
import type { Binding, LedgerWorkbook } from '../../addin/excel/port.ts';
import { bindingOf, draftOf, isComplete, noChoice } from '../../addin/features/bind/draft.ts';
import { pushLedger } from '../../addin/features/push/push-ledger.ts';
import type { PushReport } from '../../addin/features/push/push-report.ts';
import type { Book } from '../../addin/preview/model/book.ts';
import { headlessHost } from '../../addin/preview/node/headless-host.ts';
import type { IsoDate } from '../../shared/calendar/day.ts';
import type { Language } from '../../shared/message.ts';
import { registers, type RegisterId } from '../../shared/registers/index.ts';
import type { UnitScore } from '../../shared/scoring/types.ts';
import { startWorker } from './start-worker.ts';

export interface ScoreOptions {
  /** The day the scores are for; its year is the plan's. */
  readonly asOf: IsoDate;
  readonly language: Language;
}

export interface ScoredWorkbook {
  /** One per ledger pushed, in the order pushed: units first, so that names resolve. */
  readonly reports: readonly PushReport[];
  readonly units: readonly UnitScore[];
}

/** No sheet of the workbook holds a ledger that is recognised. */
export class NoLedgerError extends Error {
  constructor(sheets: readonly string[]) {
    super(`no sheet holds a ledger that is recognised (looked at: ${sheets.join(', ')})`);
    this.name = 'NoLedgerError';
  }
}

/** The first ledger of each register, as recognised, in the order they are pushed. */
async function recognisedLedgers(workbook: LedgerWorkbook, workspace: string): Promise<Binding[]> {
  const found = new Map<RegisterId, Binding>();
  const sheets = await workbook.sheets();
  for (const sheet of sheets) {
    const reading = await workbook.readSheet(sheet.sheetId);
    const draft = draftOf(reading, noChoice);
    if (draft !== null && !found.has(draft.register) && isComplete(draft)) found.set(draft.register, bindingOf(draft, reading, workspace, ulid()));
  }
  if (found.size === 0) throw new NoLedgerError(sheets.map(({ sheetName }) => sheetName));
  return registers.flatMap(({ id }) => found.get(id) ?? []);
}

/**
 * The main job unattended: starts the worker on a scratch database, binds the ledgers it recognises in the book, pushes them, and leaves
 * flags and scores in the book. The pane's own code runs over Microsoft's client on the headless host. Throws a
 * `NoLedgerError`, or what the push rejects with.
 */
export async function scoreWorkbook(book: Book, { asOf, language }: ScoreOptions): Promise<ScoredWorkbook> {
  const dataDir = await mkdtemp(join(tmpdir(), 'taizhang-'));
  const key = randomBytes(32).toString('hex');
  const worker = await startWorker({ dataDir, vars: { BOOTSTRAP_ADMIN_KEY: key, BOOTSTRAP_PLAN_YEAR: asOf.slice(0, 4) } });
  const host = headlessHost(book);
  try {
    const workbook = officeWorkbook();
    const api = createClient(createTransport({ server: worker.url, key, language: () => language, fetch }));
    const me = await api.me();
    const reports: PushReport[] = [];
    for (const binding of await recognisedLedgers(workbook, me.workspace.id)) {
      await workbook.saveBinding(binding);
      reports.push(await pushLedger({ workbook, api, binding, asOf, language, timeZone: me.workspace.timeZone }));
    }
    return { reports, units: (await api.scores(asOf)).units };
  } finally {
    host.dispose();
    await worker.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
