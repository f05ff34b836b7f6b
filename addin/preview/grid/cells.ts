import { CellValueType } from '@univerjs/core';
import type { ICellData, Nullable } from '@univerjs/core';
import type { Cell, CellValue, Style } from '../model/book.ts';

const ERROR = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|GETTING_DATA)$/;

/** A model cell as Univer keeps it, but for its style id. */
export function drawCell(cell: Cell): ICellData {
  const data: ICellData = {};
  const { value } = cell;
  if (cell.formula !== undefined) data.f = cell.formula;
  if (typeof value === 'number') Object.assign(data, { v: value, t: CellValueType.NUMBER });
  else if (typeof value === 'boolean') Object.assign(data, { v: value ? 1 : 0, t: CellValueType.BOOLEAN });
  else if (typeof value === 'string') Object.assign(data, { v: value, t: CellValueType.STRING });
  else if (value !== null) Object.assign(data, { v: value.error, t: CellValueType.STRING });
  return data;
}

/**
 * Univer's cell as a model cell. `formula` is the cell's own formula, which Univer may keep elsewhere; `origins` gives back
 * what the file had in the cell while the value is still the one it stood with.
 */
export function readCell(data: Nullable<ICellData>, formula: string | undefined, style: Style | undefined, origins: OriginTable): Cell {
  const value = valueOf(data);
  const origin = origins.read(data, value, formula);
  return {
    value,
    ...(formula !== undefined && { formula }),
    ...(style !== undefined && { style }),
    ...(origin !== undefined && { origin }),
  };
}

function valueOf(data: Nullable<ICellData>): CellValue {
  if (!data) return null;
  const text = data.p?.body?.dataStream.replace(/\r\n$/, '').replaceAll('\r', '\n');
  const value = text ?? data.v;
  if (value === undefined || value === null || value === '') return null;
  if (data.t === CellValueType.BOOLEAN) return value === 1 || value === true || String(value).toUpperCase() === 'TRUE';
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value;
  if (data.t === CellValueType.NUMBER && Number.isFinite(Number(value))) return Number(value);
  return data.t !== CellValueType.FORCE_STRING && ERROR.test(value) ? { error: value } : value;
}

/** What files had in cells beyond value and style, carried through Univer by number in the cell's custom data. */
export class OriginTable {
  readonly #cells: Cell[] = [];

  /** Puts the mark of a cell that has an origin onto its Univer cell. */
  mark(data: ICellData, cell: Cell): void {
    if (cell.origin !== undefined) data.custom = { origin: this.#cells.push(cell) - 1 };
  }

  read(data: Nullable<ICellData>, value: CellValue, formula: string | undefined): unknown {
    const mark: unknown = data?.custom?.['origin'];
    const cell = typeof mark === 'number' ? this.#cells[mark] : undefined;
    return cell && cell.formula === formula && JSON.stringify(cell.value) === JSON.stringify(value) ? cell.origin : undefined;
  }
}

/** Whether two cells are the same to everyone who reads the model. */
export function sameCell(one: Cell, other: Cell): boolean {
  if (one.formula !== other.formula || one.origin !== other.origin) return false;
  if (one.value !== other.value && JSON.stringify(one.value) !== JSON.stringify(other.value)) return false;
  return one.style === other.style || JSON.stringify(one.style) === JSON.stringify(other.style);
}
