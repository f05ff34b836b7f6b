import { resultColumns } from '../../shared/ledger/result-columns.ts';
import type { Abilities } from './abilities.ts';
import { removeCardFormats } from './card-formats.ts';
import { runExcel } from './errors.ts';
import { isFilterOver, resizeFilter } from './filter-area.ts';
import { removeLegend } from './legend.ts';
import { locateLedger } from './locate-ledger.ts';
import type { LedgerPlace } from './locate-ledger.ts';
import type { Binding } from './port.ts';
import { requireWritable, rowsWithIds } from './result-area.ts';
import { runsOf } from './result-places.ts';
import type { ResultPlaces } from './result-places.ts';
import { forgetWidths, widthsBefore } from './widths.ts';

/**
 * Takes every result column off the sheet again: cells, colours, legend, widths, and the AutoFilter's widening. What the
 * clerk keeps beside or between them stays. At most ten `context.sync()`, more where a filter is narrowed over hidden rows.
 */
export async function removeResults(binding: Binding, abilities: Abilities): Promise<void> {
  const widths = await widthsBefore(binding.id);
  await runExcel(async (context) => {
    const place = await locateLedger(context, binding);
    requireWritable(place);
    if (place.results === null) return;
    const { results } = place;
    if (results.flag !== undefined && abilities.comments) await removeLegend(context, place.sheet, place.headerRow, results.flag);
    const rows = rowsWithIds(place);
    if (rows > 0) await removeCardFormats(context, place, rows);
    for (const column of resultColumns) {
      const at = results[column];
      if (at === undefined) continue;
      const header = place.sheet.getRangeByIndexes(place.headerRow, at, 1, 1);
      if (column === 'id') header.getEntireColumn().columnHidden = false;
      const width = widths[column];
      if (width === undefined) header.format.useStandardWidth = true;
      else header.format.columnWidth = width;
    }
    await narrowFilter(context, place, results);
    if (place.table) deleteColumns(place.table.table, place.table.area.column, results);
    else for (const run of runsOf(results)) place.sheet.getRangeByIndexes(place.headerRow, run.first, rows + 1, run.columns.length).clear();
    await context.sync();
  });
  await forgetWidths(binding.id);
}

/** The AutoFilter ends again where the clerk's columns do. */
async function narrowFilter(context: Excel.RequestContext, place: LedgerPlace, results: ResultPlaces): Promise<void> {
  const { filterArea } = place;
  if (filterArea === null || !isFilterOver(place)) return;
  const ours = new Set(Object.values(results));
  let columns = filterArea.columns;
  while (columns > 1 && ours.has(filterArea.column + columns - 1)) columns -= 1;
  await resizeFilter(context, place, { columns });
}

/** From the right, so that the positions of those still to go stay true. */
function deleteColumns(table: Excel.Table, firstColumn: number, results: ResultPlaces): void {
  for (const column of Object.values(results).toSorted((one, other) => other - one)) table.columns.getItemAt(column - firstColumn).delete();
}
