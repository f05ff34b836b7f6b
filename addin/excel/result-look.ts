import type { ResultColumn } from '../../shared/ledger/result-columns.ts';

const HEADER = { fill: '#EBF3FC', text: '#0F548C' } as const;

/** Width in points (hidden columns have none to set), number format and alignment of each result column. */
const looks: Readonly<Record<ResultColumn, { readonly width: number; readonly numberFormat: string; readonly align: 'Left' | 'Center' }>> = {
  id: { width: 0, numberFormat: 'General', align: 'Left' },
  flag: { width: 78, numberFormat: 'General', align: 'Center' },
  due: { width: 78, numberFormat: 'yyyy-mm-dd', align: 'Center' },
  daysLeft: { width: 78, numberFormat: '0', align: 'Center' },
  score: { width: 60, numberFormat: '0.0', align: 'Center' },
  explanation: { width: 240, numberFormat: 'General', align: 'Left' },
};

/** Dresses a new result column's header cell and sets the column's width, but for 编号, which is hidden. */
export function dressHeader(header: Excel.Range, column: ResultColumn): void {
  const { format } = header;
  format.fill.color = HEADER.fill;
  format.font.color = HEADER.text;
  format.font.bold = true;
  format.horizontalAlignment = 'Center';
  format.verticalAlignment = 'Center';
  if (column !== 'id') format.columnWidth = looks[column].width;
}

/** Sets number format and alignment of a result column's cells, before values are written: a cell formatted as text would keep them as text. */
export function dressCells(cells: Excel.Range, column: ResultColumn): void {
  const { numberFormat, align } = looks[column];
  // One value for the whole range is Excel's own shorthand; the types only know the full array.
  (cells as { numberFormat: unknown }).numberFormat = numberFormat;
  cells.format.horizontalAlignment = align;
  cells.format.verticalAlignment = 'Center';
  if (column === 'flag') cells.format.font.bold = true;
  if (column === 'explanation') cells.format.wrapText = true; // why a row was not taken may take two lines
}
