import { ScrollToRangeOperation, SetSelectionsOperation, SetWorksheetActiveOperation, SheetsSelectionsService } from '@univerjs/preset-sheets-core';
import { areaOf, holdsCell, MAX_COLUMNS, MAX_ROWS } from '../model/areas.ts';
import type { Area, Book } from '../model/book.ts';
import { toArea, toRange } from './units.ts';
import { sheetOf, workbookOf } from './univer.ts';
import type { UniverBook } from './univer.ts';

/** A selection of more rows or columns than this is not brought into view whole, only its first cell. */
const MOST_IN_VIEW = 20;

/** What is selected on Univer's sheet `id`; its first cell when nothing was selected there yet. */
export function readSelection(univer: UniverBook, id: string): Area {
  const selections = univer.injector.get(SheetsSelectionsService).getWorkbookSelections(univer.unitId).getSelectionsOfWorksheet(id);
  const range = selections.at(-1)?.range;
  return range ? toArea(range, { rows: MAX_ROWS, columns: MAX_COLUMNS }) : areaOf(0, 0);
}

/** Shows the book's active sheet, Univer's sheet `id`, with the book's selection on it and in view. */
export function drawSelection(univer: UniverBook, book: Book, id: string): void {
  const target = { unitId: univer.unitId, subUnitId: id };
  if (workbookOf(univer).getActiveSheet()?.getSheetId() !== id) univer.run(SetWorksheetActiveOperation.id, target);
  const { row, column, rows, columns } = book.selection;
  const merge = book.activeSheet.merges.find((area) => holdsCell(area, row, column));
  const range = toRange(merge && rows * columns === 1 ? merge : book.selection);
  const worksheet = sheetOf(univer, id);
  const inside = {
    ...range,
    endRow: Math.min(range.endRow, worksheet.getRowCount() - 1),
    endColumn: Math.min(range.endColumn, worksheet.getColumnCount() - 1),
  };
  const isMerged = merge !== undefined;
  const primary = { ...toRange(merge ?? areaOf(row, column)), actualRow: row, actualColumn: column, isMerged, isMergedMainCell: isMerged };
  univer.run(SetSelectionsOperation.id, { ...target, selections: [{ range: inside, primary, style: null }] });
  const isShownWhole = !isMerged && rows <= MOST_IN_VIEW && columns <= MOST_IN_VIEW; // a title merged over a wide sheet would scroll its start away
  univer.run(ScrollToRangeOperation.id, { range: isShownWhole ? inside : toRange(areaOf(row, column)) });
}
