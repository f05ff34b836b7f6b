/** Charts over a sheet: what is drawn from which cells, and where. Plain and immutable; a change puts a new one in the old one's place. */
import { areaAddress, quotedSheetName } from './address.ts';
import { isWholeColumns, isWholeRows } from './areas.ts';
import type { Area, Book } from './book.ts';
import type { Corner } from './geometry.ts';
import type { AreaMapper, Shift } from './shift.ts';

/** Cells a chart takes something from, by the sheet's id, so that renaming it does no harm. */
export interface SheetCells {
  readonly sheetId: string;
  readonly area: Area;
}

export interface ChartSeries {
  /** A text of its own, or the cell it stands in; null for none. */
  readonly name: string | SheetCells | null;
  /** Null once its cells were deleted. */
  readonly values: SheetCells | null;
  /** What the values belong to; null to count them. */
  readonly categories: SheetCells | null;
  /** `#RRGGBB`; absent for the theme's colour. */
  readonly fill?: string;
  readonly showsValues?: boolean;
}

export interface ChartAxis {
  readonly isHidden?: boolean;
  readonly isReversed?: boolean;
  readonly hasGridlines?: boolean;
  /** Absent for one of its own making. */
  readonly minimum?: number;
  readonly maximum?: number;
  readonly title?: string;
}

export type ChartType = 'bar' | 'column' | 'line';
export type LegendPosition = 'top' | 'bottom' | 'left' | 'right' | 'corner';

export interface Chart {
  /** The id the Excel API knows it by. */
  readonly id: string;
  readonly name: string;
  readonly type: ChartType;
  /** Null shows none; `''` the name of its only series. */
  readonly title: string | null;
  /** Null shows none. */
  readonly legend: LegendPosition | null;
  readonly series: readonly ChartSeries[];
  readonly categoryAxis: ChartAxis;
  readonly valueAxis: ChartAxis;
  /** The space between groups of bars in percent of a bar. */
  readonly gapWidth: number;
  readonly from: Corner;
  readonly to: Corner;
  /** As the file had it; opaque to all but `xlsx/`. */
  readonly origin?: unknown;
}

/** An id that no chart of the book has. */
export function newChartId(book: Book): string {
  const taken = new Set(book.sheets.flatMap(({ charts }) => charts.map(({ id }) => id)));
  let number = taken.size + 1;
  while (taken.has(`{C${number}}`)) number++;
  return `{C${number}}`;
}

/** The cells as a formula writes them, without `=`: `台账!$B$2:$B$9`; `#REF!` where they are gone. */
export function referenceOf(book: Book, cells: SheetCells | null): string {
  const sheet = book.sheets.find(({ id }) => id === cells?.sheetId);
  return sheet && cells ? `${quotedSheetName(sheet.name)}!${areaAddress(cells.area, true)}` : '#REF!';
}

/** The references of all series in turn: name, categories, values, where they have them. */
export function referencesOf(book: Book, { series }: Chart): readonly string[] {
  return series.flatMap(({ name, categories, values }) => [
    ...(typeof name === 'object' && name !== null ? [referenceOf(book, name)] : []),
    ...(categories === null ? [] : [referenceOf(book, categories)]),
    referenceOf(book, values),
  ]);
}

/** Lets charts follow inserted and deleted cells: what they show, and with whole rows and columns where they are. */
export function moveCharts(book: Book, sheetId: string, shift: Shift, move: AreaMapper): void {
  const follow = (cells: SheetCells | null): SheetCells | null => {
    if (cells?.sheetId !== sheetId) return cells;
    const area = move(cells.area);
    return area === cells.area ? cells : area && { ...cells, area };
  };
  for (const sheet of book.sheets) {
    sheet.charts = sheet.charts.map((chart) => ({
      ...chart,
      series: chart.series.map((one) => ({
        ...one,
        name: typeof one.name === 'string' ? one.name : follow(one.name),
        values: follow(one.values),
        categories: follow(one.categories),
      })),
      ...(sheet.id === sheetId && { from: movedCorner(chart.from, shift), to: movedCorner(chart.to, shift) }),
    }));
  }
}

function movedCorner(corner: Corner, { kind, axis, area }: Shift): Corner {
  const isDown = axis === 'down';
  if (isDown ? !isWholeRows(area) : !isWholeColumns(area)) return corner;
  const [at, start, count] = isDown ? [corner.row, area.row, area.rows] : [corner.column, area.column, area.columns];
  if (at < start) return corner;
  const isGone = kind === 'delete' && at < start + count;
  const line = kind === 'insert' ? at + count : isGone ? start : at - count;
  return isDown ? { ...corner, row: line, ...(isGone && { y: 0 }) } : { ...corner, column: line, ...(isGone && { x: 0 }) };
}
