import { wordFor, writtenCell } from '../../shared/ledger/written-cell.ts';
import type { CellLook } from '../../shared/ledger/written-cell.ts';
import { registerById } from '../../shared/registers/index.ts';
import type { Abilities } from './abilities.ts';
import { appendRows } from './append-rows.ts';
import { blocksByBytes } from './blocks.ts';
import { asText } from './cells.ts';
import { runExcel } from './errors.ts';
import { locateLedger } from './locate-ledger.ts';
import type { LedgerPlace } from './locate-ledger.ts';
import { WorkbookError } from './port.ts';
import type { Binding, RowChanges, RowValues, RowWriting } from './port.ts';
import { leftEdge, requireWritable, rightEdge } from './result-area.ts';
import { askForTargets, namesOf } from './row-targets.ts';
import type { Targets, UpdatedRow } from './row-targets.ts';

const DATE = 'yyyy-mm-dd';

/**
 * Changes rows of a ledger (`LedgerWorkbook.writeRows`). Two `context.sync()` to find them, one for 2,000 rows from the first to the last
 * that changes, two where rows are added (more for an AutoFilter that is to reach over them), and one for 5,000 rows to write.
 */
export function writeRows(binding: Binding, changes: RowChanges, writing: RowWriting, abilities: Abilities): Promise<void> {
  return runExcel(async (context) => {
    const place = await locateLedger(context, binding);
    requireWritable(place);
    const targets = await askForTargets(context, place, binding, changes, abilities.mergedAreas);
    if (targets.formulas.length > 0 && !writing.replacesFormulas) {
      throw new WorkbookError('formulaCells', { sheet: place.sheetName, count: targets.formulas.length, address: namesOf(targets.formulas) });
    }
    const cellsOf = cellWriter(place, binding, writing);
    await updateCells(context, place, targets, cellsOf);
    if (changes.added.length > 0) await appendRows(context, place, changes.added, cellsOf);
    takeOff(place, targets);
    await context.sync();
  });
}

/** A cell to be written; `format` where it must be given one first. */
export interface CellToWrite {
  readonly column: number;
  readonly value: string | number;
  readonly format: string | null;
}

/** The cells of a row's values; `lookAt` says how the cell of a column shows what it holds. */
export type CellsOf = (row: RowValues, lookAt: (column: number) => CellLook) => readonly CellToWrite[];

function cellWriter(place: LedgerPlace, binding: Binding, { language, words }: RowWriting): CellsOf {
  const register = registerById(binding.register);
  if (register === undefined) throw new RangeError(`no register ${binding.register}`);
  const fields = new Map(register.fields.map((field) => [field.id, field]));
  return ({ values }, lookAt) =>
    binding.columns.flatMap(({ field: id }, at): CellToWrite[] => {
      const [field, value, column] = [fields.get(id), values[id], place.columns[at] ?? 0];
      if (field === undefined || value === undefined) return [];
      if (value === null) return [{ column, value: '', format: null }];
      const look = lookAt(column);
      const written = writtenCell(field, value, wordFor(register, field, value, language, words), look);
      // In a cell of text everything is text as it stands, Excel's mark for text too.
      const cell = typeof written.value === 'string' && look !== 'text' ? asText(written.value) : written.value;
      return [{ column, value: cell, format: written.asDate ? DATE : null }];
    });
}

/** Writes the values of rows that are there, in blocks; null leaves a cell as it is. What is queued for the last block goes with what follows. */
async function updateCells(context: Excel.RequestContext, place: LedgerPlace, { updated, lookAt }: Targets, cellsOf: CellsOf): Promise<void> {
  if (updated.length === 0) return;
  const first = Math.min(...place.columns);
  const width = Math.max(...place.columns) - first + 1;
  const top = updated.reduce((least, { row }) => Math.min(least, row), Infinity);
  const byRow = new Map<number, UpdatedRow>(updated.map((change) => [change.row, change]));
  const bottom = updated.reduce((most, { row }) => Math.max(most, row), 0);
  const lines = Array.from({ length: bottom - top + 1 }, (_, at) => {
    const line: (string | number | null)[] = Array.from({ length: width }, () => null);
    const change = byRow.get(top + at);
    if (change === undefined) return line;
    for (const { column, value, format } of cellsOf(change, (one) => lookAt(change.row, one))) {
      if (format !== null) place.sheet.getRangeByIndexes(change.row, column, 1, 1).numberFormat = [[format]];
      line[column - first] = value;
    }
    return line;
  });
  const blocks = blocksByBytes(lines);
  for (const [nth, { start, count }] of blocks.entries()) {
    place.sheet.getRangeByIndexes(top + start, first, count, width).values = lines.slice(start, start + count);
    if (nth < blocks.length - 1) await context.sync();
  }
}

/** Takes rows off, from the lowest up. Where something of the clerk's stands beside the ledger, or a table would be left without a row, the row is only emptied. */
function takeOff(place: LedgerPlace, { removed }: Targets): void {
  const { sheet, table, data } = place;
  const left = leftEdge(place);
  const width = rightEdge(place) - left + 1;
  removed.forEach(({ row, isShared }, nth) => {
    const isLastOfTable = table !== null && nth === data.count - 1;
    if (isShared || isLastOfTable) sheet.getRangeByIndexes(row, left, 1, width).clear('Contents');
    else if (table) table.table.rows.getItemAt(row - data.first).delete();
    else sheet.getRangeByIndexes(row, left, 1, 1).getEntireRow().delete('Up');
  });
}
