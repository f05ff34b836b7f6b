import { areaOfRows, areaWithHeader, percentColumnsOf, rowsOf } from '../excel/ledger-rows.ts';
import { BINDINGS, bindingsIn } from '../excel/bindings.ts';
import { cellOf } from '../excel/cells.ts';
import { HEADER_SEARCH, findHeader } from '../excel/find-header.ts';
import type { Window } from '../excel/find-header.ts';
import { ledgersBeside, sortOutIds } from '../excel/ledgers-beside.ts';
import { headersOf, idsOf, linesOf } from '../excel/locate-ledger.ts';
import type { Area, Binding, LedgerReading, SheetReading } from '../excel/port.ts';
import type { CellsReading } from '../excel/read-cells.ts';
import { MADE_KEY, isMade } from '../excel/reports/made-sheets.ts';
import { idCandidates } from '../excel/result-places.ts';
import { syncedStatesIn } from '../excel/synced-states.ts';
import type { SyncedStates } from '../../shared/sync/alignment.ts';
import { XlsxError } from '../preview/xlsx/errors.ts';
import { openXlsx } from '../preview/xlsx/open.ts';
import { cellAt, usedArea } from '../preview/model/book.ts';
import type { Book, CellValue, Sheet, Table } from '../preview/model/book.ts';
import { FileError } from './file-error.ts';

/** A workbook that is not open in Excel: only read, never written. */
export interface WorkbookFile {
  /** The visible sheets, in their order, as they stand. */
  readonly sheets: readonly SheetReading[];
  /** The ledgers that were bound in it. */
  readonly bindings: readonly Binding[];
  /** The rows of a ledger on one of its sheets, as `LedgerWorkbook.readLedger` gives them. Rejects with `headerChanged`. */
  readLedger(sheetId: string, binding: Binding): Promise<LedgerReading>;
  /** What each id's row of a ledger held when it was last known to stand right; empty for one that was never pushed. */
  syncedStates(bindingId: string): SyncedStates;
}

/**
 * Opens an .xlsx for reading, without Excel. Rejects with a `FileError` that says what the file is instead. The only place of
 * the product that knows the preview's reader; to be loaded on demand, for the pane needs it seldom.
 */
export async function openWorkbookFile(bytes: Uint8Array, name: string): Promise<WorkbookFile> {
  const book = await opened(bytes, name);
  const visible = book.sheets.filter(({ visibility }) => visibility === 'visible');
  const bindings = bindingsIn(book.settings.get(BINDINGS));
  const syncedStates = (bindingId: string): SyncedStates =>
    syncedStatesIn(
      book.customXmlParts.map(({ xml }) => xml),
      bindingId,
    );
  return {
    sheets: visible.map((sheet) => readingOf(sheet, book.settings.get(MADE_KEY))),
    bindings,
    readLedger: async (sheetId, binding) => {
      const sheet = visible.find(({ id }) => id === sheetId);
      if (sheet === undefined) throw new Error(`no sheet ${sheetId}`);
      const onSheet = bindings.filter(({ sheetName }) => sheetName === sheet.name);
      return ledgerOf(sheet, binding, onSheet, syncedStates);
    },
    syncedStates,
  };
}

async function opened(bytes: Uint8Array, name: string): Promise<Book> {
  try {
    return await openXlsx(bytes, name);
  } catch (fault) {
    throw fault instanceof XlsxError ? new FileError(fault.code, {}, { cause: fault }) : fault;
  }
}

function readingOf(sheet: Sheet, reports: unknown): SheetReading {
  const ref = { sheetId: sheet.id, sheetName: sheet.name };
  const head = { ...ref, isProtected: sheet.isProtected, ...(isMade(reports, ref) && { isReport: true }) };
  const area = usedArea(sheet);
  if (area === null) return { ...head, area: null, cells: [], tables: [] };
  return {
    ...head,
    area,
    cells: cellsOf(sheet, area, null).cells,
    merges: mergesWithin(sheet, area),
    tables: sheet.tables.map((table) => ({ id: table.id, name: table.name, area: withoutTotals(table) })),
  };
}

async function ledgerOf(sheet: Sheet, binding: Binding, onSheet: readonly Binding[], syncedStates: WorkbookFile['syncedStates']): Promise<LedgerReading> {
  const used = usedArea(sheet) ?? { row: 0, column: 0, rows: 0, columns: 0 };
  const top = { ...used, rows: Math.min(used.rows, Math.max(0, binding.headerRow + HEADER_SEARCH - used.row)) };
  const window: Window = { row: top.row, column: top.column, values: cellsOf(sheet, top, []).cells };
  const { headerRow, columns } = findHeader(window, binding);
  const headers = headersOf(window, headerRow, binding.headerRows);
  const table = sheet.tables.find(
    ({ area }) => area.row === headerRow && columns.some((column) => column >= area.column && column < area.column + area.columns),
  );
  const end = table ? headerRow + withoutTotals(table).rows : used.row + used.rows;
  const data = { first: headerRow + 1, count: Math.max(0, end - headerRow - 1) };
  const { own } = await sortOutIds(
    {
      ledger: { bindingId: binding.id, columns },
      wasPushed: binding.syncedAt !== null,
      others: ledgersBeside({ binding, headerRow, columns }, onSheet, window),
      headers,
      end: table ? table.area.column + table.area.columns - 1 : Infinity,
    },
    idCandidates(headers, columns).map((column) => ({
      column,
      ids: idsOf(cellsOf(sheet, { row: data.first, column, rows: data.count, columns: 1 }, []).cells),
    })),
    (bindingIds) => Promise.resolve(bindingIds.map((id) => new Set(syncedStates(id).keys()))),
  );
  const place = {
    sheetId: sheet.id,
    sheetName: sheet.name,
    headerRow,
    headers,
    headerLines: linesOf(window, headerRow, binding.headerRows),
    columns,
    data,
    ids: Array.from({ length: data.count }, (_, at) => own?.ids[at] ?? null),
  };
  return rowsOf(binding, place, cellsOf(sheet, areaOfRows(place), percentColumnsOf(binding, place)), mergesWithin(sheet, areaWithHeader(place)));
}

/** The cells of an area as they travel; `percentColumns` (positions in the area) as in `readCells`, null for all. */
function cellsOf(sheet: Sheet, area: Area, percentColumns: readonly number[] | null): CellsReading {
  const isPercent = (column: number): boolean => percentColumns === null || percentColumns.includes(column);
  const cells = Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (__, column) => {
      const { value, style } = cellAt(sheet, area.row + row, area.column + column);
      return cellOf(valueOf(value), isPercent(column) ? style?.numberFormat : null);
    }),
  );
  return { cells, isFormula: (row, column) => cellAt(sheet, area.row + row, area.column + column).formula !== undefined };
}

function valueOf(value: CellValue): unknown {
  return typeof value === 'object' && value !== null ? value.error : value;
}

function mergesWithin(sheet: Sheet, area: Area): readonly Area[] {
  return sheet.merges
    .filter(
      (merge) =>
        merge.row < area.row + area.rows &&
        merge.row + merge.rows > area.row &&
        merge.column < area.column + area.columns &&
        merge.column + merge.columns > area.column,
    )
    .map((merge) => ({ ...merge, row: merge.row - area.row, column: merge.column - area.column }));
}

function withoutTotals({ area, showTotals }: Table): Area {
  return showTotals ? { ...area, rows: area.rows - 1 } : area;
}
