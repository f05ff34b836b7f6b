/** One worksheet part, from the file's own element and what the model holds now. */

import { areaAddress } from '../model/address.ts';
import type { Book, Sheet } from '../model/book.ts';
import { dimensionOf, writeCells, type StringTable } from './cells-write.ts';
import { writeCharts } from './charts.ts';
import { colorElement } from './colors.ts';
import { writeColumns } from './columns.ts';
import { writeComments } from './comments.ts';
import { writeConditionalFormats } from './conditional-formats.ts';
import { writeFilter } from './filters.ts';
import { writeLinks } from './links.ts';
import type { Package } from './package.ts';
import { officeRelation } from './relationships.ts';
import { writePage } from './page.ts';
import { sheetOriginOf } from './sheet-origin.ts';
import type { StyleWriter } from './styles-write.ts';
import { writeTables } from './tables.ts';
import { writeValidations } from './validations.ts';
import { writeViews } from './views.ts';
import { childOf, cloneXml, isTrue, replaceChildren, writeXml, xml, XML_HEAD, type XmlElement } from './xml.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = officeRelation('').replace(/\/$/, '');
/** The children of a worksheet in the order the schema wants (ECMA-376 18.3.1.99). */
const SHEET_PARTS = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
];

interface SheetContext {
  readonly book: Book;
  readonly styles: StyleWriter;
  readonly strings: StringTable;
  /** Whether it is the active sheet; null while that is as the file had it. */
  readonly isChosen: boolean | null;
}

/** Writes the worksheet part of a sheet, with the parts beside it (tables, charts, notes). */
export function writeSheet(target: Package, path: string, sheet: Sheet, context: SheetContext): void {
  const origin = sheetOriginOf(sheet);
  const was = origin?.root ?? xml('worksheet');
  const root = cloneXml(was);
  root.attributes = { xmlns: MAIN, 'xmlns:r': RELATIONS, ...root.attributes };
  const put = (name: string, elements: readonly XmlElement[]): void => replaceChildren(root, name, elements, SHEET_PARTS);
  const old = (name: string): XmlElement | undefined => childOf(was, name);

  put('sheetPr', tabColor(old('sheetPr'), sheet, context.styles));
  put('dimension', [xml('dimension', { ref: dimensionOf(sheet) })]);
  put('sheetViews', [writeViews(old('sheetViews'), sheet, context.isChosen)]);
  put('cols', writeColumns(old('cols'), sheet));
  put('sheetData', [xml('sheetData')]);
  put('sheetProtection', protection(old('sheetProtection'), sheet));
  put('autoFilter', sheet.filter === null ? [] : [writeFilter(old('autoFilter'), sheet.filter.area, sheet.filter)]);
  put('mergeCells', merges(sheet));
  put('conditionalFormatting', writeConditionalFormats(sheet, context.styles));
  put('dataValidations', writeValidations(old('dataValidations'), sheet));
  put('hyperlinks', writeLinks(was, sheet));
  put('tableParts', writeTables(target, path, sheet));
  writePage(root, sheet, SHEET_PARTS);
  const drawing = writeCharts(target, path, sheet, context.book);
  if (drawing !== null) put('drawing', [xml('drawing', { 'r:id': drawing })]);
  const notes = writeComments(target, path, sheet);
  if (notes !== null) put('legacyDrawing', [xml('legacyDrawing', { 'r:id': notes })]);

  const rows = writeCells(sheet, context.styles, context.strings);
  target.write(path, XML_HEAD + writeXml(root).replace('<sheetData/>', () => rows));
}

function tabColor(was: XmlElement | undefined, sheet: Sheet, styles: StyleWriter): XmlElement[] {
  if ((styles.colors.read(childOf(was, 'tabColor')) ?? null) === sheet.tabColor) return was === undefined ? [] : [was];
  const properties = was === undefined ? xml('sheetPr') : cloneXml(was);
  replaceChildren(properties, 'tabColor', sheet.tabColor === null ? [] : [colorElement('tabColor', sheet.tabColor)], ['tabColor', 'outlinePr', 'pageSetUpPr']);
  return [properties];
}

function protection(was: XmlElement | undefined, sheet: Sheet): XmlElement[] {
  if (isTrue(was?.attributes['sheet']) === sheet.isProtected) return was === undefined ? [] : [was];
  return sheet.isProtected ? [xml('sheetProtection', { ...was?.attributes, sheet: 1, objects: 1, scenarios: 1 })] : [];
}

function merges(sheet: Sheet): XmlElement[] {
  if (sheet.merges.length === 0) return [];
  return [
    xml(
      'mergeCells',
      { count: sheet.merges.length },
      sheet.merges.map((area) => xml('mergeCell', { ref: areaAddress(area) })),
    ),
  ];
}
