import type { Area } from './port.ts';

/** Merged areas to be asked for along with other things (ExcelApi 1.13), and to be read after the sync that took them. */
export interface MergesAsked {
  readonly askAlong: () => void;
  /** With rows and columns counted from a corner; none before they were asked for. */
  readonly from: (corner: Pick<Area, 'row' | 'column'>) => readonly Area[];
}

/** The merged areas that touch a range. */
export function mergesOf(rangeOf: () => Excel.Range): MergesAsked {
  let asked: Excel.RangeAreas | null = null;
  return {
    askAlong: () => {
      asked = askFor(rangeOf());
    },
    from: (corner) => (asked === null ? [] : mergesIn(asked, corner)),
  };
}

function askFor(range: Excel.Range): Excel.RangeAreas {
  return range.getMergedAreasOrNullObject().load('areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount');
}

function mergesIn(asked: Excel.RangeAreas, corner: Pick<Area, 'row' | 'column'>): readonly Area[] {
  if (asked.isNullObject) return [];
  return asked.areas.items.map((range) => ({
    row: range.rowIndex - corner.row,
    column: range.columnIndex - corner.column,
    rows: range.rowCount,
    columns: range.columnCount,
  }));
}
