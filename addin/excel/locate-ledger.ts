import type { RegisterId } from '../../shared/registers/index.ts';
import { BINDINGS, bindingsIn } from './bindings.ts';
import { HEADER_SEARCH, findHeader, cellText, lineAt } from './find-header.ts';
import type { Window } from './find-header.ts';
import { ledgersBeside, sortOutIds } from './ledgers-beside.ts';
import { WorkbookError } from './port.ts';
import type { Area, Binding } from './port.ts';
import { idCandidates } from './result-places.ts';
import type { HeaderCell, ResultPlaces } from './result-places.ts';
import { syncedIdsOf } from './synced-states.ts';

const ALL_COLUMNS = 16_384;

/** Where a bound ledger stands at this moment. Rows and columns are zero-based positions of the sheet. */
export interface LedgerPlace {
  readonly register: RegisterId;
  readonly sheet: Excel.Worksheet;
  readonly sheetId: string;
  readonly sheetName: string;
  readonly isProtected: boolean;
  /** Whether a filter hides rows now, the sheet's own or the table's. */
  readonly isFiltered: boolean;
  /** The sheet's own AutoFilter; null without one. */
  readonly filterArea: Area | null;
  /** The Excel table the ledger is, header and data without a totals row; null for a plain range. */
  readonly table: { readonly table: Excel.Table; readonly area: Area } | null;
  readonly headerRow: number;
  readonly headers: readonly HeaderCell[];
  /** The header's rows as they stand, the last being `headerRow`; `column` is that of their first cell. */
  readonly headerLines: { readonly column: number; readonly rows: readonly (readonly unknown[])[] };
  /** Zero-based columns of `binding.columns`, in their order. */
  readonly columns: readonly number[];
  /** Rows below the header that may hold entries: to the table's end, else to the end of what is used. */
  readonly data: { readonly first: number; readonly count: number };
  /** The result columns; null before the first push. */
  readonly results: ResultPlaces | null;
  /** Columns of the header row that are another ledger's or its results. */
  readonly beside: readonly number[];
  /** The 编号 of every row of `data`; null where there is none, or where it was not asked for. */
  readonly ids: readonly (string | null)[];
}

/**
 * Finds a bound ledger again by its sheet and header. Two `context.sync()`: the top of the sheet with everything around it,
 * then tables and ids, with `onlyRow` (of the sheet) that row's alone; up to two more where another ledger stands on the same header row.
 * Throws `sheetGone` or `headerChanged`.
 */
export async function locateLedger(context: Excel.RequestContext, binding: Binding, { onlyRow }: { readonly onlyRow?: number } = {}): Promise<LedgerPlace> {
  const candidates = [binding.sheetId, binding.sheetName].map((key) => askForSheet(context, key, binding));
  const saved = context.workbook.settings.getItemOrNullObject(BINDINGS).load('value');
  await context.sync();

  const found = candidates.filter((candidate) => !candidate.sheet.isNullObject);
  if (found.length === 0) throw new WorkbookError('sheetGone', { sheet: binding.sheetName });
  const { asked, window, header } = firstWithHeader(found, binding);
  const { sheet, used } = asked;
  const headers = headersOf(window, header.headerRow, binding.headerRows);
  const usedEnd = used.rowIndex + used.rowCount;
  const below = { first: header.headerRow + 1, count: Math.max(0, usedEnd - header.headerRow - 1) };

  const wanted = onlyRow === undefined ? below : rowWithin(below, onlyRow);
  const tables = sheet.tables.items.map((table) => ({
    table,
    header: table.getHeaderRowRange().load('rowIndex,columnIndex,columnCount'),
    body: table.getDataBodyRange().load('rowCount'),
    filter: table.autoFilter.load('isDataFiltered'),
  }));
  const idColumns = idCandidates(headers, header.columns).map((column) => ({
    column,
    range: wanted.count > 0 ? sheet.getRangeByIndexes(wanted.first, column, wanted.count, 1).load('values') : null,
  }));
  await context.sync();

  const around = tables.find(
    (table) =>
      table.header.rowIndex === header.headerRow &&
      header.columns.some((column) => column >= table.header.columnIndex && column < table.header.columnIndex + table.header.columnCount),
  );
  const data = around ? { first: below.first, count: around.body.rowCount } : below;
  const onSheet = bindingsIn(saved.isNullObject ? null : saved.value).filter(({ sheetId, sheetName }) => sheetId === sheet.id || sheetName === sheet.name);
  const row = {
    ledger: { bindingId: binding.id, columns: header.columns },
    wasPushed: binding.syncedAt !== null,
    others: ledgersBeside({ binding, ...header }, onSheet, window),
    headers,
    end: around ? around.header.columnIndex + around.header.columnCount - 1 : Infinity,
  };
  const { own, results, beside } = await sortOutIds(
    row,
    idColumns.map(({ column, range }) => ({ column, ids: idsOf(range?.values ?? []) })),
    (bindingIds) => syncedIdsOf(context, bindingIds),
  );
  return {
    register: binding.register,
    sheet,
    sheetId: sheet.id,
    sheetName: sheet.name,
    isProtected: sheet.protection.protected,
    isFiltered: sheet.autoFilter.isDataFiltered || around?.filter.isDataFiltered === true,
    filterArea: asked.filter.isNullObject ? null : areaOf(asked.filter),
    table: around
      ? {
          table: around.table,
          area: { row: header.headerRow, column: around.header.columnIndex, rows: around.body.rowCount + 1, columns: around.header.columnCount },
        }
      : null,
    headerRow: header.headerRow,
    headers,
    headerLines: linesOf(window, header.headerRow, binding.headerRows),
    columns: header.columns,
    data,
    results,
    beside,
    ids: Array.from({ length: data.count }, (_, at) => own?.ids[data.first + at - wanted.first] ?? null),
  };
}

function rowWithin({ first, count }: LedgerPlace['data'], row: number): LedgerPlace['data'] {
  return { first: row, count: row >= first && row < first + count ? 1 : 0 };
}

/** The area of a range whose position and size are loaded. */
export function areaOf(range: Excel.Range): Area {
  return { row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount };
}

interface AskedSheet {
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
  readonly top: Excel.Range;
  readonly filter: Excel.Range;
}

/** Asks for a sheet by its id or name (a sheet keeps its id when renamed; a workbook saved elsewhere may not keep the ids). */
function askForSheet(context: Excel.RequestContext, key: string, binding: Binding): AskedSheet {
  const sheet = context.workbook.worksheets.getItemOrNullObject(key);
  sheet.load('id,name,protection/protected,autoFilter/isDataFiltered,tables/items/id');
  const used = sheet.getUsedRangeOrNullObject(true).load('rowIndex,columnIndex,rowCount,columnCount');
  const top = used
    .getIntersectionOrNullObject(sheet.getRangeByIndexes(0, 0, binding.headerRow + HEADER_SEARCH, ALL_COLUMNS))
    .load('rowIndex,columnIndex,values');
  const filter = sheet.autoFilter.getRangeOrNullObject().load('rowIndex,columnIndex,rowCount,columnCount');
  return { sheet, used, top, filter };
}

function firstWithHeader(candidates: readonly AskedSheet[], binding: Binding) {
  let fault: unknown;
  for (const asked of candidates) {
    const window: Window = asked.top.isNullObject
      ? { row: 0, column: 0, values: [] }
      : { row: asked.top.rowIndex, column: asked.top.columnIndex, values: asked.top.values };
    try {
      return { asked, window, header: findHeader(window, binding) };
    } catch (reason) {
      fault ??= reason;
    }
  }
  throw fault;
}

/** The headers of a header row that are not blank. */
export function headersOf(window: Window, headerRow: number, headerRows: number | undefined): readonly HeaderCell[] {
  const cells = lineAt(window, headerRow, headerRows);
  return cells.map((cell, at) => ({ column: window.column + at, text: cellText(cell) })).filter((header) => header.text !== '');
}

/** The header's rows as they stand, the last being `headerRow`. */
export function linesOf(window: Window, headerRow: number, headerRows = 1): LedgerPlace['headerLines'] {
  const last = headerRow - window.row;
  return { column: window.column, rows: window.values.slice(Math.max(0, last - headerRows + 1), last + 1) };
}

/** The ids in a column of cells; null where there is none. */
export function idsOf(values: readonly (readonly unknown[])[]): readonly (string | null)[] {
  return values.map(([value]) => cellText(value) || null);
}
