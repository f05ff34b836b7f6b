import { wordFor, writtenCell } from '../../shared/ledger/written-cell.ts';
import { registerById } from '../../shared/registers/index.ts';
import type { Abilities } from './abilities.ts';
import { findAppendPlace } from './append-place.ts';
import { appendRows } from './append-rows.ts';
import { asText } from './cells.ts';
import { runExcel } from './errors.ts';
import { locateLedger } from './locate-ledger.ts';
import type { LedgerPlace } from './locate-ledger.ts';
import { WorkbookError } from './port.ts';
import type { Binding, RowChanges, RowWriting } from './port.ts';
import { leftEdge, requireWritable, rightEdge } from './result-area.ts';
import { askForTargets, namesOf } from './row-targets.ts';
import type { Targets, UpdatedRow } from './row-targets.ts';
import { writeLines } from './write-lines.ts';
import type { CellToWrite, CellsOf } from './write-lines.ts';

const DATE = 'yyyy-mm-dd';

/**
 * Changes rows of a ledger (`LedgerWorkbook.writeRows`). Two `context.sync()` to find them, one for 2,000 rows from the first to the last
 * that changes, where rows are added two and those of `appendRows`, and one for 5,000 rows to write.
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
    // What Excel may refuse comes first: nothing has been written then.
    if (changes.added.length > 0) {
      await appendRows(context, place, await findAppendPlace(context, place, changes.added.length, abilities), changes.added, cellsOf);
    }
    const top = targets.updated.reduce((least, { row }) => Math.min(least, row), Infinity);
    if (targets.updated.length > 0) await writeLines(context, place.sheet, top, linesOf(targets, top, cellsOf));
    takeOff(place, targets);
    await context.sync();
  });
}

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

/** The cells of rows that are there, one line for every row from the first that changes to the last. */
function linesOf({ updated, lookAt }: Targets, top: number, cellsOf: CellsOf): readonly (readonly CellToWrite[])[] {
  const bottom = updated.reduce((most, { row }) => Math.max(most, row), top - 1);
  const byRow = new Map<number, UpdatedRow>(updated.map((change) => [change.row, change]));
  return Array.from({ length: bottom - top + 1 }, (_, at) => {
    const change = byRow.get(top + at);
    return change === undefined ? [] : cellsOf(change, (column) => lookAt(change.row, column));
  });
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
