import type { Cell } from '../../shared/cell.ts';
import { dataRows } from '../../shared/ledger/find.ts';
import { registerById } from '../../shared/registers/index.ts';
import { runExcel } from './errors.ts';
import { locateLedger } from './locate-ledger.ts';
import type { LedgerPlace } from './locate-ledger.ts';
import type { Binding, LedgerReading, OnRows } from './port.ts';
import { readCells } from './read-cells.ts';

/**
 * The rows of a bound ledger with their ids, and the rows that are no entries with why. Two `context.sync()` to find it and
 * one for 5,000 rows.
 */
export function readLedger(binding: Binding, onRows?: OnRows): Promise<LedgerReading> {
  return runExcel(async (context) => {
    const place = await locateLedger(context, binding);
    const first = Math.min(...place.columns, ...place.headers.map((header) => header.column));
    const area = { row: place.data.first, column: first, rows: place.data.count, columns: Math.max(...place.columns) - first + 1 };
    const columns = place.columns.map((column) => column - first);
    const body = await readCells(context, place.sheet, area, { percentColumns: percentColumnsOf(binding, columns), formulas: true, onRows });

    const fields = binding.columns.map((column) => column.field);
    const ledger = { register: binding.register, headerRow: 0, columns: columns.map((column, at) => ({ column, field: fields[at] ?? null })) };
    const { entries, skipped } = dataRows([headerLine(place, first), ...body.cells], ledger, { isFormula: (row, column) => body.isFormula(row - 1, column) });
    return {
      binding: bindingAt(binding, place),
      fields,
      rows: entries.map((row) => ({
        sheetRow: place.headerRow + row,
        id: place.ids[row - 1] ?? null,
        cells: columns.map((column) => body.cells[row - 1]?.[column] ?? null),
      })),
      skipped: skipped.map(({ row, reason }) => ({ sheetRow: place.headerRow + row, reason, id: place.ids[row - 1] ?? null })),
    };
  });
}

/** The header row as the cells below it are laid out. */
function headerLine(place: LedgerPlace, first: number): readonly Cell[] {
  const line: Cell[] = Array.from({ length: Math.max(...place.headers.map((header) => header.column)) - first + 1 }, () => null);
  for (const header of place.headers) if (header.column >= first) line[header.column - first] = header.text;
  return line;
}

/** The binding with the positions of this moment. */
function bindingAt(binding: Binding, place: LedgerPlace): Binding {
  return {
    ...binding,
    sheetId: place.sheetId,
    sheetName: place.sheetName,
    headerRow: place.headerRow,
    columns: binding.columns.map((column, at) => ({ ...column, column: place.columns[at] ?? column.column })),
  };
}

/** Only of progress does a percent format say what is meant: 0.6 shown as 60%. */
function percentColumnsOf(binding: Binding, columns: readonly number[]): readonly number[] {
  const fields = registerById(binding.register)?.fields ?? [];
  return columns.filter((_, at) => fields.find((field) => field.id === binding.columns[at]?.field)?.kind === 'progress');
}
