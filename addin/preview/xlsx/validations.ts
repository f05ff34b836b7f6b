/** Data validations. Lists are understood, the other kinds pass through. */

import type { Area, Sheet, Validation } from '../model/book.ts';
import { alike } from './equal.ts';
import { areasOf, sqrefOf } from './references.ts';
import { childOf, childrenOf, cloneXml, isTrue, replaceChildren, textOf, xml, type XmlElement } from './xml.ts';

interface ValidationOrigin {
  readonly element: XmlElement;
  readonly was: Omit<Validation, 'origin' | 'areas'>;
  /** Stands in the sheet's extension list (a list on another sheet, as Excel 2010 wrote it) and is kept there. */
  readonly isExtension: boolean;
}

/** The items of `"是,否"`, or the source with a leading `=`. */
function listOf(formula: string): string[] | string {
  const items = /^"((?:[^"]|"")*)"$/.exec(formula)?.[1];
  return items === undefined ? `=${formula}` : items.replaceAll('""', '"').split(',');
}

function readValidation(element: XmlElement, areas: Area[], formula: string, isExtension: boolean): Validation {
  const { type, errorTitle, error, showErrorMessage } = element.attributes;
  const was: Omit<Validation, 'origin' | 'areas'> = {
    ...(type === 'list' && formula !== '' ? { list: listOf(formula) } : {}),
    ...(isTrue(showErrorMessage) ? { errorAlert: { title: errorTitle ?? '', message: error ?? '' } } : {}),
  };
  const origin: ValidationOrigin = { element, was, isExtension };
  return { ...was, areas, origin };
}

/** The validations of the extension list (`x14:dataValidations`). */
function extensions(worksheet: XmlElement): XmlElement[] {
  return childrenOf(childOf(worksheet, 'extLst'), 'ext').flatMap((ext) => childrenOf(childOf(ext, 'x14:dataValidations'), 'x14:dataValidation'));
}

/** Puts the data validations of a worksheet element into the sheet. */
export function readValidations(worksheet: XmlElement, sheet: Sheet): void {
  for (const element of childrenOf(childOf(worksheet, 'dataValidations'), 'dataValidation')) {
    sheet.validations.push(readValidation(element, areasOf(element.attributes['sqref'] ?? ''), textOf(childOf(element, 'formula1')), false));
  }
  for (const element of extensions(worksheet)) {
    sheet.validations.push(readValidation(element, areasOf(textOf(childOf(element, 'xm:sqref'))), textOf(childOf(element, 'x14:formula1')), true));
  }
}

function elementOf(validation: Validation): XmlElement {
  const origin = validation.origin as ValidationOrigin | undefined;
  const { origin: _origin, areas, ...now } = validation;
  const element = origin === undefined ? xml('dataValidation', { type: 'list', allowBlank: 1, showInputMessage: 1 }) : cloneXml(origin.element);
  element.attributes['sqref'] = sqrefOf(areas, element.attributes['sqref']);
  if (!alike(now.list, origin?.was.list) && now.list !== undefined) {
    const formula = typeof now.list === 'string' ? now.list.replace(/^=/, '') : `"${now.list.join(',').replaceAll('"', '""')}"`;
    replaceChildren(element, 'formula1', [xml('formula1', {}, [formula])], ['formula1', 'formula2']);
  }
  if (now.errorAlert !== undefined && !alike(now.errorAlert, origin?.was.errorAlert)) {
    Object.assign(element.attributes, { showErrorMessage: '1', errorTitle: now.errorAlert.title, error: now.errorAlert.message });
  }
  return element;
}

/** The `dataValidations` element of a sheet; empty where it has none. */
export function writeValidations(was: XmlElement | undefined, sheet: Sheet): XmlElement[] {
  const own = sheet.validations.filter((one) => (one.origin as ValidationOrigin | undefined)?.isExtension !== true && one.areas.length > 0);
  if (own.length === 0) return [];
  const elements = own.filter((one) => one.origin !== undefined || one.list !== undefined).map(elementOf);
  return [xml('dataValidations', { ...was?.attributes, count: elements.length }, elements)];
}
