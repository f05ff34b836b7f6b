/** Which cells of a range become which series, as Excel guesses it. */
import { areaOf } from '../../model/areas.ts';
import { cellAt, type Area, type Sheet } from '../../model/book.ts';
import type { ChartSeries, SheetCells } from '../../model/chart.ts';
import { invalidArgument } from '../errors.ts';

/** The accents of Excel's standard theme, which it gives to series in turn. Said outright, as other programs draw none for a file without a theme. */
const SERIES_COLOURS = ['#5B9BD5', '#ED7D31', '#A5A5A5', '#FFC000', '#4472C4', '#70AD47'] as const;

/**
 * A series for each column of the range (`Columns`), or for each row (`Rows`); `Auto` takes the fewer. A first line of texts names
 * the series, a first column of texts the categories.
 */
export function seriesOf(sheet: Sheet, area: Area, seriesBy: unknown): readonly ChartSeries[] {
  if (seriesBy !== 'Auto' && seriesBy !== 'Columns' && seriesBy !== 'Rows') throw invalidArgument();
  const byRows = seriesBy === 'Rows' || (seriesBy === 'Auto' && area.columns > area.rows);
  const at = (along: number, across: number, length = 1): SheetCells => ({
    sheetId: sheet.id,
    area: byRows ? areaOf(area.row + across, area.column + along, 1, length) : areaOf(area.row + along, area.column + across, length, 1),
  });
  const isText = (along: number, across: number): boolean => {
    const { row, column } = at(along, across).area;
    return typeof cellAt(sheet, row, column).value !== 'number';
  };
  const [length, count] = byRows ? [area.columns, area.rows] : [area.rows, area.columns];
  const hasNames = length > 1 && isText(0, count - 1);
  const start = hasNames ? 1 : 0;
  const hasCategories = count > 1 && isText(start, 0);
  const categories = hasCategories ? at(start, 0, length - start) : null;
  const first = hasCategories ? 1 : 0;
  return Array.from({ length: count - first }, (_, index) => ({
    name: hasNames ? at(0, first + index) : null,
    values: at(start, first + index, length - start),
    categories,
    fill: seriesColour(index),
  }));
}

/** The colour Excel gives to the series at an index. */
export function seriesColour(index: number): string {
  return SERIES_COLOURS[index % SERIES_COLOURS.length] ?? SERIES_COLOURS[0];
}
