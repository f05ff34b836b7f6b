/** How the cells of the sample ledger look. */

import type { Border, Style } from '../model/book.ts';

export type CellKind = 'number' | 'text' | 'choice';

const LINE: Border = { style: 'thin', color: '#BFBFBF' };
const BOX: NonNullable<Style['borders']> = { top: LINE, right: LINE, bottom: LINE, left: LINE };

export const titleStyle: Style = { font: { name: '宋体', size: 16, bold: true, color: '#1F2D3D' }, horizontal: 'center', vertical: 'middle' };

export const headerStyle: Style = {
  fill: '#DCE6F1',
  font: { name: '宋体', size: 11, bold: true, color: '#1F2D3D' },
  horizontal: 'center',
  vertical: 'middle',
  wrap: true,
  borders: BOX,
};

const styles = new Map<string, Style>();

/** The style of a data cell; numbers and choices stand in the middle, texts wrap at the left. One object per kind and format. */
export function cellStyle(kind: CellKind, numberFormat?: string): Style {
  const key = `${kind} ${numberFormat ?? ''}`;
  const known = styles.get(key);
  if (known !== undefined) return known;
  const style: Style = {
    font: { name: '宋体', size: 11, color: '#000000' },
    horizontal: kind === 'text' ? 'left' : 'center',
    vertical: 'middle',
    wrap: true,
    borders: BOX,
    ...(numberFormat === undefined ? {} : { numberFormat }),
  };
  styles.set(key, style);
  return style;
}
