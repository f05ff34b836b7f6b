import { createClient } from '../../../../addin/api/client.ts';
import type { PaneApi } from '../../../../addin/api/client.ts';
import type { LedgerApi } from '../../../../addin/api/ledger-api.ts';
import { createTransport } from '../../../../addin/api/transport.ts';
import { officeWorkbook } from '../../../../addin/excel/office-workbook.ts';
import type { Binding, LedgerWorkbook } from '../../../../addin/excel/port.ts';
import { pushLedger } from '../../../../addin/features/push/push-ledger.ts';
import type { PushOptions } from '../../../../addin/features/push/push-options.ts';
import type { PushReport } from '../../../../addin/features/push/push-report.ts';
import { Book, putCell } from '../../../../addin/preview/model/book.ts';
import type { Sheet } from '../../../../addin/preview/model/book.ts';
import { openXlsx } from '../../../../addin/preview/xlsx/index.ts';
import { headlessHost } from '../../../../addin/preview/node/headless-host.ts';
import type { HeadlessHost } from '../../../../addin/preview/node/headless-host.ts';
import { newWorkspace } from '../../../support/workspace.ts';
import { bindActiveSheet, ledgerBook } from '../../excel/support/ledger-book.ts';
import type { Line } from '../../excel/support/ledger-book.ts';

export interface Server {
  /** A client of the server; `fetch` may be one that loses answers. */
  api(fetching?: typeof fetch, key?: string): PaneApi;
}

/**
 * The real worker over HTTP, in a new workspace with its admin's key. Clerks of different tests push measures of the same names:
 * unless `knowsAgain`, rows without id are not looked for among those.
 */
export async function connect({ knowsAgain = false } = {}): Promise<Server> {
  const { url, key: adminKey } = await newWorkspace();
  return {
    api: (fetching = fetch, key = adminKey) => {
      const client = createClient(createTransport({ server: url, key, language: () => 'zh-CN', fetch: fetching }));
      return knowsAgain ? client : { ...client, entries: () => Promise.resolve([]) };
    },
  };
}

export interface Clerk {
  readonly host: HeadlessHost;
  readonly sheet: Sheet;
  readonly workbook: LedgerWorkbook;
  /** The binding as it is saved in the workbook. */
  binding(): Promise<Binding>;
  push(api: LedgerApi, more?: Partial<PushOptions>): Promise<PushReport>;
}

/** A clerk's workbook on the headless host, its ledger bound to the key's workspace. */
export async function clerkWith(api: PaneApi, lines?: readonly Line[]): Promise<Clerk> {
  const { book, sheet } = ledgerBook(lines);
  const host = headlessHost(book, { today: () => ({ year: 2022 }) });
  const workbook = officeWorkbook();
  const { workspace } = await api.me();
  await workbook.saveBinding(await bindActiveSheet(workbook, workspace.id));
  return clerkOf(host, sheet, workbook);
}

/** A colleague with a copy of the file: the same rows and ids, the same base. */
export async function colleagueOf(clerk: Clerk): Promise<Clerk> {
  const saved = await clerk.binding();
  const book = new Book();
  const sheet = book.addSheet(clerk.sheet.name);
  for (const [row, line] of clerk.sheet.cells) for (const [column, cell] of line) putCell(sheet, row, column, cell);
  const host = headlessHost(book, { today: () => ({ year: 2022 }) });
  const workbook = officeWorkbook();
  await workbook.saveBinding({ ...saved, sheetId: sheet.id });
  return clerkOf(host, sheet, workbook);
}

/** The same clerk with the file opened as it was saved: what was done since is not in it. */
export async function reopened(file: Uint8Array): Promise<Clerk> {
  const book = await openXlsx(file);
  return clerkOf(headlessHost(book, { today: () => ({ year: 2022 }) }), book.activeSheet, officeWorkbook());
}

function clerkOf(host: HeadlessHost, sheet: Sheet, workbook: LedgerWorkbook): Clerk {
  const binding = async (): Promise<Binding> => {
    // The globals are those of the host made last.
    Object.assign(globalThis, { Excel: host.Excel, OfficeExtension: host.OfficeExtension });
    const [saved] = await workbook.bindings();
    if (saved === undefined) throw new Error('no binding is saved');
    return saved;
  };
  return {
    host,
    sheet,
    workbook,
    binding,
    async push(api, more = {}) {
      return pushLedger({
        workbook,
        api,
        binding: await binding(),
        asOf: '2022-06-30',
        language: 'zh-CN',
        timeZone: 'Asia/Shanghai',
        now: () => new Date('2022-07-01T01:30:00Z'),
        ...more,
      });
    },
  };
}

/** Sends requests on but loses the answers of those it is told to: the server has them, the clerk's machine never hears. */
export function losing(isLost: (nth: number) => boolean): typeof fetch {
  let nth = 0;
  return async (input, init) => {
    const response = await fetch(input, init);
    if (init?.method !== 'POST') return response;
    nth += 1;
    if (!isLost(nth)) return response;
    await response.arrayBuffer();
    throw new TypeError('the connection was lost');
  };
}

/** Counts the pushes sent. */
export function counting(): { readonly fetch: typeof fetch; readonly pushes: () => number } {
  let pushes = 0;
  return {
    fetch: (input, init) => {
      if (init?.method === 'POST') pushes += 1;
      return fetch(input, init);
    },
    pushes: () => pushes,
  };
}
