/** Opens an .xlsx package as the preview's workbook. */

import { parseAddress } from '../model/address.ts';
import { Book, type Sheet } from '../model/book.ts';
import { BookOrigin } from './book-origin.ts';
import { readCells } from './cells-read.ts';
import { readCharts } from './charts.ts';
import { readColumns } from './columns.ts';
import { readComments } from './comments.ts';
import { readConditionalFormats } from './conditional-formats.ts';
import { readCustomXml } from './custom-xml.ts';
import { XlsxError } from './errors.ts';
import { readFilter } from './filters.ts';
import { readLinks } from './links.ts';
import { readNames } from './names.ts';
import { openPackage } from './open-package.ts';
import type { Package } from './package.ts';
import { relationshipId } from './relationships.ts';
import { readPage } from './page.ts';
import { areasOf } from './references.ts';
import { SheetOrigin } from './sheet-origin.ts';
import { StyleReader } from './styles-read.ts';
import { readTables } from './tables.ts';
import { readValidations } from './validations.ts';
import { readFrozen } from './views.ts';
import { readSettings } from './web-extension.ts';
import { childOf, childrenOf, isTrue, xml, type XmlElement } from './xml.ts';

/** Opens the bytes of an .xlsx (or .xlsm) file. Throws XlsxError for anything else, or a damaged one. */
export async function openXlsx(bytes: Uint8Array, name = 'Book1.xlsx'): Promise<Book> {
  // Lets a page draw its progress before the work begins.
  await Promise.resolve();
  const source = openPackage(bytes);
  try {
    return readBook(source, name);
  } catch (error) {
    if (error instanceof XlsxError) throw error;
    throw new XlsxError('broken', error instanceof Error ? error.message : String(error));
  }
}

function workbookPathOf(source: Package): string {
  const path = source.related('', 'officeDocument');
  if (path === undefined) throw new XlsxError('notXlsx', 'no main document');
  const type = source.contentType(path) ?? '';
  if (!/(spreadsheetml|ms-excel).*\+xml$/.test(type)) throw new XlsxError('notXlsx', `main document of type ${type}`);
  return path;
}

function readBook(source: Package, name: string): Book {
  const workbookPath = workbookPathOf(source);
  const workbook = source.read(workbookPath);
  const origin = new BookOrigin(source, workbookPath);
  const book = new Book();
  book.name = name;
  book.origin = origin;

  const themePath = source.related(workbookPath, 'theme');
  const stylesPath = source.related(workbookPath, 'styles');
  const theme = themePath === undefined ? null : source.read(themePath);
  const styles = new StyleReader(stylesPath === undefined ? xml('styleSheet') : source.read(stylesPath), theme, origin);
  const stringsPath = source.related(workbookPath, 'sharedStrings');
  const strings = stringsPath === undefined ? [] : childrenOf(source.read(stringsPath), 'si');

  const relations = new Map(source.relationships(workbookPath).map((relation) => [relation.id, relation]));
  const sheets = childrenOf(childOf(workbook, 'sheets'), 'sheet').map((element) => {
    const { attributes } = element;
    const relation = relations.get(relationshipId(element));
    // Chart and dialog sheets stay in the package; the model has none.
    if (relation === undefined || !relation.type.endsWith('/worksheet')) return null;
    const sheet = readSheet(book, source, relation.target, attributes['name'] ?? '', { strings, styles });
    const state = attributes['state'];
    if (state === 'hidden' || state === 'veryHidden') sheet.visibility = state;
    return sheet;
  });
  for (const sheet of book.sheets) readCharts(source, (sheet.origin as SheetOrigin).path, sheet, book);
  readNames(workbook, book, sheets);
  for (const [key, value] of readSettings(source)) book.settings.set(key, value);
  book.customXmlParts = readCustomXml(source, workbookPath);
  activate(book, workbook, sheets);
  origin.watch(book);
  return book;
}

function activate(book: Book, workbook: XmlElement, sheets: readonly (Sheet | null)[]): void {
  const tab = Number(childOf(childOf(workbook, 'bookViews'), 'workbookView')?.attributes['activeTab'] ?? 0);
  const active = sheets[tab] ?? book.sheets.find((sheet) => sheet.visibility === 'visible') ?? book.sheets[0];
  if (active === undefined) throw new XlsxError('broken', 'no worksheet');
  book.activeSheet = active;
  const root = (active.origin as SheetOrigin).root;
  const selections = childrenOf(childOf(childOf(root, 'sheetViews'), 'sheetView'), 'selection');
  const [area] = areasOf(selections.at(-1)?.attributes['sqref'] ?? 'A1');
  if (area !== undefined) book.selection = area;
}

function readSheet(book: Book, source: Package, path: string, name: string, context: Parameters<typeof readCells>[2]): Sheet {
  const root = source.read(path);
  const data = childOf(root, 'sheetData');
  const bare: XmlElement = { ...root, children: root.children.map((node) => (node === data ? xml('sheetData') : node)) };
  const sheet = book.addSheet(name, new SheetOrigin(source, path, bare));
  readCells(data, sheet, context);
  readColumns(childOf(root, 'cols'), sheet);
  readLinks(root, sheet);
  readConditionalFormats(root, sheet, context.styles);
  readValidations(root, sheet);
  readTables(source, path, sheet);
  readComments(source, path, sheet);
  sheet.merges = childrenOf(childOf(root, 'mergeCells'), 'mergeCell').flatMap(({ attributes }) => parseAddress(attributes['ref'] ?? '') ?? []);
  sheet.frozen = readFrozen(childOf(root, 'sheetViews'));
  sheet.isProtected = isTrue(childOf(root, 'sheetProtection')?.attributes['sheet']);
  sheet.tabColor = context.styles.colors.read(childOf(childOf(root, 'sheetPr'), 'tabColor')) ?? null;
  const page = readPage(root);
  if (page) sheet.page = page;
  const filter = childOf(root, 'autoFilter');
  const area = parseAddress(filter?.attributes['ref'] ?? '');
  if (filter !== undefined && area !== null) sheet.filter = { area, ...readFilter(filter) };
  return sheet;
}
