/**
 * Inserting and deleting cells: what stands after them moves, as in Excel: cells, merges, tables, conditional formats, validations,
 * comments, the filter, what is printed, what charts show, and with whole rows or columns their heights and widths and the charts
 * themselves. Defined names that are plain references follow.
 * So do references in the rules of conditional formats. Those inside cell formulas and list sources are left as they are.
 */
import { areaAddress, parseAddress, quotedSheetName, splitReference } from './address.ts';
import { areaOf, intersection, isWholeColumns, isWholeRows, MAX_COLUMNS, MAX_ROWS } from './areas.ts';
import { cellAt, putCell, type Area, type Book, type Cell, type ConditionalFormat, type Sheet, type Table } from './book.ts';
import { moveCharts } from './chart.ts';
import { movedReferences } from './moved-references.ts';
import { movedPage } from './page-setup.ts';

/** `down`: rows are inserted, what is below moves down (or up again for `delete`). `right`: the same with columns. */
export interface Shift {
  readonly kind: 'insert' | 'delete';
  readonly axis: 'down' | 'right';
  readonly area: Area;
}

export type ShiftObstacle = 'table' | 'merge' | 'offSheet';

/** Where an area goes by a shift; null when it is deleted. */
export type AreaMapper = (area: Area) => Area | null;

/** Why the cells cannot be moved: a table or merged area would be torn apart, or filled cells would leave the sheet; null when nothing does. */
export function shiftObstacle(sheet: Sheet, shift: Shift): ShiftObstacle | null {
  if (sheet.tables.some((table) => tears(table.area, shift))) return 'table';
  if (sheet.merges.some((merge) => tears(merge, shift))) return 'merge';
  return shift.kind === 'insert' && pushesOff(sheet, shift) ? 'offSheet' : null;
}

/** Moves everything on the sheet; the caller has asked `shiftObstacle` and notifies. Returns where areas of the sheet go. */
export function shiftCells(book: Book, sheet: Sheet, shift: Shift): AreaMapper {
  const move = areaMapper(shift);
  moveCells(sheet, shift);
  if (shift.kind === 'insert') inheritStyles(sheet, shift);
  sheet.merges = present(sheet.merges.map(move)).filter((merge) => merge.rows * merge.columns > 1);
  sheet.tables = sheet.tables.filter((table) => moveTable(table, shift));
  sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => moveFormat(format, shift));
  sheet.validations = sheet.validations
    .map((validation) => ({ ...validation, areas: validation.areas.flatMap((area) => pieces(area, shift)) }))
    .filter((validation) => validation.areas.length > 0);
  sheet.comments = sheet.comments.flatMap((comment) => {
    const place = move(areaOf(comment.row, comment.column));
    return place ? [{ ...comment, row: place.row, column: place.column }] : [];
  });
  if (sheet.filter) {
    const before = sheet.filter.area;
    const area = move(before);
    if (area) {
      sheet.filter.area = area;
      if (sheet.filter.criteria) sheet.filter.criteria = movedEntries(sheet.filter.criteria, before, area, shift, nothing);
    } else sheet.filter = null;
  }
  if (isWholeRows(shift.area) && shift.axis === 'down') moveLines(sheet.rows, shift.area.row, shift.area.rows, shift.kind);
  if (isWholeColumns(shift.area) && shift.axis === 'right') moveLines(sheet.columns, shift.area.column, shift.area.columns, shift.kind);
  if (sheet.page) sheet.page = movedPage(sheet.page, move);
  moveCharts(book, sheet.id, shift, move);
  book.names = book.names.map((name) => ({ ...name, formula: movedReference(name.formula, sheet, move) }));
  return move;
}

/** Main axis: the one along which cells move; cross axis: the breadth of the strip that moves. */
interface Strip {
  readonly at: number;
  readonly count: number;
  readonly cross: number;
  readonly breadth: number;
}

function stripOf({ axis, area }: Shift): Strip {
  return axis === 'down'
    ? { at: area.row, count: area.rows, cross: area.column, breadth: area.columns }
    : { at: area.column, count: area.columns, cross: area.row, breadth: area.rows };
}

/** The strip of the sheet whose cells the shift can move: from the edge of the sheet to its end, as broad as the area. */
function lane({ axis, area }: Shift): Area {
  return axis === 'down' ? areaOf(0, area.column, MAX_ROWS, area.columns) : areaOf(area.row, 0, area.rows, MAX_COLUMNS);
}

function along(area: Area, axis: Shift['axis']): { start: number; size: number } {
  return axis === 'down' ? { start: area.row, size: area.rows } : { start: area.column, size: area.columns };
}

function isAffected(area: Area, shift: Shift): boolean {
  const { start, size } = along(area, shift.axis);
  return start + size > stripOf(shift).at && intersection(area, lane(shift)) !== null;
}

function isInLane(area: Area, shift: Shift): boolean {
  const inside = intersection(area, lane(shift));
  return inside !== null && inside.rows === area.rows && inside.columns === area.columns;
}

function tears(area: Area, shift: Shift): boolean {
  return isAffected(area, shift) && !isInLane(area, shift);
}

function moveSpan(start: number, size: number, { at, count }: Strip, kind: Shift['kind']): { start: number; size: number } | null {
  if (kind === 'insert') return at <= start ? { start: start + count, size } : { start, size: at < start + size ? size + count : size };
  const taken = Math.max(0, Math.min(start + size, at + count) - Math.max(start, at));
  if (taken === size) return null;
  return { start: start - Math.max(0, Math.min(count, start - at)), size: size - taken };
}

/** Where areas of the sheet go by a shift; those it would tear stay. */
export function areaMapper(shift: Shift): AreaMapper {
  const strip = stripOf(shift);
  return (area) => {
    if (!isAffected(area, shift) || !isInLane(area, shift)) return area;
    const { start, size } = along(area, shift.axis);
    const moved = moveSpan(start, size, strip, shift.kind);
    if (!moved) return null;
    return shift.axis === 'down'
      ? { ...area, row: moved.start, rows: Math.min(moved.size, MAX_ROWS - moved.start) }
      : { ...area, column: moved.start, columns: Math.min(moved.size, MAX_COLUMNS - moved.start) };
  };
}

/** An area of a format or validation: the part in the lane moves, the rest stays. */
function pieces(area: Area, shift: Shift): readonly Area[] {
  const move = areaMapper(shift);
  if (!tears(area, shift)) return present([move(area)]);
  const inside = intersection(area, lane(shift));
  if (!inside) return [area];
  const rest =
    shift.axis === 'down'
      ? [
          areaOf(area.row, area.column, area.rows, inside.column - area.column),
          areaOf(area.row, inside.column + inside.columns, area.rows, area.column + area.columns - inside.column - inside.columns),
        ]
      : [
          areaOf(area.row, area.column, inside.row - area.row, area.columns),
          areaOf(inside.row + inside.rows, area.column, area.row + area.rows - inside.row - inside.rows, area.columns),
        ];
  return [...rest.filter((piece) => piece.rows > 0 && piece.columns > 0), ...present([move(inside)])];
}

/** Moves a conditional format's areas and the references of its rule; a torn one keeps its references. False when all of it is deleted. */
function moveFormat(format: ConditionalFormat, shift: Shift): boolean {
  const before = [format.area, ...(format.moreAreas ?? [])];
  const [first, ...more] = before.flatMap((area) => pieces(area, shift));
  if (!first) return false;
  if (format.type !== 'containsText' && !before.some((area) => tears(area, shift))) {
    const corner = keptCorner(before, shift);
    const step = { rows: corner.row - format.area.row, columns: corner.column - format.area.column };
    const move = areaMapper(shift);
    const moved = (formula: string): string => movedReferences(formula, (area) => (isAcross(area, shift) ? area : move(area)), step);
    if (format.formula !== undefined) format.formula = moved(format.formula);
    if (format.formula2 !== undefined) format.formula2 = moved(format.formula2);
  }
  format.area = first;
  if (more.length > 0 || format.moreAreas) format.moreAreas = more;
  return true;
}

/** Where the first cell stands that the shift leaves of some areas, before it moves: rules are relative to it from then on. */
function keptCorner(areas: readonly Area[], shift: Shift): { readonly row: number; readonly column: number } {
  const { row, column } = areas.find((area) => areaMapper(shift)(area) !== null) ?? { row: 0, column: 0 };
  const { at, count } = stripOf(shift);
  const kept = (place: number): number => (shift.kind === 'delete' && place >= at && place < at + count ? at + count : place);
  return shift.axis === 'down' ? { row: kept(row), column } : { row, column: kept(column) };
}

/** Whether an area takes whole lines of the sheet along the shift: `B:B` stays itself when rows are inserted. */
function isAcross(area: Area, { axis }: Shift): boolean {
  return axis === 'down' ? isWholeColumns(area) : isWholeRows(area);
}

/** Moves a table's area and what it keeps by column; false when the whole table is deleted. */
function moveTable(table: Table, shift: Shift): boolean {
  const before = table.area;
  const area = areaMapper(shift)(before);
  if (!area) return false;
  const ids = table.columnIds;
  if (ids) table.columnIds = movedEntries(ids, before, area, shift, (count) => newColumnIds(ids, count));
  if (table.filter?.criteria) table.filter = { ...table.filter, criteria: movedEntries(table.filter.criteria, before, area, shift, nothing) };
  table.area = area;
  return true;
}

/** A list kept by column, after columns came into its area or left it. */
function movedEntries<T>(entries: readonly T[], before: Area, after: Area, shift: Shift, fresh: (count: number) => readonly T[]): T[] {
  const added = after.columns - before.columns;
  const index = Math.max(0, shift.area.column - before.column);
  if (added < 0) return entries.toSpliced(index, -added);
  return added > 0 ? entries.toSpliced(index, 0, ...fresh(added)) : [...entries];
}

function nothing(count: number): readonly null[] {
  return Array.from({ length: count }, () => null);
}

/** Ids for `count` columns that no column of the table has had so far. */
export function newColumnIds(taken: readonly number[], count: number): number[] {
  const last = Math.max(0, ...taken);
  return Array.from({ length: count }, (_, index) => last + 1 + index);
}

function moveCells(sheet: Sheet, shift: Shift): void {
  const region = lane(shift);
  const strip = stripOf(shift);
  const moved: [number, number, Cell][] = [];
  for (const [row, line] of sheet.cells) {
    if (row < region.row || row >= region.row + region.rows || (shift.axis === 'down' && row < strip.at)) continue;
    for (const [column, cell] of line) {
      if (column < region.column || column >= region.column + region.columns || (shift.axis === 'right' && column < strip.at)) continue;
      moved.push([row, column, cell]);
      line.delete(column);
    }
    if (line.size === 0) sheet.cells.delete(row);
  }
  for (const [row, column, cell] of moved) {
    const span = moveSpan(shift.axis === 'down' ? row : column, 1, strip, shift.kind);
    if (span) putCell(sheet, shift.axis === 'down' ? span.start : row, shift.axis === 'down' ? column : span.start, cell);
  }
}

/** New cells look like the ones above or left of them, as Excel formats them. */
function inheritStyles(sheet: Sheet, { axis, area }: Shift): void {
  const before = axis === 'down' ? area.row - 1 : area.column - 1;
  if (before < 0) return;
  const put = (row: number, column: number, cell: Cell) => cell.style && putCell(sheet, row, column, { value: null, style: cell.style });
  if (axis === 'down') {
    const models = [...(sheet.cells.get(before) ?? [])].filter(([column]) => column >= area.column && column < area.column + area.columns);
    for (const [column, cell] of models) for (let row = area.row; row < area.row + area.rows; row++) put(row, column, cell);
    return;
  }
  const rows = [...sheet.cells.keys()].filter((row) => row >= area.row && row < area.row + area.rows);
  for (const row of rows) for (let column = area.column; column < area.column + area.columns; column++) put(row, column, cellAt(sheet, row, before));
}

function pushesOff(sheet: Sheet, shift: Shift): boolean {
  const { count } = stripOf(shift);
  const edge =
    shift.axis === 'down'
      ? areaOf(MAX_ROWS - count, shift.area.column, count, shift.area.columns)
      : areaOf(shift.area.row, MAX_COLUMNS - count, shift.area.rows, count);
  for (const [row, line] of sheet.cells) {
    if (row < edge.row || row >= edge.row + edge.rows) continue;
    for (const [column, cell] of line) if (column >= edge.column && column < edge.column + edge.columns && cell.value !== null) return true;
  }
  return false;
}

function moveLines<T>(lines: Map<number, T>, at: number, count: number, kind: Shift['kind']): void {
  const after = [...lines].filter(([index]) => index >= at);
  for (const [index] of after) lines.delete(index);
  for (const [index, line] of after) {
    if (kind === 'insert') lines.set(index + count, line);
    else if (index >= at + count) lines.set(index - count, line);
  }
}

function movedReference(formula: string, sheet: Sheet, move: AreaMapper): string {
  const { sheet: name, address } = splitReference(formula);
  if (name === null || name.toLowerCase() !== sheet.name.toLowerCase()) return formula;
  const area = parseAddress(address);
  if (!area) return formula;
  const moved = move(area);
  return moved === area ? formula : `=${quotedSheetName(sheet.name)}!${moved ? areaAddress(moved, true) : '#REF!'}`;
}

function present<T>(items: readonly (T | null)[]): T[] {
  return items.filter((item) => item !== null);
}
