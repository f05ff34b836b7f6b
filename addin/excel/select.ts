import { runExcel } from './errors.ts';
import { locateLedger } from './locate-ledger.ts';
import { WorkbookError } from './port.ts';
import type { Binding, SelectedRow } from './port.ts';

/** Selects a cell and brings it into view. Two `context.sync()`. */
export function selectCell(sheetId: string, row: number, column: number): Promise<void> {
  return runExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(sheetId);
    await context.sync();
    if (sheet.isNullObject) throw new WorkbookError('sheetGone', { sheet: '' });
    show(sheet, row, column);
    await context.sync();
  });
}

/** Selects the first bound cell of the row with an id, wherever it stands by now; false when there is none. Three `context.sync()`. */
export function selectEntry(binding: Binding, id: string): Promise<boolean> {
  return runExcel(async (context) => {
    const place = await locateLedger(context, binding);
    const at = place.ids.indexOf(id);
    if (at < 0) return false;
    show(place.sheet, place.data.first + at, Math.min(...place.columns));
    await context.sync();
    return true;
  });
}

/** Selects the results of the ledger's first row, so that they are in view; does nothing before there are any. Three `context.sync()`. */
export function showResults(binding: Binding): Promise<void> {
  return runExcel(async (context) => {
    const place = await locateLedger(context, binding);
    const columns = Object.entries(place.results ?? {}).flatMap(([column, at]) => (column === 'id' ? [] : [at]));
    if (columns.length === 0) return;
    const first = Math.min(...columns);
    place.sheet.activate();
    place.sheet.getRangeByIndexes(place.data.first, first, 1, Math.max(...columns) - first + 1).select();
    await context.sync();
  });
}

/** The top left cell of what is selected. One `context.sync()`. */
export function readSelection(): Promise<{ readonly sheetId: string; readonly row: number; readonly column: number }> {
  return runExcel(async (context) => {
    const range = context.workbook.getSelectedRange().load('rowIndex,columnIndex,worksheet/id');
    await context.sync();
    return { sheetId: range.worksheet.id, row: range.rowIndex, column: range.columnIndex };
  });
}

/** The row of a ledger that the active cell is in; null outside its rows. Of the ids only that row's is read. Three `context.sync()`. */
export function selectedRow(binding: Binding): Promise<SelectedRow | null> {
  return runExcel(async (context) => {
    const cell = context.workbook.getActiveCell().load('rowIndex,worksheet/id'); // of several areas selected there is no range
    await context.sync();
    const sheetRow = cell.rowIndex;
    const { sheetId, data, ids } = await locateLedger(context, binding, { onlyRow: sheetRow });
    const isInside = cell.worksheet.id === sheetId && sheetRow >= data.first && sheetRow < data.first + data.count;
    return isInside ? { sheetRow, id: ids[sheetRow - data.first] ?? null } : null;
  });
}

/** Calls back when another sheet is activated; resolves to a function that stops it. */
export function onSheetActivated(listener: () => void): Promise<() => Promise<void>> {
  return listenTo((worksheets) => worksheets.onActivated, listener);
}

/** Calls back when something else is selected; resolves to a function that stops it. */
export function onSelectionChanged(listener: () => void): Promise<() => Promise<void>> {
  return listenTo((worksheets) => worksheets.onSelectionChanged, listener);
}

function listenTo<Args>(
  eventOf: (worksheets: Excel.WorksheetCollection) => OfficeExtension.EventHandlers<Args>,
  listener: () => void,
): Promise<() => Promise<void>> {
  return runExcel(async (context) => {
    const handler = eventOf(context.workbook.worksheets).add(() => {
      listener();
      return Promise.resolve();
    });
    await context.sync();
    return async () => {
      handler.remove();
      await handler.context.sync();
    };
  });
}

function show(sheet: Excel.Worksheet, row: number, column: number): void {
  sheet.activate();
  sheet.getRangeByIndexes(row, column, 1, 1).select();
}
