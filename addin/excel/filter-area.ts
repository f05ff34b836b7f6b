import type { LedgerPlace } from './locate-ledger.ts';
import type { Area } from './port.ts';

/** Rows side by side. */
interface Rows {
  readonly first: number;
  readonly count: number;
}

/** Whether the sheet's AutoFilter stands on the ledger's header. */
export function isFilterOver({ filterArea, headerRow, headerLines, columns }: LedgerPlace): boolean {
  return (
    filterArea !== null &&
    filterArea.row <= headerRow &&
    filterArea.row > headerRow - headerLines.rows.length &&
    columns.some((column) => column >= filterArea.column && column < filterArea.column + filterArea.columns)
  );
}

/**
 * Lets the AutoFilter over the ledger reach over so many columns or rows. Excel shows every row of a filter that is made anew: rows the
 * clerk has hidden by hand are hidden again. One `context.sync()`, more only where rows are hidden.
 */
export async function resizeFilter(
  context: Excel.RequestContext,
  { sheet, filterArea }: LedgerPlace,
  size: Partial<Pick<Area, 'rows' | 'columns'>>,
): Promise<void> {
  if (filterArea === null) return;
  const { rows, columns } = { ...filterArea, ...size };
  if (columns === filterArea.columns && rows === filterArea.rows) return;
  const hidden = await hiddenRows(context, sheet, { first: filterArea.row, count: rows });
  sheet.autoFilter.apply(sheet.getRangeByIndexes(filterArea.row, filterArea.column, rows, columns));
  for (const { first, count } of hidden) sheet.getRangeByIndexes(first, 0, count, 1).getEntireRow().rowHidden = true;
}

/** The hidden rows: a range says only whether all of its rows are hidden, none (false), or some (null), so those of some are halved. */
async function hiddenRows(context: Excel.RequestContext, sheet: Excel.Worksheet, whole: Rows): Promise<readonly Rows[]> {
  const hidden: Rows[] = [];
  let open: readonly Rows[] = [whole];
  while (open.length > 0) {
    const asked = open.map((rows) => ({ ...rows, range: sheet.getRangeByIndexes(rows.first, 0, rows.count, 1).load('rowHidden') }));
    await context.sync();
    hidden.push(...asked.filter(({ range }) => range.rowHidden));
    open = asked.filter(({ range }) => (range.rowHidden as boolean | null) === null).flatMap(halves);
  }
  return hidden;
}

function halves({ first, count }: Rows): readonly Rows[] {
  const half = Math.floor(count / 2);
  return [
    { first, count: half },
    { first: first + half, count: count - half },
  ];
}
