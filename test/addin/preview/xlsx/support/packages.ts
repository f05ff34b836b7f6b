/** Small packages for tests, and a look into saved ones. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { Book, putCell, type Cell, type Sheet } from '../../../../../addin/preview/model/book.ts';
import { saveXlsx } from '../../../../../addin/preview/xlsx/index.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The parts of a package, as text. */
export function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]));
}

export function zipOf(parts: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
}

/** A package of one sheet, from the inside of its `worksheet` element; `more` adds or replaces parts. */
export function sheetPackage(inside: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  return zipOf({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/></Types>`,
    '_rels/.rels': relationships(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="一" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(['worksheet', 'worksheets/sheet1.xml']),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">${inside}</worksheet>`,
    ...more,
  });
}

/** A relationships part; ids are rId1, rId2 … */
export function relationships(...list: readonly (readonly [kind: string, target: string])[]): string {
  const items = list.map(
    ([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${kind.includes(':') ? kind : `${RELATIONS}/${kind}`}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
}

/** A workbook of one sheet holding the cells. */
export function bookOf(...rows: readonly (readonly (Cell | string | number | boolean | null)[])[]): { book: Book; sheet: Sheet } {
  const book = new Book();
  const sheet = book.addSheet('表一');
  rows.forEach((cells, row) =>
    cells.forEach((cell, column) => putCell(sheet, row, column, typeof cell === 'object' && cell !== null ? cell : { value: cell })),
  );
  return { book, sheet };
}

/** The first sheet's part of a saved book. */
export async function savedSheet(book: Book): Promise<string> {
  return partsOf(await saveXlsx(book))['xl/worksheets/sheet1.xml'] ?? '';
}
