import { mergeWorksheetSnapshotWithDefault } from '@univerjs/core';
import type { ICellData } from '@univerjs/core';
import {
  InsertSheetMutation,
  RemoveSheetMutation,
  SetRangeValuesMutation,
  SetTabColorMutation,
  SetWorksheetColumnCountMutation,
  SetWorksheetHideMutation,
  SetWorksheetNameMutation,
  SetWorksheetRowCountMutation,
} from '@univerjs/preset-sheets-core';
import { cellAt } from '../model/book.ts';
import type { Area, Book, Sheet } from '../model/book.ts';
import { fitRows } from './row-heights.ts';
import { cellData, sheetSnapshot, sizeFor } from './snapshot.ts';
import type { Tables } from './snapshot.ts';
import { sheetOf, workbookOf } from './univer.ts';
import type { UniverBook } from './univer.ts';

/** Draws areas of a sheet anew, in one stroke: the cells are put in place whole, and one mutation tells the formulas and the canvas. */
export function drawCells(univer: UniverBook, sheet: Sheet, id: string, areas: readonly Area[], tables: Tables): void {
  growTo(univer, sheet, id);
  const matrix = sheetOf(univer, id).getCellMatrix();
  const styles = workbookOf(univer).getStyles();
  const told: Record<number, Record<number, ICellData>> = {};
  const last = { row: Math.max(lastRow(sheet), matrix.getLength() - 1), column: sheetOf(univer, id).getColumnCount() - 1 };
  for (const area of areas) {
    const endRow = Math.min(area.row + area.rows - 1, last.row);
    const endColumn = Math.min(area.column + area.columns - 1, last.column);
    for (let row = area.row; row <= endRow; row += 1) {
      const line = (told[row] ??= {});
      for (let column = area.column; column <= endColumn; column += 1) {
        const data = cellData(cellAt(sheet, row, column), styles, tables);
        const { s: style, custom, ...content } = data;
        const before = matrix.getValue(row, column);
        if (before === undefined && style === undefined && Object.keys(content).length === 0) continue;
        matrix.setValue(row, column, { ...(style !== undefined && { s: style }), ...(custom && { custom }) });
        line[column] = { v: null, f: null, si: null, p: null, ...content };
      }
    }
  }
  univer.run(SetRangeValuesMutation.id, { unitId: univer.unitId, subUnitId: id, cellValue: told });
  fitRows(univer, sheet, id, areas);
}

function lastRow(sheet: Sheet): number {
  let last = 0;
  for (const row of sheet.cells.keys()) last = Math.max(last, row);
  return last;
}

function growTo(univer: UniverBook, sheet: Sheet, id: string): void {
  const worksheet = sheetOf(univer, id);
  const size = sizeFor(sheet);
  const target = { unitId: univer.unitId, subUnitId: id };
  if (worksheet.getRowCount() < size.rows) univer.run(SetWorksheetRowCountMutation.id, { ...target, rowCount: size.rows });
  if (worksheet.getColumnCount() < size.columns) univer.run(SetWorksheetColumnCountMutation.id, { ...target, columnCount: size.columns });
}

/** Makes Univer's sheets those of the book: added, removed, renamed, hidden. Answers with the sheets that were added, cells and sizes already drawn. */
export function drawSheets(univer: UniverBook, book: Book, idOf: (sheet: Sheet) => string, tables: Tables): readonly Sheet[] {
  const workbook = workbookOf(univer);
  const { unitId } = univer;
  const added = book.sheets.filter((sheet) => !workbook.getSheetBySheetId(idOf(sheet)));
  for (const sheet of added) {
    const drawn = sheetSnapshot(sheet, (cell) => cellData(cell, workbook.getStyles(), tables));
    univer.run(InsertSheetMutation.id, { unitId, index: book.sheets.indexOf(sheet), sheet: mergeWorksheetSnapshotWithDefault({ ...drawn, id: idOf(sheet) }) });
  }
  for (const worksheet of workbook.getSheets()) {
    const subUnitId = worksheet.getSheetId();
    const sheet = book.sheets.find((one) => idOf(one) === subUnitId);
    const target = { unitId, subUnitId };
    if (!sheet) univer.run(RemoveSheetMutation.id, { ...target, subUnitName: worksheet.getName() });
    else {
      if (worksheet.getName() !== sheet.name) univer.run(SetWorksheetNameMutation.id, { ...target, name: sheet.name });
      const hidden = sheet.visibility === 'visible' ? 0 : 1;
      if (worksheet.isSheetHidden() !== hidden) univer.run(SetWorksheetHideMutation.id, { ...target, hidden });
      if ((worksheet.getTabColor() || null) !== sheet.tabColor) univer.run(SetTabColorMutation.id, { ...target, color: sheet.tabColor ?? '' });
    }
  }
  return added;
}
