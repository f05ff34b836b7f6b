import type { Language } from '../../shared/message.ts';
import type { Abilities } from './abilities.ts';
import { runExcel } from './errors.ts';
import { isFilterOver, resizeFilter } from './filter-area.ts';
import { locateLedger } from './locate-ledger.ts';
import type { LedgerPlace } from './locate-ledger.ts';
import type { Binding, RowId } from './port.ts';
import { planColumns, requireFree, requireWritable } from './result-area.ts';
import type { AddedColumn } from './result-area.ts';
import { dressHeader } from './result-look.ts';
import { headerFor } from './result-places.ts';
import type { ResultPlaces } from './result-places.ts';
import { rememberWidths } from './widths.ts';
import type { Widths } from './widths.ts';
import { writeIds } from './write-ids.ts';

/** Says what would stop results from being written. Two `context.sync()`. */
export function checkWritable(binding: Binding): Promise<void> {
  return runExcel(async (context) => requireWritable(await locateLedger(context, binding)));
}

/**
 * Makes the result columns where they are absent and puts ids beside their rows. Three `context.sync()` to find and check the
 * place, two more when columns are made, one when a filter is widened (more where rows are hidden), and one for 5,000 rows when
 * ids are new.
 */
export async function prepareResults(binding: Binding, rows: readonly RowId[], language: Language, abilities: Abilities): Promise<void> {
  const widths = await runExcel(async (context) => {
    const place = await locateLedger(context, binding);
    requireWritable(place);
    const lastRow = Math.max(place.headerRow, ...(place.table ? [place.headerRow + place.data.count] : []), ...rows.map((row) => row.sheetRow));
    await requireFree(context, place, lastRow - place.headerRow + 1, abilities);

    const { places, added } = planColumns(place);
    const { widths: widthsBefore, isIdAlone } = await askForColumns(context, place, added);
    addColumns(place, added, language, isIdAlone);
    await widenFilter(context, place, places);
    if (places.id !== undefined) await writeIds(context, place, places.id, rows);
    return widthsBefore;
  });
  await rememberWidths(binding.id, widths);
}

/** The widths that `removeResults` puts back, of columns that do not have the standard width, and whether nothing else stands in the new 编号 column. */
async function askForColumns(
  context: Excel.RequestContext,
  place: LedgerPlace,
  added: readonly AddedColumn[],
): Promise<{ readonly widths: Widths; readonly isIdAlone: boolean }> {
  if (added.length === 0) return { widths: {}, isIdAlone: true };
  const asked = added.map(({ column, at }) => {
    const header = place.sheet.getRangeByIndexes(place.headerRow, at, 1, 1);
    const used = column === 'id' ? header.getEntireColumn().getUsedRangeOrNullObject(true).load('address') : null;
    return { column, used, format: header.format.load('columnWidth,useStandardWidth') };
  });
  await context.sync();
  return {
    widths: Object.fromEntries(asked.filter(({ format }) => !format.useStandardWidth).map(({ column, format }) => [column, format.columnWidth])),
    isIdAlone: asked.every(({ used }) => used === null || used.isNullObject),
  };
}

function addColumns(place: LedgerPlace, added: readonly AddedColumn[], language: Language, isIdAlone: boolean): void {
  for (const { column, at } of added) {
    const text = headerFor(column, language, place.headers);
    place.table?.table.columns.add(-1, undefined, text);
    // Asked for after the table has grown: a range asked for before moves right with the cells.
    const header = place.sheet.getRangeByIndexes(place.headerRow, at, 1, 1);
    if (!place.table) header.values = [[text]];
    dressHeader(header, column);
    // Something of the clerk's above or below the ledger would be hidden too.
    if (column === 'id' && isIdAlone) header.getEntireColumn().columnHidden = true;
  }
}

/** An AutoFilter sorts only the columns it covers: left as it is, a sort would part the rows from their ids. */
async function widenFilter(context: Excel.RequestContext, place: LedgerPlace, places: ResultPlaces): Promise<void> {
  const { filterArea } = place;
  if (filterArea === null || !isFilterOver(place)) return;
  await resizeFilter(context, place, { columns: Math.max(filterArea.columns, ...Object.values(places).map((column) => column - filterArea.column + 1)) });
}
