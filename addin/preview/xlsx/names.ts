/** Defined names of the workbook. Those that Excel makes for a sheet's own use (print titles, filter range) stay with the sheet. */

import { areaAddress, quotedSheetName } from '../model/address.ts';
import type { Book, DefinedName, Sheet } from '../model/book.ts';
import { alike } from './equal.ts';
import { PRINT_AREA, PRINT_TITLES, printAreaIn, printAreaName, titleRowsIn, withTitleRows } from './page.ts';
import { sheetOriginOf, type BuiltInName } from './sheet-origin.ts';
import { childOf, childrenOf, isTrue, textOf, xml, type XmlElement } from './xml.ts';

interface NameOrigin {
  readonly attributes: Readonly<Record<string, string>>;
  /** The sheet whose own name it is; null for the workbook's. */
  readonly sheet: Sheet | null;
}

const FILTER_NAME = '_xlnm._FilterDatabase';

/** Puts the names of a workbook element into the book; `sheets` are in the file's order, null for what is no worksheet. */
export function readNames(workbook: XmlElement, book: Book, sheets: readonly (Sheet | null)[]): void {
  for (const element of childrenOf(childOf(workbook, 'definedNames'), 'definedName')) {
    const { localSheetId, ...attributes } = element.attributes;
    const sheet = localSheetId === undefined ? null : (sheets[Number(localSheetId)] ?? null);
    const { name = '', hidden, comment } = attributes;
    if (name.startsWith('_xlnm.') && sheet !== null) {
      sheetOriginOf(sheet)?.builtInNames.push({ attributes, text: textOf(element) });
      const titleRows = name === PRINT_TITLES ? titleRowsIn(textOf(element)) : null;
      if (titleRows) sheet.page = { ...sheet.page, titleRows };
      const printArea = name === PRINT_AREA ? printAreaIn(textOf(element)) : null;
      if (printArea) sheet.page = { ...sheet.page, printArea };
      continue;
    }
    const origin: NameOrigin = { attributes, sheet };
    book.names.push({ name, formula: `=${textOf(element)}`, visible: !isTrue(hidden), ...(comment === undefined ? {} : { comment }), origin });
  }
}

/** The names of a sheet's own use, the filter's range in step with its filter. */
function builtInNames(sheet: Sheet, localSheetId: number): XmlElement[] {
  const names = withPageNames(sheet).filter(({ attributes }) => attributes['name'] !== FILTER_NAME || sheet.filter !== null);
  const elements = names.map(({ attributes, text }) =>
    xml('definedName', { ...attributes, localSheetId }, [attributes['name'] === FILTER_NAME ? filterRange(sheet) : text]),
  );
  if (sheet.filter === null || names.some(({ attributes }) => attributes['name'] === FILTER_NAME)) return elements;
  return [...elements, xml('definedName', { name: FILTER_NAME, localSheetId, hidden: 1 }, [filterRange(sheet)])];
}

/** The names the sheet had, those for print titles and print area as they are now. */
function withPageNames(sheet: Sheet): readonly BuiltInName[] {
  const { titleRows, printArea } = sheet.page ?? {};
  const on = quotedSheetName(sheet.name);
  const names = sheetOriginOf(sheet)?.builtInNames ?? [];
  const titled = titleRows ? withName(names, PRINT_TITLES, (was) => (alike(titleRowsIn(was), titleRows) ? was : withTitleRows(was, titleRows, on))) : names;
  return printArea ? withName(titled, PRINT_AREA, (was) => (alike(printAreaIn(was), printArea) ? was : printAreaName(printArea, on))) : titled;
}

function withName(names: readonly BuiltInName[], name: string, textFrom: (was: string) => string): readonly BuiltInName[] {
  const was = names.find(({ attributes }) => attributes['name'] === name);
  const text = textFrom(was?.text ?? '');
  if (was?.text === text) return names;
  return [...names.filter((one) => one !== was), { attributes: was?.attributes ?? { name }, text }];
}

function filterRange(sheet: Sheet): string {
  return sheet.filter === null ? '' : `${quotedSheetName(sheet.name)}!${areaAddress(sheet.filter.area, true)}`;
}

function nameElement(name: DefinedName, positionOf: (sheet: Sheet) => number): XmlElement[] {
  const origin = name.origin as NameOrigin | undefined;
  const local = origin?.sheet ?? null;
  const localSheetId = local === null ? undefined : positionOf(local);
  if (localSheetId === -1) return [];
  const attributes = { ...origin?.attributes, name: name.name, comment: name.comment, localSheetId, hidden: name.visible ? undefined : 1 };
  return [xml('definedName', attributes, [name.formula.replace(/^=/, '')])];
}

/** The `definedNames` element; empty where there are none. `positionOf`: a sheet's place in the file, -1 when it is gone. */
export function writeNames(book: Book, positionOf: (sheet: Sheet) => number): XmlElement[] {
  const elements = [...book.sheets.flatMap((sheet) => builtInNames(sheet, positionOf(sheet))), ...book.names.flatMap((name) => nameElement(name, positionOf))];
  return elements.length === 0 ? [] : [xml('definedNames', {}, elements)];
}
