import type { Cell } from '../../shared/cell.ts';
import { dataRows } from '../../shared/ledger/find.ts';
import { readsPercent } from '../../shared/ledger/written-cell.ts';
import { registerById } from '../../shared/registers/index.ts';
import { breathe } from '../work/slices.ts';
import { cellText } from './find-header.ts';
import type { LedgerPlace } from './locate-ledger.ts';
import type { Area, Binding, LedgerReading } from './port.ts';
import type { CellsReading } from './read-cells.ts';
import { resultLanguage } from './result-places.ts';

/** Where a ledger's rows stand, be it in the open workbook or in a file. */
export type RowsPlace = Pick<LedgerPlace, 'sheetId' | 'sheetName' | 'headerRow' | 'headers' | 'headerLines' | 'columns' | 'data' | 'ids'>;

/** The cells to be read of a ledger: its data rows from the first header to the last bound column. */
export function areaOfRows({ columns, headers, data }: RowsPlace): Area {
  const first = Math.min(...columns, ...headers.map((header) => header.column));
  return { row: data.first, column: first, rows: data.count, columns: Math.max(...columns) - first + 1 };
}

/** The header's rows and the data as one rectangle, whose corner merged areas are counted from. */
export function areaWithHeader(place: RowsPlace): Area {
  const area = areaOfRows(place);
  const header = place.headerLines.rows.length;
  return { ...area, row: area.row - header, rows: area.rows + header };
}

/** Only of progress, and of scores that may be written so, does a percent format say what is meant: 0.6 shown as 60%. Columns as in `areaOfRows`. */
export function percentColumnsOf(binding: Binding, place: RowsPlace): readonly number[] {
  const fields = registerById(binding.register)?.fields ?? [];
  return columnsWithin(place).filter((_, at) => {
    const field = fields.find(({ id }) => id === binding.columns[at]?.field);
    return field !== undefined && readsPercent(field);
  });
}

/**
 * The rows of a ledger with their ids, and those that are no entries with why. `body`: the cells of `areaOfRows`; `merges`:
 * counted from the corner of `areaWithHeader`.
 */
export async function rowsOf(binding: Binding, place: RowsPlace, body: CellsReading, merges: readonly Area[]): Promise<LedgerReading> {
  const top = areaWithHeader(place);
  const columns = columnsWithin(place);
  const header = headerRows(place, top.column);
  await breathe();
  const fields = binding.columns.map((column) => column.field);
  const last = header.length - 1;
  const ledger = {
    register: binding.register,
    headerRow: last,
    headerRows: header.length,
    columns: columns.map((column, at) => ({ column, field: fields[at] ?? null })),
  };
  const found = dataRows([...header, ...body.cells], ledger, { isFormula: (row, column) => body.isFormula(row - header.length, column), merges });
  await breathe();
  const { entries, skipped } = found;
  const idAt = (row: number): string | null => place.ids[row - header.length] ?? null;
  const lastRow = Math.max(last, entries.at(-1) ?? 0, skipped.at(-1)?.row ?? 0);
  // Below the last row that holds anything, an id that has stayed tells an entry that was emptied; from `end` on ids are another ledger's.
  const emptied = place.ids.map((_, at) => at + header.length).filter((row) => idAt(row) !== null && row > lastRow && row < found.end);
  return {
    binding: bindingAt(binding, place),
    language: resultLanguage(place.headers),
    fields,
    rows: entries.map((row) => ({ sheetRow: top.row + row, id: idAt(row), cells: columns.map((column) => found.cells[row]?.[column] ?? null) })),
    skipped: [...skipped, ...emptied.map((row) => ({ row, reason: 'problem.skippedBlank' }))].map(({ row, reason }) => ({
      sheetRow: top.row + row,
      reason,
      id: idAt(row),
    })),
  };
}

function columnsWithin(place: RowsPlace): readonly number[] {
  const { column: first } = areaOfRows(place);
  return place.columns.map((column) => column - first);
}

/** The header's rows as the cells below them are laid out. */
function headerRows({ headerLines: { column, rows } }: RowsPlace, first: number): readonly (readonly Cell[])[] {
  return rows.map((cells) => {
    const line = cells.map((cell) => cellText(cell) || null);
    return column >= first ? [...Array.from({ length: column - first }, () => null), ...line] : line.slice(first - column);
  });
}

/** The binding with the positions of this moment. */
function bindingAt(binding: Binding, place: RowsPlace): Binding {
  return {
    ...binding,
    sheetId: place.sheetId,
    sheetName: place.sheetName,
    headerRow: place.headerRow,
    columns: binding.columns.map((column, at) => ({ ...column, column: place.columns[at] ?? column.column })),
  };
}
