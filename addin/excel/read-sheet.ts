import type { Abilities } from './abilities.ts';
import { runExcel } from './errors.ts';
import { areaOf } from './locate-ledger.ts';
import { mergesOf } from './merged-areas.ts';
import { WorkbookError } from './port.ts';
import type { SheetReading, SheetRef } from './port.ts';
import { readCells } from './read-cells.ts';
import { MADE_KEY, isMade } from './reports/made-sheets.ts';

/**
 * A sheet as it stands: the active one, or the one with an id (`sheetGone` when there is none). One `context.sync()` to see
 * how large it is and one for 5,000 rows.
 */
export function readSheet(sheetId: string | null, abilities: Abilities): Promise<SheetReading> {
  return runExcel(async (context) => {
    const { worksheets } = context.workbook;
    const sheet = sheetId === null ? worksheets.getActiveWorksheet() : worksheets.getItemOrNullObject(sheetId);
    sheet.load('id,name,protection/protected,tables/items/id,tables/items/name');
    const reports = context.workbook.settings.getItemOrNullObject(MADE_KEY).load('value');
    const used = sheet.getUsedRangeOrNullObject(true).load('rowIndex,columnIndex,rowCount,columnCount');
    await context.sync();

    if (sheet.isNullObject) throw new WorkbookError('sheetGone', { sheet: '' });
    const ref = { sheetId: sheet.id, sheetName: sheet.name };
    const isReport = !reports.isNullObject && isMade(reports.value, ref);
    const head = { ...ref, isProtected: sheet.protection.protected, ...(isReport && { isReport }) };
    if (used.isNullObject) return { ...head, area: null, cells: [], tables: [] };
    const tables = sheet.tables.items.map((table) => ({
      table,
      header: table.getHeaderRowRange().load('rowIndex,columnIndex,columnCount'),
      body: table.getDataBodyRange().load('rowCount'),
    }));
    const area = areaOf(used);
    const merged = abilities.mergedAreas ? mergesOf(() => used) : null;
    const { cells } = await readCells(context, sheet, area, merged ? { askAlong: merged.askAlong } : {});
    return {
      ...head,
      area,
      cells,
      ...(merged && { merges: merged.from(area) }),
      tables: tables.map(({ table, header, body }) => ({
        id: table.id,
        name: table.name,
        area: { row: header.rowIndex, column: header.columnIndex, rows: body.rowCount + 1, columns: header.columnCount },
      })),
    };
  });
}

/** The active sheet's id and name. One `context.sync()`. */
export function activeSheet(): Promise<SheetRef> {
  return runExcel(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet().load('id,name');
    await context.sync();
    return { sheetId: sheet.id, sheetName: sheet.name };
  });
}

/** The visible sheets, in their order. One `context.sync()`. */
export function visibleSheets(): Promise<readonly SheetRef[]> {
  return runExcel(async (context) => {
    const sheets = context.workbook.worksheets.load('items/id,items/name,items/visibility');
    await context.sync();
    return sheets.items.filter((sheet) => sheet.visibility === 'Visible').map((sheet) => ({ sheetId: sheet.id, sheetName: sheet.name }));
  });
}
