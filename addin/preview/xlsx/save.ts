/**
 * Saves the preview's workbook as .xlsx. The opened package is the starting point, and only what the model holds is put in
 * anew: whatever the product does not know of (charts, themes, printer settings, extensions …) comes out as it went in.
 */

import type { Book, Sheet } from '../model/book.ts';
import { blankPackage } from './blank-package.ts';
import { BookOrigin } from './book-origin.ts';
import { StringTable } from './cells-write.ts';
import { writeCustomXml } from './custom-xml.ts';
import { writeNames } from './names.ts';
import type { Package } from './package.ts';
import { officeRelation, relationshipId } from './relationships.ts';
import { sheetOriginOf } from './sheet-origin.ts';
import { writeSheet } from './sheet-write.ts';
import { StyleWriter } from './styles-write.ts';
import { writeSettings } from './web-extension.ts';
import { childOf, childrenOf, replaceChildren, xml, type XmlElement } from './xml.ts';

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORKBOOK_PARTS = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'mc:AlternateContent',
  'xr:revisionPtr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
  'calcPr',
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'extLst',
];

/** The workbook as the bytes of an .xlsx file. The book itself is not changed and can be saved again. */
export async function saveXlsx(book: Book): Promise<Uint8Array> {
  await Promise.resolve();
  const origin = book.origin instanceof BookOrigin ? book.origin : null;
  const target = origin === null ? blankPackage() : origin.source.copy();
  const workbookPath = origin?.workbookPath ?? 'xl/workbook.xml';
  const workbook = target.read(workbookPath);
  const stylesPath = partOf(target, workbookPath, 'styles', 'xl/styles.xml');
  const themePath = target.related(workbookPath, 'theme');
  const styles = new StyleWriter(
    target.has(stylesPath) ? target.read(stylesPath) : xml('styleSheet', { xmlns: workbook.attributes['xmlns'] }),
    themePath === undefined ? null : target.read(themePath),
    origin ?? book,
  );
  const strings = new StringTable();

  const elements = sheetElements(book, target, workbookPath, workbook);
  const isChoiceKept = origin !== null && origin.activeSheet === book.activeSheet;
  for (const [sheet, { path }] of elements.places) {
    writeSheet(target, path, sheet, { book, styles, strings, isChosen: isChoiceKept ? null : sheet === book.activeSheet });
  }
  replaceChildren(workbook, 'sheets', [xml('sheets', {}, elements.all)], WORKBOOK_PARTS);
  replaceChildren(
    workbook,
    'definedNames',
    writeNames(book, (sheet) => positionOf(elements, sheet)),
    WORKBOOK_PARTS,
  );
  setActiveTab(workbook, positionOf(elements, book.activeSheet));
  if (origin?.haveCellsChanged === true && hasFormulas(book)) {
    const calculation = xml('calcPr', { ...childOf(workbook, 'calcPr')?.attributes, fullCalcOnLoad: 1 });
    replaceChildren(workbook, 'calcPr', [calculation], WORKBOOK_PARTS);
  }
  workbook.attributes = { 'xmlns:r': RELATIONS, ...workbook.attributes };
  target.write(workbookPath, workbook);
  target.write(stylesPath, styles.root, `${SPREADSHEET}.styles+xml`);
  writeStrings(target, workbookPath, strings);
  dropCalculationChain(target, workbookPath);
  writeCustomXml(target, workbookPath, book);
  writeSettings(target, book.settings);
  return target.zip();
}

interface SheetElements {
  /** All sheets of the file in order, chart sheets among them. */
  readonly all: XmlElement[];
  readonly places: ReadonlyMap<Sheet, { readonly path: string; readonly element: XmlElement }>;
}

function positionOf({ all, places }: SheetElements, sheet: Sheet): number {
  const place = places.get(sheet);
  return place === undefined ? -1 : all.indexOf(place.element);
}

function sheetElements(book: Book, target: Package, workbookPath: string, workbook: XmlElement): SheetElements {
  const old = childrenOf(childOf(workbook, 'sheets'), 'sheet');
  const relations = target.relationships(workbookPath);
  const relationOf = (element: XmlElement): (typeof relations)[number] | undefined => relations.find(({ id }) => id === relationshipId(element));
  const others = old.map((element, at) => ({ element, at })).filter(({ element }) => relationOf(element)?.type.endsWith('/worksheet') !== true);
  let sheetId = Math.max(0, ...old.map((element) => Number(element.attributes['sheetId'] ?? 0)));
  const kept = new Set<XmlElement>();
  const places = new Map<Sheet, { path: string; element: XmlElement }>();
  for (const sheet of book.sheets) {
    const origin = sheetOriginOf(sheet);
    const own = origin?.source === null || book.origin === null ? undefined : old.find((element) => relationOf(element)?.target === origin?.path);
    const path = own === undefined || origin === null ? addSheetPart(target) : origin.path;
    const id = own === undefined ? target.relate(workbookPath, officeRelation('worksheet'), path) : relationshipId(own);
    if (own !== undefined) kept.add(own);
    const attributes = { sheetId: own === undefined ? ++sheetId : undefined, ...own?.attributes, name: sheet.name, 'r:id': id };
    places.set(sheet, { path, element: xml('sheet', { ...attributes, state: sheet.visibility === 'visible' ? undefined : sheet.visibility }) });
  }
  const all = [...places.values()].map(({ element }) => element);
  for (const { element, at } of others) all.splice(Math.min(at, all.length), 0, element);
  const gone = old.filter((element) => !kept.has(element) && !others.some((other) => other.element === element));
  for (const element of gone) target.unrelate(workbookPath, relationshipId(element));
  if (gone.length > 0) target.removeUnreachable();
  return { all, places };
}

function addSheetPart(target: Package): string {
  const path = target.freePath('xl/worksheets/sheet#.xml');
  target.write(path, '', `${SPREADSHEET}.worksheet+xml`);
  return path;
}

function partOf(target: Package, workbookPath: string, kind: string, fallback: string): string {
  const known = target.related(workbookPath, kind);
  if (known !== undefined) return known;
  target.relate(workbookPath, officeRelation(kind), fallback);
  return fallback;
}

function writeStrings(target: Package, workbookPath: string, strings: StringTable): void {
  if (strings.isEmpty && target.related(workbookPath, 'sharedStrings') === undefined) return;
  target.write(partOf(target, workbookPath, 'sharedStrings', 'xl/sharedStrings.xml'), strings.toXml(), `${SPREADSHEET}.sharedStrings+xml`);
}

function setActiveTab(workbook: XmlElement, position: number): void {
  const view = childOf(childOf(workbook, 'bookViews'), 'workbookView');
  if (view === undefined) {
    if (position > 0) replaceChildren(workbook, 'bookViews', [xml('bookViews', {}, [xml('workbookView', { activeTab: position })])], WORKBOOK_PARTS);
  } else if (Number(view.attributes['activeTab'] ?? 0) !== position) view.attributes['activeTab'] = String(position);
}

function hasFormulas(book: Book): boolean {
  return book.sheets.some((sheet) => [...sheet.cells.values()].some((line) => [...line.values()].some((cell) => cell.formula !== undefined)));
}

/** The list of formula cells would be wrong if one was written or cleared, which Excel calls damage; without it Excel makes its own. */
function dropCalculationChain(target: Package, workbookPath: string): void {
  const relation = target.relationships(workbookPath).find(({ type }) => type.endsWith('/calcChain'));
  if (relation === undefined) return;
  target.remove(relation.target);
  target.unrelate(workbookPath, relation.id);
}
