import type { Cell } from '../../shared/cell.ts';
import { dataRows } from '../../shared/ledger/find.ts';
import { registerById } from '../../shared/registers/index.ts';
import type { Abilities } from './abilities.ts';
import { breathe } from '../work/slices.ts';
import { runExcel } from './errors.ts';
import { cellText } from './find-header.ts';
import { locateLedger } from './locate-ledger.ts';
import type { LedgerPlace } from './locate-ledger.ts';
import { mergesOf } from './merged-areas.ts';
import type { Binding, LedgerReading, OnRows } from './port.ts';
import { readCells } from './read-cells.ts';

/**
 * The rows of a bound ledger with their ids, and the rows that are no entries with why. Cells merged over several rows stand for each of
 * them, where this Excel can tell. Two `context.sync()` to find it and one for 5,000 rows.
 */
export function readLedger(binding: Binding, abilities: Abilities, onRows?: OnRows): Promise<LedgerReading> {
  return runExcel(async (context) => {
    const place = await locateLedger(context, binding);
    const first = Math.min(...place.columns, ...place.headers.map((header) => header.column));
    const area = { row: place.data.first, column: first, rows: place.data.count, columns: Math.max(...place.columns) - first + 1 };
    const columns = place.columns.map((column) => column - first);
    const header = headerRows(place, first);
    const top = { row: place.data.first - header.length, column: first };
    const merged = mergesOf(() => place.sheet.getRangeByIndexes(top.row, first, area.rows + header.length, area.columns));
    const askAlong = abilities.mergedAreas ? { askAlong: merged.askAlong } : {};
    const body = await readCells(context, place.sheet, area, { percentColumns: percentColumnsOf(binding, columns), formulas: true, onRows, ...askAlong });

    await breathe();
    const fields = binding.columns.map((column) => column.field);
    const last = header.length - 1;
    const ledger = {
      register: binding.register,
      headerRow: last,
      headerRows: header.length,
      columns: columns.map((column, at) => ({ column, field: fields[at] ?? null })),
    };
    const found = dataRows([...header, ...body.cells], ledger, {
      isFormula: (row, column) => body.isFormula(row - header.length, column),
      merges: merged.from(top),
    });
    await breathe();
    const { entries, skipped } = found;
    const idAt = (row: number): string | null => place.ids[row - header.length] ?? null;
    const lastRow = Math.max(last, entries.at(-1) ?? 0, skipped.at(-1)?.row ?? 0);
    // Below the last row that holds anything, an id that has stayed tells an entry that was emptied; from `end` on ids are another ledger's.
    const emptied = place.ids.map((_, at) => at + header.length).filter((row) => idAt(row) !== null && row > lastRow && row < found.end);
    return {
      binding: bindingAt(binding, place),
      fields,
      rows: entries.map((row) => ({ sheetRow: top.row + row, id: idAt(row), cells: columns.map((column) => found.cells[row]?.[column] ?? null) })),
      skipped: [...skipped, ...emptied.map((row) => ({ row, reason: 'problem.skippedBlank' }))].map(({ row, reason }) => ({
        sheetRow: top.row + row,
        reason,
        id: idAt(row),
      })),
    };
  });
}

/** The header's rows as the cells below them are laid out. */
function headerRows({ headerLines: { column, rows } }: LedgerPlace, first: number): readonly (readonly Cell[])[] {
  return rows.map((cells) => {
    const line = cells.map((cell) => cellText(cell) || null);
    return column >= first ? [...Array.from({ length: column - first }, () => null), ...line] : line.slice(first - column);
  });
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

/** Only of progress, and of scores that may be written so, does a percent format say what is meant: 0.6 shown as 60%. */
function percentColumnsOf(binding: Binding, columns: readonly number[]): readonly number[] {
  const fields = registerById(binding.register)?.fields ?? [];
  return columns.filter((_, at) => {
    const field = fields.find(({ id }) => id === binding.columns[at]?.field);
    return field?.kind === 'progress' || field?.percent === true;
  });
}
