/** How a sheet is printed: `printOptions`, `pageSetup`, the fitting in `sheetPr`, and the rows named as print titles. */

import type { PageSetup, Sheet } from '../model/book.ts';
import { alike } from './equal.ts';
import { childOf, cloneXml, isTrue, replaceChildren, xml, type XmlElement } from './xml.ts';

export const PRINT_TITLES = '_xlnm.Print_Titles';

/** The set-up in a worksheet element; undefined where it says nothing. */
export function readPage(worksheet: XmlElement): PageSetup | undefined {
  const setup = childOf(worksheet, 'pageSetup')?.attributes ?? {};
  const { orientation, paperSize, fitToWidth = '1', fitToHeight = '1' } = setup;
  const isFitted = isTrue(childOf(childOf(worksheet, 'sheetPr'), 'pageSetUpPr')?.attributes['fitToPage']);
  const centered = childOf(worksheet, 'printOptions')?.attributes['horizontalCentered'];
  const page: PageSetup = {
    ...((orientation === 'portrait' || orientation === 'landscape') && { orientation }),
    ...(paperSize !== undefined && { paper: Number(paperSize) }),
    ...(isFitted && { fit: { wide: Number(fitToWidth), tall: Number(fitToHeight) } }),
    ...(centered !== undefined && { isCentered: isTrue(centered) }),
  };
  return Object.keys(page).length > 0 ? page : undefined;
}

/** Puts the sheet's set-up into its element where it is not what the element says already. */
export function writePage(root: XmlElement, { page }: Sheet, order: readonly string[]): void {
  if (page === undefined) return;
  const { titleRows: _named, ...wanted } = page;
  if (alike(readPage(root) ?? {}, wanted)) return;
  const { orientation, paper, fit, isCentered } = wanted;
  if (fit) {
    const properties = cloneXml(childOf(root, 'sheetPr') ?? xml('sheetPr'));
    const fitting = { ...childOf(properties, 'pageSetUpPr')?.attributes, fitToPage: '1' };
    replaceChildren(properties, 'pageSetUpPr', [xml('pageSetUpPr', fitting)], ['tabColor', 'outlinePr', 'pageSetUpPr']);
    replaceChildren(root, 'sheetPr', [properties], order);
  }
  const options = childOf(root, 'printOptions')?.attributes;
  if (isCentered !== undefined) replaceChildren(root, 'printOptions', [xml('printOptions', { ...options, horizontalCentered: isCentered ? 1 : 0 })], order);
  const setup = { ...childOf(root, 'pageSetup')?.attributes };
  if (fit) delete setup['scale'];
  const attributes = { paperSize: paper, fitToWidth: fit?.wide, fitToHeight: fit?.tall, orientation };
  const known = Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined));
  replaceChildren(root, 'pageSetup', [xml('pageSetup', { ...setup, ...known })], order);
}

/** The rows of a print-titles name such as `台账!$A:$B,台账!$1:$2`; null where it names columns alone. */
export function titleRowsIn(text: string): PageSetup['titleRows'] | null {
  const [, first, last] = /\$(\d+):\$(\d+)$/.exec(text) ?? [];
  return first === undefined || last === undefined ? null : { first: Number(first) - 1, count: Number(last) - Number(first) + 1 };
}

/** A print-titles name with its rows put in, its columns as they were. */
export function withTitleRows(text: string, { first, count }: NonNullable<PageSetup['titleRows']>, sheetName: string): string {
  const columns = text.split(/,(?=[^,]*$)/).filter((part) => part !== '' && titleRowsIn(part) === null);
  return [...columns, `${sheetName}!$${first + 1}:$${first + count}`].join(',');
}
