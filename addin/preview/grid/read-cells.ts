import { FormulaDataModel } from '@univerjs/preset-sheets-core';
import { cellAt, putCell } from '../model/book.ts';
import type { Area, Cell, Sheet } from '../model/book.ts';
import { readCell, sameCell } from './cells.ts';
import type { Tables } from './snapshot.ts';
import { sheetOf, workbookOf } from './univer.ts';
import type { UniverBook } from './univer.ts';

/** Positions of cells: row → columns. */
export type Positions = ReadonlyMap<number, Iterable<number>>;

/** Takes cells of Univer's sheet back into the model; the area around those that were different, null when none was. */
export function readCells(univer: UniverBook, sheet: Sheet, id: string, positions: Positions, tables: Tables): Area | null {
  const read = cellReader(univer, id, tables);
  const changed = new Bounds();
  for (const [row, columns] of positions) {
    for (const column of columns) {
      const cell = read(row, column);
      if (sameCell(cellAt(sheet, row, column), cell)) continue;
      putCell(sheet, row, column, cell);
      changed.add(row, column);
    }
  }
  return changed.area();
}

/** Takes back every cell, after rows or columns moved. */
export function readAllCells(univer: UniverBook, sheet: Sheet, id: string, tables: Tables): Area | null {
  const positions = new Map<number, Set<number>>();
  const columnsOf = (row: number): Set<number> => positions.get(row) ?? (positions.set(row, new Set()).get(row) as Set<number>);
  for (const [row, line] of sheet.cells) for (const column of line.keys()) columnsOf(row).add(column);
  sheetOf(univer, id)
    .getCellMatrix()
    .forValue((row, column) => void columnsOf(row).add(column));
  return readCells(univer, sheet, id, positions, tables);
}

function cellReader(univer: UniverBook, id: string, tables: Tables): (row: number, column: number) => Cell {
  const worksheet = sheetOf(univer, id);
  const styles = workbookOf(univer).getStyles();
  const formulas = univer.injector.get(FormulaDataModel);
  return (row, column) => {
    const data = worksheet.getCellRaw(row, column);
    const hasFormula = Boolean(data?.f) || Boolean(data?.si);
    const formula = hasFormula ? (formulas.getFormulaStringByCell(row, column, id, univer.unitId) ?? data?.f ?? undefined) : undefined;
    return readCell(data, formula, tables.styles.read(styles.getStyleByCell(data)), tables.origins);
  };
}

class Bounds {
  #top = Infinity;
  #left = Infinity;
  #bottom = -1;
  #right = -1;

  add(row: number, column: number): void {
    this.#top = Math.min(this.#top, row);
    this.#left = Math.min(this.#left, column);
    this.#bottom = Math.max(this.#bottom, row);
    this.#right = Math.max(this.#right, column);
  }

  area(): Area | null {
    return this.#bottom < 0 ? null : { row: this.#top, column: this.#left, rows: this.#bottom - this.#top + 1, columns: this.#right - this.#left + 1 };
  }
}
