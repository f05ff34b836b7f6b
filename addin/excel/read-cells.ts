import type { Cell } from '../../shared/cell.ts';
import { breathe } from '../work/slices.ts';
import { BLOCK_ROWS, blocksOf } from './blocks.ts';
import { cellOf } from './cells.ts';
import { TOO_LARGE, excelCodeOf } from './errors.ts';
import type { Area, OnRows } from './port.ts';

/** Cells as they travel, and which of them are formulas. */
export interface CellsReading {
  readonly cells: readonly (readonly Cell[])[];
  readonly isFormula: (row: number, column: number) => boolean;
}

/**
 * Reads an area with one `context.sync()` for 5,000 rows. Where an answer would be larger than Excel on the web gives at
 * once, the block is halved. `percentColumns` (positions in the area) are those whose percent format counts; all when left out.
 * Without `formulas` no cell is said to be one. `askAlong` queues what else is wanted with the first block, anew when that had to be halved.
 */
export async function readCells(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  area: Area,
  options: {
    readonly percentColumns?: readonly number[];
    readonly formulas?: boolean;
    readonly onRows?: OnRows | undefined;
    readonly askAlong?: () => void;
  } = {},
): Promise<CellsReading> {
  const percentColumns = options.percentColumns;
  const cells: (readonly Cell[])[] = [];
  const formulas = new Set<number>();
  let most = BLOCK_ROWS;
  while (cells.length < area.rows) {
    const [block] = blocksOf(area.rows - cells.length, most);
    const count = block?.count ?? 0;
    const at = area.row + cells.length;
    const wanted = ['values', ...(options.formulas ? ['formulas'] : []), ...(percentColumns ? [] : ['numberFormat'])];
    const range = sheet.getRangeByIndexes(at, area.column, count, area.columns).load(wanted.join());
    const formats = percentColumns?.map((column) => ({ column, range: sheet.getRangeByIndexes(at, area.column + column, count, 1).load('numberFormat') }));
    if (cells.length === 0) options.askAlong?.();
    try {
      await context.sync();
    } catch (fault) {
      if (!TOO_LARGE.has(excelCodeOf(fault) ?? '') || count <= 1) throw fault;
      most = Math.ceil(count / 2);
      continue;
    }
    await breathe(); // taking the answer apart was one long task already
    const formatOf = formats
      ? (row: number, column: number): unknown => formats.find((format) => format.column === column)?.range.numberFormat[row]?.[0]
      : (row: number, column: number): unknown => range.numberFormat[row]?.[column];
    for (let row = 0; row < count; row += 1) {
      const values = range.values[row] ?? [];
      const written: readonly unknown[] = options.formulas ? (range.formulas[row] ?? []) : [];
      written.forEach((formula, column) => {
        if (typeof formula === 'string' && formula.startsWith('=') && formula !== values[column]) formulas.add(cells.length * area.columns + column);
      });
      cells.push(values.map((value: unknown, column) => cellOf(value, typeof value === 'number' ? formatOf(row, column) : null)));
    }
    options.onRows?.(cells.length, area.rows);
  }
  return { cells, isFormula: (row, column) => formulas.has(row * area.columns + column) };
}
