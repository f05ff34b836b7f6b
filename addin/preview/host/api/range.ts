import { cellText } from '../number-text.ts';
import { accessDenied, arraySizeMismatch, invalidArgument } from '../errors.ts';
import { overlaps, subtract } from '../../model/areas.ts';
import { cellAt, putCell, type Area, type Cell, type CellValue } from '../../model/book.ts';
import { finite, readCells, writeNumberFormats, writeValues } from './cells.ts';
import { ConditionalFormatCollection } from './conditional-formats.ts';
import { DataValidation } from './data-validation.ts';
import { RangeFormat } from './format.ts';
import { hideLines, linesHidden } from './lines.ts';
import { RangeGeometry } from './range-geometry.ts';
import { RangeSort } from './sort.ts';

type Scalar = string | number | boolean;

/** A cell's value as the API has it: blank as `''`, an error as its text. */
function apiValue(value: CellValue): Scalar {
  if (value === null) return '';
  return typeof value === 'object' ? value.error : value;
}

function valueType(value: CellValue): string {
  if (value === null) return 'Empty';
  if (typeof value === 'object') return 'Error';
  if (typeof value === 'string') return 'String';
  return typeof value === 'number' ? 'Double' : 'Boolean';
}

/** Excel's Range. */
export class Range extends RangeGeometry {
  readonly apiClass = 'Range';

  override get scalars(): readonly string[] {
    return [
      'address',
      'addressLocal',
      'cellCount',
      'columnCount',
      'columnHidden',
      'columnIndex',
      'formulas',
      'hidden',
      'isEntireColumn',
      'isEntireRow',
      'numberFormat',
      'rowCount',
      'rowHidden',
      'rowIndex',
      'text',
      'values',
      'valueTypes',
    ];
  }

  get values(): Scalar[][] | null {
    return this.#read((cell) => apiValue(cell.value));
  }
  set values(input: unknown) {
    writeValues(this.context, this.sheet, this.area, input);
  }
  get formulas(): Scalar[][] | null {
    return this.#read((cell) => cell.formula ?? apiValue(cell.value));
  }
  set formulas(input: unknown) {
    writeValues(this.context, this.sheet, this.area, input);
  }
  get text(): string[][] | null {
    return this.#read((cell) => cellText(cell.value, cell.style?.numberFormat));
  }
  get valueTypes(): string[][] | null {
    return this.#read((cell) => valueType(cell.value));
  }
  get numberFormat(): string[][] | null {
    return this.#read((cell) => cell.style?.numberFormat ?? 'General');
  }
  set numberFormat(input: unknown) {
    writeNumberFormats(this.context, this.sheet, this.area, input);
  }

  get rowHidden(): boolean | null {
    return linesHidden(this.sheet.rows, this.area.row, this.area.rows);
  }
  set rowHidden(isHidden: boolean) {
    hideLines(this.context, this.sheet, 'rows', this.area, isHidden);
  }
  get columnHidden(): boolean | null {
    return linesHidden(this.sheet.columns, this.area.column, this.area.columns);
  }
  set columnHidden(isHidden: boolean) {
    hideLines(this.context, this.sheet, 'columns', this.area, isHidden);
  }
  get hidden(): boolean | null {
    if (this.rowHidden === true || this.columnHidden === true) return true;
    return this.rowHidden === false && this.columnHidden === false ? false : null;
  }

  get format(): RangeFormat {
    return new RangeFormat(this.context, this.sheet, [this.area]);
  }
  get conditionalFormats(): ConditionalFormatCollection {
    return new ConditionalFormatCollection(this.context, this.sheet, this.area);
  }
  get dataValidation(): DataValidation {
    return new DataValidation(this.context, this.sheet, this.area);
  }
  get sort(): RangeSort {
    return new RangeSort(this.context, this.sheet, this.area);
  }

  /** The client asks before it writes a large array in slices. */
  _ValidateArraySize(rows: number, columns: number): void {
    if (rows !== this.area.rows || columns !== this.area.columns) throw arraySizeMismatch();
  }

  /** @param applyTo `All`, `Contents` or `Formats` */
  clear(applyTo: string | null = 'All'): void {
    clearArea(this, applyTo ?? 'All');
  }

  /** @returns the blank space now at the range's place */
  insert(shift: string): Range {
    this.context.shift(this.sheet, { kind: 'insert', axis: axisOf(shift, 'Down', 'Right'), area: this.area });
    return this.context.make.range(this.sheet, this.area);
  }
  delete(shift: string): void {
    this.context.shift(this.sheet, { kind: 'delete', axis: axisOf(shift, 'Up', 'Left'), area: this.area });
  }

  /** Keeps the upper left cell's content, as Excel does. */
  merge(across: boolean | null = false): void {
    this.context.requireWritable(this.sheet);
    if (this.sheet.tables.some((table) => overlaps(table.area, this.area))) throw accessDenied();
    const parts = across ? Array.from({ length: this.area.rows }, (_, index): Area => ({ ...this.area, row: this.area.row + index, rows: 1 })) : [this.area];
    this.sheet.merges = this.sheet.merges.filter((merge) => !overlaps(merge, this.area));
    for (const part of parts) {
      for (const rest of subtract(part, { ...part, rows: 1, columns: 1 }))
        eachCell(rest, (row, column) => putCell(this.sheet, row, column, withoutValue(cellAt(this.sheet, row, column))));
      if (part.rows * part.columns > 1) this.sheet.merges.push(part);
    }
    this.context.changed('merges', this.sheet);
    this.context.changed('cells', this.sheet, this.area);
  }
  unmerge(): void {
    this.context.requireWritable(this.sheet);
    this.sheet.merges = this.sheet.merges.filter((merge) => !overlaps(merge, this.area));
    this.context.changed('merges', this.sheet);
  }

  #read<T>(read: (cell: Cell) => T): T[][] | null {
    return readCells(this.sheet, this.area, read);
  }
}

function axisOf(shift: string, down: string, right: string): 'down' | 'right' {
  if (shift === down) return 'down';
  if (shift === right) return 'right';
  throw invalidArgument();
}

function withoutValue(cell: Cell): Cell {
  return { value: null, ...(cell.style && { style: cell.style }) };
}

function eachCell(area: Area, visit: (row: number, column: number) => void): void {
  for (let row = area.row; row < area.row + area.rows; row++) for (let column = area.column; column < area.column + area.columns; column++) visit(row, column);
}

function clearArea({ context, sheet, area }: Range, applyTo: string): void {
  if (!['All', 'Contents', 'Formats'].includes(applyTo)) throw invalidArgument();
  const within = finite(sheet, area);
  if (applyTo === 'Contents') context.requireWritable(sheet, within);
  else new ConditionalFormatCollection(context, sheet, area).clearAll();
  eachCell(within, (row, column) => {
    const cell = cellAt(sheet, row, column);
    const kept = applyTo === 'Contents' ? withoutValue(cell) : { value: null };
    if (applyTo === 'Formats') putCell(sheet, row, column, { value: cell.value, ...(cell.formula !== undefined && { formula: cell.formula }) });
    else putCell(sheet, row, column, kept);
  });
  context.changed('cells', sheet, area, applyTo === 'Formats' ? 'formatted' : 'edited');
}
