import type { HostContext } from '../context.ts';
import { holdsCell, isWholeColumns, isWholeRows, overlaps } from '../../model/areas.ts';
import { cellAt, putCell, usedArea, type Area, type Cell, type CellValue, type Sheet, type Style, type Table } from '../../model/book.ts';
import { ApiError, arraySizeMismatch, invalidArgument } from '../errors.ts';
import { typedInput } from '../typed-input.ts';

/** Excel on the web refuses reads and writes of more cells. */
const MAX_CELLS = 5_000_000;
const MAX_TEXT = 32_767;

/** One property of every cell, row by row; null for whole rows and columns, as documented for unbounded ranges. */
export function readCells<T>(sheet: Sheet, area: Area, read: (cell: Cell) => T): T[][] | null {
  if (isWholeColumns(area) || isWholeRows(area)) return null;
  if (area.rows * area.columns > MAX_CELLS) throw new ApiError('RangeExceedsLimit', 'The cell count in the range has exceeded the maximum supported number.');
  const blank = read(cellAt(sheet, -1, -1));
  return Array.from({ length: area.rows }, (_, offset) => {
    const line = sheet.cells.get(area.row + offset);
    return Array.from({ length: area.columns }, (__, index) => {
      const cell = line?.get(area.column + index);
      return cell ? read(cell) : blank;
    });
  });
}

/** The value for each cell of the area: one for all, or an array of its size. */
function spread(input: unknown, area: Area): (row: number, column: number) => unknown {
  if (!Array.isArray(input)) return () => input;
  const rows = input.filter((row): row is readonly unknown[] => Array.isArray(row) && row.length === area.columns);
  if (input.length !== area.rows || rows.length !== area.rows) throw arraySizeMismatch();
  return (row, column) => rows[row - area.row]?.[column - area.column];
}

/** Calls back for each cell with what `input` has for it; null leaves the cell as it is. */
function eachInput(context: HostContext, sheet: Sheet, area: Area, input: unknown, put: (row: number, column: number, input: unknown) => void): void {
  if (isWholeColumns(area) || isWholeRows(area)) throw invalidArgument();
  if (area.rows * area.columns > MAX_CELLS) throw new ApiError('RangeExceedsLimit', 'The cell count in the range has exceeded the maximum supported number.');
  const inputAt = spread(input, area);
  context.requireWritable(sheet, area);
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      const value = inputAt(row, column);
      if (value !== null && value !== undefined) put(row, column, value);
    }
  }
}

/** Writes `values` or `formulas`, as if typed. What falls on a covered cell of a merged area is dropped. */
export function writeValues(context: HostContext, sheet: Sheet, area: Area, input: unknown): void {
  const merges = sheet.merges.filter((merge) => overlaps(merge, area));
  const isCovered = (row: number, column: number) => merges.some((merge) => holdsCell(merge, row, column) && (merge.row !== row || merge.column !== column));
  const { year } = context.today();
  const formats = new Map<string, Style>();
  eachInput(context, sheet, area, input, (row, column, value) => {
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') throw invalidArgument();
    if (typeof value === 'string' && value.length > MAX_TEXT) throw invalidArgument();
    if (merges.length > 0 && isCovered(row, column)) return;
    const { style } = cellAt(sheet, row, column);
    const typed = typedInput(value, style?.numberFormat ?? 'General', year);
    const takesFormat = typed.numberFormat !== undefined && (style?.numberFormat ?? 'General') === 'General';
    const formatted = takesFormat ? { ...style, numberFormat: typed.numberFormat } : style;
    const key = takesFormat && !style ? typed.numberFormat : undefined;
    const shared = key !== undefined && formatted ? (formats.get(key) ?? formats.set(key, formatted).get(key)) : formatted;
    putCell(sheet, row, column, { value: typed.value, ...(typed.formula !== undefined && { formula: typed.formula }), ...(shared && { style: shared }) });
  });
  for (const table of sheet.tables) if (overlaps({ ...table.area, rows: 1 }, area)) nameHeaders(sheet, table);
  context.changed('cells', sheet, area, 'edited');
}

/** Sees to it that a table's headers are text, not blank and unlike one another, as Excel does after every write. Returns whether one changed. */
export function nameHeaders(sheet: Sheet, table: Table): boolean {
  let isChanged = false;
  const taken = new Set<string>();
  const { row, column, columns } = table.area;
  for (let index = 0; index < columns; index++) {
    const cell = cellAt(sheet, row, column + index);
    const wanted = cell.value === null ? `Column${index + 1}` : plainText(cell.value);
    let name = wanted;
    for (let suffix = 2; taken.has(name.toLowerCase()); suffix++) name = `${wanted}${suffix}`;
    taken.add(name.toLowerCase());
    if (cell.value === name) continue;
    putCell(sheet, row, column + index, { value: name, ...(cell.style && { style: cell.style }) });
    isChanged = true;
  }
  return isChanged;
}

function plainText(value: Exclude<CellValue, null>): string {
  return typeof value === 'object' ? value.error : String(value);
}

/** Changes the style of every cell; equal styles stay shared. For whole columns or rows: of their used part. */
export function restyle(context: HostContext, sheet: Sheet, areas: readonly Area[], change: (style: Style, row: number, column: number) => Style): void {
  for (const area of areas) {
    const within = finite(sheet, area);
    context.requireWritable(sheet);
    const changed = new Map<Style | undefined, Style>();
    for (let row = within.row; row < within.row + within.rows; row++) {
      for (let column = within.column; column < within.column + within.columns; column++) {
        const cell = cellAt(sheet, row, column);
        const style = changed.get(cell.style) ?? change(cell.style ?? {}, row, column);
        changed.set(cell.style, style);
        putCell(sheet, row, column, { ...cell, style });
      }
    }
    context.changed('cells', sheet, area, 'formatted');
  }
}

/** Writes `numberFormat`: one for all or an array. */
export function writeNumberFormats(context: HostContext, sheet: Sheet, area: Area, input: unknown): void {
  const styles = new Map<Style | undefined, Map<string, Style>>();
  eachInput(context, sheet, area, input, (row, column, format) => {
    if (typeof format !== 'string') throw invalidArgument();
    const cell = cellAt(sheet, row, column);
    const known = styles.get(cell.style) ?? new Map<string, Style>();
    const style = known.get(format) ?? { ...cell.style, numberFormat: format };
    styles.set(cell.style, known.set(format, style));
    putCell(sheet, row, column, { ...cell, style });
  });
  context.changed('cells', sheet, area, 'formatted');
}

/** The part of whole columns or rows that stands within the used area; other areas as they are. */
export function finite(sheet: Sheet, area: Area): Area {
  if (!isWholeColumns(area) && !isWholeRows(area)) return area;
  const used = usedArea(sheet, true);
  const rows = isWholeColumns(area) ? (used ? used.row + used.rows : 1) : area.rows;
  const columns = isWholeRows(area) ? (used ? used.column + used.columns : 1) : area.columns;
  return { ...area, rows, columns };
}

/** What a property has in common over areas; null when it differs. */
export function common<T>(sheet: Sheet, areas: readonly Area[], read: (style: Style | undefined) => T): T | null {
  let found: T | undefined;
  for (const whole of areas) {
    const area = finite(sheet, whole);
    for (let row = area.row; row < area.row + area.rows; row++) {
      const line = sheet.cells.get(row);
      for (let column = area.column; column < area.column + area.columns; column++) {
        const value = read(line?.get(column)?.style);
        if (found === undefined) found = value;
        else if (found !== value) return null;
      }
    }
  }
  return found ?? null;
}
