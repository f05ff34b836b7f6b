/** What a chart shows, read from the cells as they stand. */
import { cellAt, type Book, type Cell, type CellValue } from './book.ts';
import type { Chart, SheetCells } from './chart.ts';

export interface SeriesData {
  /** Null for a series without a name. */
  readonly name: string | null;
  /** The cells of the categories; empty for none. */
  readonly categories: readonly Cell[];
  /** Null for what is no number: a gap. */
  readonly values: readonly (number | null)[];
  /** Of the first value. */
  readonly numberFormat: string;
}

/** The series of a chart with their cells' values. */
export function chartData(book: Book, chart: Chart): readonly SeriesData[] {
  return chart.series.map(({ name, values, categories }) => {
    const cells = cellsOf(book, values);
    return {
      name:
        typeof name === 'string'
          ? name
          : name &&
            cellsOf(book, name)
              .map(({ value }) => plainText(value))
              .join(' '),
      categories: cellsOf(book, categories),
      values: cells.map(({ value }) => (typeof value === 'number' ? value : null)),
      numberFormat: cells[0]?.style?.numberFormat ?? 'General',
    };
  });
}

/** The title as it is shown: its own text, or the name of its only series. Null for none. */
export function titleOf(book: Book, chart: Chart): string | null {
  if (chart.title !== '') return chart.title;
  const [first, ...more] = chartData(book, chart);
  return more.length === 0 ? (first?.name ?? null) : null;
}

export function plainText(value: CellValue): string {
  return value === null ? '' : typeof value === 'object' ? value.error : String(value);
}

function cellsOf(book: Book, cells: SheetCells | null): readonly Cell[] {
  const sheet = book.sheets.find(({ id }) => id === cells?.sheetId);
  if (!sheet || !cells) return [];
  const { row, column, rows, columns } = cells.area;
  return Array.from({ length: rows * columns }, (_, at) => cellAt(sheet, row + Math.floor(at / columns), column + (at % columns)));
}
