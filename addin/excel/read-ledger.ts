import type { Abilities } from './abilities.ts';
import { runExcel } from './errors.ts';
import { areaOfRows, areaWithHeader, percentColumnsOf, rowsOf } from './ledger-rows.ts';
import { locateLedger } from './locate-ledger.ts';
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
    const top = areaWithHeader(place);
    const merged = mergesOf(() => place.sheet.getRangeByIndexes(top.row, top.column, top.rows, top.columns));
    const askAlong = abilities.mergedAreas ? { askAlong: merged.askAlong } : {};
    const percentColumns = percentColumnsOf(binding, place);
    const body = await readCells(context, place.sheet, areaOfRows(place), { percentColumns, formulas: true, onRows, ...askAlong });
    return rowsOf(binding, place, body, merged.from(top));
  });
}
