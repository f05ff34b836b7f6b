import { officeWorkbook } from '../../../../addin/excel/office-workbook.ts';
import type { Binding, LedgerReading, LedgerWorkbook } from '../../../../addin/excel/port.ts';
import { bindingOf, draftOf, faultsOf, noChoice } from '../../../../addin/features/bind/draft.ts';
import type { Book } from '../../../../addin/preview/model/book.ts';
import { headlessHost } from '../../../../addin/preview/node/headless-host.ts';
import { openXlsx, saveXlsx } from '../../../../addin/preview/xlsx/index.ts';
import { readRow } from '../../../../shared/ledger/rows.ts';
import { registerById } from '../../../../shared/registers/index.ts';
import type { MessyBook, MessyLedger } from './messy-book.ts';

/** A messy workbook, saved to .xlsx bytes and opened again, in a host of its own. */
export async function openMessy(messy: MessyBook): Promise<{ readonly book: Book; readonly workbook: LedgerWorkbook }> {
  const book = await openXlsx(await saveXlsx(messy.build()));
  headlessHost(book, { today: () => ({ year: 2022 }) });
  return { book, workbook: officeWorkbook() };
}

/** Binds a ledger of the active sheet: what is recognised first, or what the clerk picks by kind and header row. */
export async function bind(
  workbook: LedgerWorkbook,
  ledger: MessyLedger,
  isFirst: boolean,
  workspace = 'W1',
): Promise<{ binding: Binding; unread: readonly string[] }> {
  const reading = await workbook.readActiveSheet();
  const draft = draftOf(reading, isFirst ? noChoice : { ...noChoice, register: ledger.register, headerRow: ledger.headerRow });
  if (draft === null) throw new Error('no ledger recognised');
  const { missing, twice } = faultsOf(draft);
  if (missing.length + twice.length > 0) throw new Error('the draft has faults');
  const unread = draft.columns.filter(({ field }) => field === null).map(({ header }) => header);
  return { binding: bindingOf(draft, reading, workspace, 'B1'), unread };
}

/** What was read, in the shape that is expected of it. */
export function readingOf({ binding, fields, rows, skipped }: LedgerReading, unread: readonly string[]): MessyLedger {
  const register = registerById(binding.register);
  if (register === undefined) throw new Error(binding.register);
  const readings = rows.map(({ sheetRow, cells }) => ({ sheetRow, ...readRow(register, fields, cells, { isNew: true }) }));
  return {
    register: binding.register,
    headerRow: binding.headerRow,
    entries: Object.fromEntries(readings.filter(({ problems }) => problems.length === 0).map(({ sheetRow, content }) => [sheetRow, content])),
    problems: readings.flatMap(({ sheetRow, problems }) => problems.map(({ column, code }) => `${sheetRow} ${column} ${code.replace('problem.', '')}`)),
    skipped: Object.fromEntries(skipped.map(({ sheetRow, reason }) => [sheetRow, reason.replace('problem.skipped', '')])),
    unread,
  };
}
