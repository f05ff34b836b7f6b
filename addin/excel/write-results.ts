import { say } from '../../shared/contract/messages/index.ts';
import type { ResultColumn } from '../../shared/ledger/result-columns.ts';
import { message } from '../../shared/message.ts';
import type { Abilities } from './abilities.ts';
import { blocksByBytes } from './blocks.ts';
import { colourByCard, markByCard, removeCardFormats } from './card-formats.ts';
import { asText } from './cells.ts';
import { runExcel } from './errors.ts';
import { writeLegend } from './legend.ts';
import { locateLedger } from './locate-ledger.ts';
import type { LedgerPlace } from './locate-ledger.ts';
import { WorkbookError } from './port.ts';
import type { Binding, OnRows, ResultNote, RowResult } from './port.ts';
import { leftEdge, requireWritable } from './result-area.ts';
import { dressCells } from './result-look.ts';
import { columnsOf, runsOf } from './result-places.ts';

/**
 * Writes results beside the rows that carry their ids, with colours and the legend. Two `context.sync()` to find the rows, one for the
 * conditional formats there are, one for 5,000 rows, and one or two for the legend. A column that the clerk deleted is left out;
 * `resultsGone` where all are, or no row has an id of these.
 */
export function writeResults(binding: Binding, results: readonly RowResult[], note: ResultNote, abilities: Abilities, onRows?: OnRows): Promise<void> {
  return runExcel(async (context) => {
    const place = await locateLedger(context, binding);
    requireWritable(place);
    if (results.length === 0) return;
    const byId = new Map(results.map((result) => [result.id, result]));
    const rows = place.ids.map((id) => (id === null ? undefined : byId.get(id)));
    const count = rows.findLastIndex((result) => result !== undefined) + 1;
    if (place.results === null || count === 0) throw new WorkbookError('resultsGone', { sheet: place.sheetName });

    await dress(context, place, count);
    await writeCells(context, place, rows.slice(0, count), onRows);
    const flag = place.results.flag;
    if (flag !== undefined && abilities.comments) await writeLegend(context, place.sheet, place.headerRow, flag, noteText(place, note));
  });
}

/** Only verdicts on deadlines have colours. */
function isColoured(place: LedgerPlace): boolean {
  return columnsOf(place.register).includes('due');
}

function noteText(place: LedgerPlace, { asOf, updatedAt, language }: ResultNote): string {
  const lines = [...(isColoured(place) ? [message('sheet.legend')] : []), message('sheet.updated', { asOf, updatedAt }), message('sheet.ownColumns')];
  return lines.map((line) => say(line, language)).join('\n');
}

/** Formats the columns and puts our conditional formats anew over rows that may have grown in number. */
async function dress(context: Excel.RequestContext, place: LedgerPlace, count: number): Promise<void> {
  const { id: _hidden, ...visible } = place.results ?? {};
  const { flag } = visible;
  const { first } = place.data;
  await removeCardFormats(context, place, count);
  for (const run of runsOf(visible)) {
    run.columns.forEach((column, at) => dressCells(place.sheet.getRangeByIndexes(first, run.first + at, count, 1), column));
    if (flag !== undefined && isColoured(place)) colourByCard(place.sheet.getRangeByIndexes(first, run.first, count, run.columns.length), flag, first);
  }
  if (flag !== undefined && isColoured(place)) markByCard(place.sheet.getRangeByIndexes(first, leftEdge(place), count, 1), flag, first);
}

/** Writes the visible columns in blocks; null leaves the cells of a row without a result as they are. */
async function writeCells(context: Excel.RequestContext, place: LedgerPlace, rows: readonly (RowResult | undefined)[], onRows?: OnRows): Promise<void> {
  const { id: _hidden, ...visible } = place.results ?? {};
  const runs = runsOf(visible);
  const cells = rows.map((result) => runs.map((run) => run.columns.map((column) => (result ? cellFor(result, column) : null))));
  for (const { start, count } of blocksByBytes(cells)) {
    context.application.suspendScreenUpdatingUntilNextSync();
    context.application.suspendApiCalculationUntilNextSync();
    runs.forEach((run, at) => {
      const block = cells.slice(start, start + count).map((row) => row[at] ?? []);
      place.sheet.getRangeByIndexes(place.data.first + start, run.first, count, run.columns.length).values = block;
    });
    await context.sync();
    onRows?.(start + count, rows.length);
  }
}

function cellFor(result: RowResult, column: ResultColumn): string | number {
  const value = result[column];
  return typeof value === 'number' ? value : asText(value ?? '');
}
