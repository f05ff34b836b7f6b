import { blocksOf } from './blocks.ts';
import { asText } from './cells.ts';
import { runExcel } from './errors.ts';
import { locateLedger } from './locate-ledger.ts';
import type { LedgerPlace } from './locate-ledger.ts';
import type { Binding, RightId } from './port.ts';
import { requireWritable } from './result-area.ts';
import { dressCells } from './result-look.ts';

/** Puts ids right in rows that carry others. Two `context.sync()` to find the rows, one for 5,000. */
export function putIdsRight(binding: Binding, ids: readonly RightId[]): Promise<void> {
  return runExcel(async (context) => {
    const place = await locateLedger(context, binding);
    requireWritable(place);
    if (place.results?.id !== undefined) await writeIds(context, place, place.results.id, ids);
  });
}

/** Writes the ids that are not in the sheet yet, and blanks those that are null; other cells stay as they are. What is queued goes along. */
export async function writeIds(context: Excel.RequestContext, place: LedgerPlace, column: number, ids: readonly RightId[]): Promise<void> {
  const fresh = ids.filter(({ sheetRow, id }) => place.ids[sheetRow - place.data.first] !== id);
  if (fresh.length === 0) return;
  const first = fresh.reduce((least, { sheetRow }) => Math.min(least, sheetRow), Infinity);
  const last = fresh.reduce((most, { sheetRow }) => Math.max(most, sheetRow), 0);
  // Excel leaves a cell as it is where null is written.
  const values: (string | null)[][] = Array.from({ length: last - first + 1 }, () => [null]);
  for (const { sheetRow, id } of fresh) values[sheetRow - first] = [asText(id ?? '')];
  for (const { start, count } of blocksOf(values.length)) {
    context.application.suspendScreenUpdatingUntilNextSync();
    const cells = place.sheet.getRangeByIndexes(first + start, column, count, 1);
    dressCells(cells, 'id');
    cells.values = values.slice(start, start + count);
    await context.sync();
  }
}
