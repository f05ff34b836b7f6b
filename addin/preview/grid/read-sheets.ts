import type { Book, Sheet } from '../model/book.ts';
import type { SheetIds } from './sheet-ids.ts';
import { workbookOf } from './univer.ts';
import type { UniverBook } from './univer.ts';

/** Makes the book's sheets those of Univer, in its order, with its names. Whether anything was different; a new sheet is still empty. */
export function readSheets(univer: UniverBook, book: Book, ids: SheetIds): boolean {
  let changed = false;
  const drawn = workbookOf(univer).getSheets();
  const sheets = drawn.map((worksheet): Sheet => {
    const known = ids.sheetOf(worksheet.getSheetId());
    const sheet = known ?? book.addSheet(worksheet.getName());
    if (!known) ids.join(sheet, worksheet.getSheetId());
    const isHidden = Boolean(worksheet.isSheetHidden());
    const tabColor = worksheet.getTabColor() || null;
    if (sheet.name !== worksheet.getName() || isHidden !== (sheet.visibility !== 'visible') || sheet.tabColor !== tabColor) changed = true;
    sheet.name = worksheet.getName();
    sheet.tabColor = tabColor;
    if (isHidden !== (sheet.visibility !== 'visible')) sheet.visibility = isHidden ? 'hidden' : 'visible';
    return sheet;
  });
  if (sheets.length !== book.sheets.length || sheets.some((sheet, index) => book.sheets[index] !== sheet)) {
    changed = true;
    book.sheets.splice(0, book.sheets.length, ...sheets);
  }
  return changed;
}
