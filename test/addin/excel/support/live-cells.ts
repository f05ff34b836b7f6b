import type { Book, Cell } from '../../../../addin/preview/model/book.ts';
import { openXlsx, saveXlsx } from '../../../../addin/preview/xlsx/index.ts';
import type { Server } from '../../features/push/support.ts';
import { hostileBook } from './hostile-book.ts';
import { readers } from './independent-readers.ts';
import { injections } from './injection-corpus.ts';

/** Control characters that XML cannot hold. */
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\0-\u0008\u000b\u000c\u000e-\u001f]/g;

/** What came of the hostile texts: how many cells were looked at by each reader, which are live and which say something else. */
export interface Findings {
  readonly pushed: number;
  readonly cells: number;
  readonly live: Readonly<Record<string, readonly string[]>>;
  readonly changed: Readonly<Record<string, readonly string[]>>;
}

/** Takes so many hostile texts from one workbook through the server into another, saves it, and has it read three ways. */
export async function findLiveCells(server: Server, count: number, seed: number): Promise<Findings> {
  const texts = injections(count, seed);
  const { book, expected, pushed } = await hostileBook(server, texts);
  const live: Record<string, readonly string[]> = { 'the workbook': formulasOf(book) };
  const changed: Record<string, readonly string[]> = {};
  const bytes = await saveXlsx(book);
  const again = await saveXlsx(await openXlsx(bytes));
  for (const [file, saved] of Object.entries({ saved: bytes, 'opened and saved again': again })) {
    for (const [name, read] of Object.entries(readers)) {
      const seen = await read(saved);
      live[`${name}, ${file}`] = seen.formulas;
      const shown = shows[name] ?? ((text: string) => text);
      changed[`${name}, ${file}`] = expected
        .filter(({ sheet, address, text }) => seen.texts.get(`${sheet}!${address}`) !== shown(text))
        .map(({ sheet, address, text }) => `${sheet}!${address} ${inShort(text)} → ${inShort(seen.texts.get(`${sheet}!${address}`))}`);
    }
  }
  return { pushed, cells: expected.length, live, changed };
}

function formulasOf({ sheets }: Book): readonly string[] {
  const live = (line: ReadonlyMap<number, Cell>) => [...line].filter(([, cell]) => cell.formula !== undefined);
  return sheets.flatMap(({ name, cells }) => [...cells].flatMap(([row, line]) => live(line).map(([column]) => `${name} R${row + 1}C${column + 1}`)));
}

/** What a reader makes of some texts that our own reads as they were. */
const shows: Readonly<Record<string, (text: string) => string>> = {
  // It leaves _xHHHH_ for control characters as it stands in the file, and undoes the mark of what only looks like it by leaving x005F_ out.
  openpyxl: (text) => text.replaceAll('x005F_', '').replace(CONTROL, (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`),
  // Its flat format holds no control characters, and one kind of line break.
  LibreOffice: (text) => text.replace(/\r\n?/g, '\n').replaceAll('\t', '').replace(CONTROL, ''),
};

function inShort(text = ''): string {
  return JSON.stringify(text.slice(0, 80));
}
