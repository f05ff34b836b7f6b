import type { Sheet } from '../model/book.ts';
import type { Package } from './package.ts';
import { parseXml, type XmlElement } from './xml.ts';

/** A name that Excel keeps for a sheet's own use, such as its print titles; without its sheet number. */
export interface BuiltInName {
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

/** What a sheet had in its file. */
export class SheetOrigin {
  /** The package it came from; null for a sheet made here with a page set-up of its own. */
  readonly source: Package | null;
  readonly path: string;
  /** The worksheet element, without its rows. */
  readonly root: XmlElement;
  readonly builtInNames: BuiltInName[] = [];
  /** The parts of the charts that the model has. */
  readonly charts: string[] = [];

  constructor(source: Package | null, path: string, root: XmlElement) {
    this.source = source;
    this.path = path;
    this.root = root;
  }
}

export function sheetOriginOf(sheet: Sheet): SheetOrigin | null {
  return sheet.origin instanceof SheetOrigin ? sheet.origin : null;
}

/**
 * An origin for a sheet made by the program, to give it what the model does not hold.
 * `settings`: children of `worksheet` such as `<pageSetup …/>`; `names`: such as `{ '_xlnm.Print_Titles': '台账!$1:$2' }`.
 */
export function newSheetOrigin(settings: string, names: Readonly<Record<string, string>> = {}): SheetOrigin {
  const root = parseXml(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${settings}</worksheet>`, 'new sheet');
  const origin = new SheetOrigin(null, '', root);
  for (const [name, text] of Object.entries(names)) origin.builtInNames.push({ attributes: { name }, text });
  return origin;
}
