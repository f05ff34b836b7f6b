/** A workbook with hostile texts in every place the product writes texts to, some of them by way of the server. */
import { officeWorkbook } from '../../../../addin/excel/office-workbook.ts';
import type { LedgerWorkbook } from '../../../../addin/excel/port.ts';
import { layOut } from '../../../../addin/excel/reports/layout.ts';
import type { ReportSheet } from '../../../../addin/excel/reports/report-sheet.ts';
import { orderSheet } from '../../../../addin/features/orders/order-sheet.ts';
import { columnName } from '../../../../addin/preview/model/address.ts';
import { Book } from '../../../../addin/preview/model/book.ts';
import { headlessHost } from '../../../../addin/preview/node/headless-host.ts';
import type { OrderAnswer } from '../../../../shared/contract/reports.ts';
import { textOf } from '../../../../shared/ledger/cells.ts';
import type { RegisterId } from '../../../../shared/registers/index.ts';
import { clerkWith } from '../../features/push/support.ts';
import type { Server } from '../../features/push/support.ts';
import { speaking } from '../../features/reports/speaking.ts';
import { bindActiveSheet, idOf } from './ledger-book.ts';

/** A text and the cell it must stand in. */
export interface Expected {
  readonly sheet: string;
  readonly address: string;
  readonly text: string;
}

export interface HostileBook {
  readonly book: Book;
  readonly workbook: LedgerWorkbook;
  readonly expected: readonly Expected[];
  /** How many of the texts the server took from the first clerk. */
  readonly pushed: number;
}

const UNIT = '=HYPERLINK("http://example.invalid/")局';
/** Rows are added cell by cell in one request, which takes 5 MB. */
const PULLED_AT_ONCE = 250;
const DAY = '2022-06-30';
/** Registers with columns of text, deadlines, codes and batches, each of which takes the texts in every column. */
const REGISTERS = ['measures', 'problems', 'inspections', 'spotchecks'] as const satisfies readonly RegisterId[];
/** A new ledger has 500 rows ready: the last of them and those past them get the texts, those before only a plain one. */
const ROWS_PULLED = 540;
const PLAIN_ROWS = 480;

/**
 * One clerk keeps the texts as titles and leaders of measures and pushes them; another workbook takes them into rows of its own, and into every column of
 * four registers, past the rows a new ledger has ready; writes the unit's order from the server, results and explanations beside a ledger's rows, and a report
 * with the texts in every part of it.
 */
export async function hostileBook(server: Server, texts: readonly string[]): Promise<HostileBook> {
  const api = server.api();
  const first = await clerkWith(
    api,
    texts.map((text, at) => [at + 1, UNIT, text, '2022年5月底前', texts.at(-1 - at) ?? '', '进行中', 40, null]),
  );
  const { counts } = await first.push(api);
  const order = await api.order(UNIT, DAY);

  const book = new Book();
  book.addSheet('Sheet1');
  headlessHost(book, { today: () => ({ year: 2022 }) });
  const workbook = officeWorkbook();
  const expected: Expected[] = [];

  const { sheetName: ledger } = await workbook.createLedger('measures', 'zh-CN');
  const binding = await bindActiveSheet(workbook);
  const rows = texts.map((_, at) => ({ sheetRow: binding.headerRow + 1 + at, id: idOf(at) }));
  await workbook.prepareResults(binding, rows, 'zh-CN');
  await workbook.writeResults(
    binding,
    texts.map((text, at) => ({ id: idOf(at), flag: text, due: null, daysLeft: null, score: null, explanation: text })),
    { language: 'zh-CN', asOf: DAY, updatedAt: texts[0]?.slice(0, 40) ?? '' },
  );
  const columns = headersOf(book, ledger, binding.headerRow);
  for (const header of ['预警', '说明']) {
    const column = columns.get(header) ?? -1;
    texts.forEach((text, at) => expected.push({ sheet: ledger, address: addressOf(binding.headerRow + 1 + at, column), text }));
  }

  expected.push(...(await pulledRows(workbook, order)));
  for (const register of REGISTERS) expected.push(...(await filledRows(workbook, register, texts)));

  const report = reportOf(texts);
  for (const sheet of [orderSheet(order, await speaking('zh-CN')), report]) {
    const { sheetName } = await workbook.writeReport(sheet);
    const bodies = layOut(sheet).bodies;
    sheet.sections.forEach(({ rows: lines }, section) =>
      lines.forEach((cells, at) =>
        cells.forEach((cell, column) => {
          const text = typeof cell === 'object' && cell !== null ? cell.text : cell;
          const isDate = sheet.columns[column]?.kind === 'date';
          if (typeof text === 'string' && text !== '' && !isDate)
            expected.push({ sheet: sheetName, address: addressOf((bodies[section]?.row ?? 0) + at, column), text });
        }),
      ),
    );
  }
  const ordered = new Set(order.items.map(({ title }) => title));
  for (const text of texts) if (!ordered.has(textOf(text))) throw new Error(`the server has not kept ${JSON.stringify(text)}`);
  return { book, workbook, expected, pushed: counts.inserted };
}

/** Takes the server's texts into rows of a new ledger, and sees that a push would read them as they are. */
async function pulledRows(workbook: LedgerWorkbook, { items }: OrderAnswer): Promise<readonly Expected[]> {
  const { sheetName: sheet } = await workbook.createLedger('measures', 'zh-CN');
  const binding = await bindActiveSheet(workbook);
  await workbook.prepareResults(binding, [], 'zh-CN');
  const added = items.map(({ id, title, leader }) => ({ id, values: { unit: UNIT, title, leader, due: '2022年5月底前' } }));
  for (let from = 0; from < added.length; from += PULLED_AT_ONCE) {
    const changes = { updated: [], added: added.slice(from, from + PULLED_AT_ONCE), removed: [] };
    await workbook.writeRows(binding, changes, { language: 'zh-CN', words: new Map(), replacesFormulas: false });
  }
  const { fields, rows } = await workbook.readLedger(binding);
  const byId = new Map(items.map((item) => [item.id, item]));
  if (rows.length !== items.length) throw new Error(`${rows.length} of ${items.length} rows are read back`);
  return rows.flatMap(({ sheetRow, id, cells }) =>
    (['title', 'leader'] as const).flatMap((field) => {
      const text = byId.get(id ?? '')?.[field] ?? null;
      const at = fields.indexOf(field);
      if (textOf(cells[at] ?? null) !== (text ?? '')) throw new Error(`${JSON.stringify(text)} is read back as ${JSON.stringify(cells[at])}`);
      return text === null ? [] : [{ sheet, address: addressOf(sheetRow, binding.columns[at]?.column ?? -1), text }];
    }),
  );
}

/** Rows of a register as no server of ours, but a hostile one, could answer them: a text in every column, the texts in turn. */
async function filledRows(workbook: LedgerWorkbook, register: RegisterId, texts: readonly string[]): Promise<readonly Expected[]> {
  const { sheetName: sheet } = await workbook.createLedger(register, 'zh-CN');
  const binding = await bindActiveSheet(workbook);
  if (binding.register !== register) throw new Error(`a ledger of ${register} is taken for one of ${binding.register}`);
  await workbook.prepareResults(binding, [], 'zh-CN');
  let used = 0;
  const lines = Array.from({ length: ROWS_PULLED }, (_, row) =>
    row < PLAIN_ROWS ? ['之前的行'] : binding.columns.map(() => texts[used++ % texts.length] ?? ''),
  );
  const added = lines.map((line, row) => ({ id: idOf(row), values: Object.fromEntries(line.map((text, nth) => [binding.columns[nth]?.field ?? '', text])) }));
  // In one go, as into any ledger that has no rows yet: those past the ready ones are filled in too, not inserted.
  await workbook.writeRows(binding, { updated: [], added, removed: [] }, { language: 'zh-CN', words: new Map(), replacesFormulas: false });
  return lines.flatMap((line, row) =>
    line.map((text, nth) => ({ sheet, address: addressOf(binding.headerRow + 1 + row, binding.columns[nth]?.column ?? -1), text })),
  );
}

/** Every part of a report that takes a text. */
function reportOf(texts: readonly string[]): ReportSheet {
  const some = (at: number): string => texts[at % texts.length]?.slice(0, 200) ?? '';
  return {
    name: `=cmd|' /C calc'!A0`,
    language: 'zh-CN',
    look: 'table',
    title: some(4),
    lines: [{ left: some(5), right: some(6) }, { left: some(7) }],
    columns: [
      { header: some(8), group: some(9), kind: 'text', width: 20 },
      { header: some(10), group: some(9), kind: 'date', width: 20 },
      { header: some(11), kind: 'text', width: 20 },
    ],
    sections: [
      { caption: some(12), rows: texts.map((text) => [text, text, { text, card: 'red' }]) },
      { caption: some(13), rows: [], empty: some(14) },
    ],
    notes: [{ left: some(15), right: some(16) }],
    reply: { title: some(17), room: 3, signatures: [{ left: some(18), right: some(19) }] },
    orientation: 'portrait',
  };
}

function headersOf(book: Book, sheetName: string, row: number): ReadonlyMap<string, number> {
  const sheet = book.sheets.find(({ name }) => name === sheetName);
  const line = [...(sheet?.cells.get(row) ?? [])];
  return new Map(line.flatMap(([column, { value }]) => (typeof value === 'string' ? [[value, column] as const] : [])));
}

function addressOf(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}
