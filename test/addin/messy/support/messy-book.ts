import { Book } from '../../../../addin/preview/model/book.ts';
import type { Sheet } from '../../../../addin/preview/model/book.ts';
import { parseAddress } from '../../../../addin/preview/model/address.ts';
import type { Area } from '../../../../addin/preview/model/book.ts';
import type { WorkbookErrorCode } from '../../../../addin/excel/port.ts';
import type { ExpectedLedger } from '../../../shared/ledger/corpus/sheet.ts';
import { draw } from './drawing.ts';

/** A ledger that must be read from a workbook's active sheet; rows are zero-based rows of the sheet. */
export interface MessyLedger extends ExpectedLedger {
  /** Why nothing may be written beside it; left out when a push goes through. */
  readonly refused?: WorkbookErrorCode;
}

/** A workbook as a clerk keeps it. */
export interface MessyBook {
  /** Its troubles, in words. */
  readonly name: string;
  /** Builds it anew. The active sheet holds the ledgers. */
  build(): Book;
  /** The likeliest first; the others the clerk picks by header row and kind. */
  readonly ledgers: readonly [MessyLedger, ...MessyLedger[]];
}

/** A workbook of one sheet, drawn from A1 on; `more` adds what a drawing cannot say. */
export function bookOf(drawing: string, more: (sheet: Sheet, book: Book) => void = () => undefined, name = '责任清单'): Book {
  const book = new Book();
  const sheet = book.addSheet(name);
  draw(sheet, drawing);
  more(sheet, book);
  return book;
}

export function merge(sheet: Sheet, ...references: readonly string[]): void {
  sheet.merges.push(...references.map(area));
}

/** The area of an A1 reference. */
export function area(reference: string): Area {
  const found = parseAddress(reference);
  if (found === null) throw new Error(reference);
  return found;
}
