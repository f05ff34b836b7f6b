import type { IRange } from '@univerjs/core';
import { areaOf, MAX_COLUMNS, MAX_ROWS } from '../model/areas.ts';
import type { CellsChange } from '../model/book.ts';
import type { Shift } from '../model/shift.ts';

interface LineShift {
  readonly shift: Shift;
  readonly what: CellsChange;
}

const rows = (kind: Shift['kind'], range: IRange): Shift => ({
  kind,
  axis: 'down',
  area: areaOf(range.startRow, 0, range.endRow - range.startRow + 1, MAX_COLUMNS),
});
const columns = (kind: Shift['kind'], range: IRange): Shift => ({
  kind,
  axis: 'right',
  area: areaOf(0, range.startColumn, MAX_ROWS, range.endColumn - range.startColumn + 1),
});

/** The insertion or deletion of whole rows or columns that a mutation of Univer is; null for any other mutation. */
export function lineShift(mutation: string, range: IRange | undefined): LineShift | null {
  if (!range) return null;
  switch (mutation) {
    case 'sheet.mutation.insert-row':
      return { shift: rows('insert', range), what: 'rowsInserted' };
    case 'sheet.mutation.remove-rows':
      return { shift: rows('delete', range), what: 'rowsDeleted' };
    case 'sheet.mutation.insert-col':
      return { shift: columns('insert', range), what: 'columnsInserted' };
    case 'sheet.mutation.remove-col':
      return { shift: columns('delete', range), what: 'columnsDeleted' };
    default:
      return null;
  }
}
