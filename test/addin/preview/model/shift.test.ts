import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_COLUMNS, MAX_ROWS } from '../../../../addin/preview/model/areas.ts';
import { Book, putCell, type Area, type Sheet } from '../../../../addin/preview/model/book.ts';
import { shiftCells, shiftObstacle, type Shift } from '../../../../addin/preview/model/shift.ts';

const small: fc.Arbitrary<Area> = fc.record({
  row: fc.nat(12),
  column: fc.nat(12),
  rows: fc.integer({ min: 1, max: 4 }),
  columns: fc.integer({ min: 2, max: 4 }),
});

function sheetWith(area: Area): { book: Book; sheet: Sheet } {
  const book = new Book();
  const sheet = book.addSheet('S');
  for (let row = 0; row < 15; row++) for (let column = 0; column < 15; column++) putCell(sheet, row, column, { value: `${row},${column}` });
  sheet.merges = [area];
  sheet.comments = [{ row: area.row, column: area.column, text: 'x' }];
  sheet.tables = [
    {
      id: '1',
      name: 'T',
      area,
      showTotals: false,
      showFilterButton: true,
      style: null,
      columnIds: Array.from({ length: area.columns }, (_, index) => index + 1),
    },
  ];
  sheet.rows.set(area.row, { height: 30 });
  sheet.columns.set(area.column, { width: 30 });
  return { book, sheet };
}

const lines = (map: ReadonlyMap<number, object>): unknown => [...map].toSorted(([a], [b]) => a - b);

function snapshot(sheet: Sheet): unknown {
  const cells = [...sheet.cells].flatMap(([row, line]) => [...line].map(([column, cell]) => `${row}:${column} ${JSON.stringify(cell.value)}`));
  return {
    cells: cells.toSorted(),
    merges: sheet.merges,
    comments: sheet.comments,
    tables: sheet.tables,
    rows: lines(sheet.rows),
    columns: lines(sheet.columns),
  };
}

function whole(axis: Shift['axis'], at: number, count: number): Area {
  return axis === 'down' ? { row: at, column: 0, rows: count, columns: MAX_COLUMNS } : { row: 0, column: at, rows: MAX_ROWS, columns: count };
}

describe('inserting cells and deleting them again', () => {
  const axes = fc.constantFrom('down', 'right');

  it('leaves a sheet as it was, for whole rows and columns', () => {
    fc.assert(
      fc.property(small, axes, fc.nat(14), fc.integer({ min: 1, max: 3 }), (placed, axis, at, count) => {
        const { book, sheet } = sheetWith(placed);
        const before = snapshot(structuredClone(sheet));
        const area = whole(axis, at, count);
        shiftCells(book, sheet, { kind: 'insert', axis, area });
        shiftCells(book, sheet, { kind: 'delete', axis, area });
        expect(snapshot(sheet)).toEqual(before);
      }),
    );
  });

  it('leaves a sheet as it was, for a part of it that tears nothing', () => {
    fc.assert(
      fc.property(small, small, axes, (placed, area, axis) => {
        const { book, sheet } = sheetWith(placed);
        fc.pre(shiftObstacle(sheet, { kind: 'insert', axis, area }) === null);
        const before = snapshot(structuredClone(sheet));
        shiftCells(book, sheet, { kind: 'insert', axis, area });
        shiftCells(book, sheet, { kind: 'delete', axis, area });
        expect(snapshot(sheet)).toEqual(before);
      }),
    );
  });
});
