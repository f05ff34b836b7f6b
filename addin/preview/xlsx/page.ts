/** How a sheet is printed: `printOptions`, `pageMargins`, `pageSetup`, `headerFooter`, the fitting in `sheetPr`, and the names for titles and area. */

import { areaAddress, parseAddress, splitReference } from '../model/address.ts';
import type { Sheet } from '../model/book.ts';
import type { Margins, PageSetup } from '../model/page-setup.ts';
import { alike } from './equal.ts';
import { pageLineText, readPageLine } from './page-lines.ts';
import { childOf, cloneXml, isTrue, replaceChildren, textOf, xml, type XmlElement } from './xml.ts';

export const PRINT_TITLES = '_xlnm.Print_Titles';
export const PRINT_AREA = '_xlnm.Print_Area';
const SIDES = ['left', 'right', 'top', 'bottom', 'header', 'footer'] as const satisfies readonly (keyof Margins)[];
const POINTS_PER_INCH = 72;

/** The set-up in a worksheet element; undefined where it says nothing. */
export function readPage(worksheet: XmlElement): PageSetup | undefined {
  const setup = childOf(worksheet, 'pageSetup')?.attributes ?? {};
  const { orientation, paperSize, fitToWidth = '1', fitToHeight = '1' } = setup;
  const isFitted = isTrue(childOf(childOf(worksheet, 'sheetPr'), 'pageSetUpPr')?.attributes['fitToPage']);
  const centered = childOf(worksheet, 'printOptions')?.attributes['horizontalCentered'];
  const margins = childOf(worksheet, 'pageMargins')?.attributes;
  const [header, footer] = ['oddHeader', 'oddFooter'].map((name) => childOf(childOf(worksheet, 'headerFooter'), name));
  const page: PageSetup = {
    ...((orientation === 'portrait' || orientation === 'landscape') && { orientation }),
    ...(paperSize !== undefined && { paper: Number(paperSize) }),
    ...(isFitted && { fit: { wide: Number(fitToWidth), tall: Number(fitToHeight) } }),
    ...(centered !== undefined && { isCentered: isTrue(centered) }),
    ...(margins && { margins: readMargins(margins) }),
    ...(header && { header: readPageLine(textOf(header)) }),
    ...(footer && { footer: readPageLine(textOf(footer)) }),
  };
  return Object.keys(page).length > 0 ? page : undefined;
}

/** Excel's normal margins stand in for one a file leaves out. */
function readMargins(attributes: Readonly<Record<string, string>>): Margins {
  const { left = 0.7, right = 0.7, top = 0.75, bottom = 0.75, header = 0.3, footer = 0.3 } = attributes;
  const points = (inches: string | number): number => Math.round(Number(inches) * POINTS_PER_INCH * 1000) / 1000;
  return { left: points(left), right: points(right), top: points(top), bottom: points(bottom), header: points(header), footer: points(footer) };
}

/** Puts the sheet's set-up into its element where it is not what the element says already. */
export function writePage(root: XmlElement, { page }: Sheet, order: readonly string[]): void {
  if (page === undefined) return;
  const { titleRows: _titles, printArea: _area, ...wanted } = page;
  if (alike(readPage(root) ?? {}, wanted)) return;
  const { orientation, paper, fit, isCentered, margins } = wanted;
  if (fit) {
    const properties = cloneXml(childOf(root, 'sheetPr') ?? xml('sheetPr'));
    const fitting = { ...childOf(properties, 'pageSetUpPr')?.attributes, fitToPage: '1' };
    replaceChildren(properties, 'pageSetUpPr', [xml('pageSetUpPr', fitting)], ['tabColor', 'outlinePr', 'pageSetUpPr']);
    replaceChildren(root, 'sheetPr', [properties], order);
  }
  const options = childOf(root, 'printOptions')?.attributes;
  if (isCentered !== undefined) replaceChildren(root, 'printOptions', [xml('printOptions', { ...options, horizontalCentered: isCentered ? 1 : 0 })], order);
  if (margins) {
    const inches = Object.fromEntries(SIDES.map((side) => [side, margins[side] / POINTS_PER_INCH]));
    replaceChildren(root, 'pageMargins', [xml('pageMargins', inches)], order);
  }
  writePageLines(root, wanted, order);
  const setup = { ...childOf(root, 'pageSetup')?.attributes };
  if (fit) delete setup['scale'];
  const attributes = { paperSize: paper, fitToWidth: fit?.wide, fitToHeight: fit?.tall, orientation };
  const known = Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined));
  replaceChildren(root, 'pageSetup', [xml('pageSetup', { ...setup, ...known })], order);
}

function writePageLines(root: XmlElement, { header, footer }: PageSetup, order: readonly string[]): void {
  if (!header && !footer) return;
  const lines = cloneXml(childOf(root, 'headerFooter') ?? xml('headerFooter'));
  const sequence = ['oddHeader', 'oddFooter', 'evenHeader', 'evenFooter', 'firstHeader', 'firstFooter'];
  if (header) replaceChildren(lines, 'oddHeader', [xml('oddHeader', {}, [pageLineText(header)])], sequence);
  if (footer) replaceChildren(lines, 'oddFooter', [xml('oddFooter', {}, [pageLineText(footer)])], sequence);
  replaceChildren(root, 'headerFooter', [lines], order);
}

/** The area of a print-area name; null where it names several. */
export function printAreaIn(text: string): PageSetup['printArea'] | null {
  return parseAddress(splitReference(text).address);
}

export function printAreaName(area: NonNullable<PageSetup['printArea']>, sheetName: string): string {
  return `${sheetName}!${areaAddress(area, true)}`;
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
