import { putCell } from '../../../../addin/preview/model/book.ts';
import type { Cell, Sheet, Style } from '../../../../addin/preview/model/book.ts';

const EDGE = { style: 'thin', color: '#000000' } as const;
const BORDERS = { top: EDGE, right: EDGE, bottom: EDGE, left: EDGE };
const FONT = { name: '仿宋_GB2312', size: 12 };

/** How clerks dress their tables: titles large, everything else in a grid. */
const looks = {
  title: { font: { name: '方正小标宋简体', size: 20 }, horizontal: 'center' },
  header: { fill: '#DDEBF7', font: { ...FONT, bold: true }, horizontal: 'center', vertical: 'middle', wrap: true, borders: BORDERS },
  body: { font: FONT, wrap: true, borders: BORDERS },
  note: { font: { ...FONT, italic: true } },
} as const satisfies Record<string, Style>;

const marks: Readonly<Record<string, keyof typeof looks>> = { T: 'title', H: 'header', N: 'note' };

/**
 * Draws cells from a text: one line a row, cells parted by |. A line may begin with T (title), H (header) or N (note) for its look.
 *
 * `#12` is a number, `%0.6` one in a percent format, `@44742` one in a date format, `'60` a number stored as text, `!REF!` an error
 * value, `=A1+1 → #5` a formula with its last result; `\n` is a line break in the cell. What else stands there is text.
 */
export function draw(sheet: Sheet, drawing: string, from: { readonly row: number; readonly column: number } = { row: 0, column: 0 }): void {
  const lines = drawing.split('\n').flatMap((text) => {
    const [, mark = '', cells] = /^\s*([THN]?) *\|(.*)\|\s*$/.exec(text) ?? [];
    return cells === undefined ? [] : [{ look: looks[marks[mark] ?? 'body'], cells: cells.split('|') }];
  });
  lines.forEach(({ look, cells }, row) =>
    cells.forEach((text, column) => {
      const cell = cellOf(text.trim());
      // Titles and notes have no grid around their blank cells.
      if (cell.value === null && !('borders' in look)) return;
      putCell(sheet, from.row + row, from.column + column, { ...cell, style: { ...look, ...cell.style } });
    }),
  );
}

function cellOf(text: string): Cell {
  const [, formula, result] = /^(=.*) → (.*)$/.exec(text) ?? [];
  if (formula !== undefined && result !== undefined) return { ...cellOf(result), formula };
  if (text === '') return { value: null };
  if (text.startsWith('#')) return { value: Number(text.slice(1)) };
  if (text.startsWith('%')) return { value: Number(text.slice(1)), style: { numberFormat: '0%' } };
  if (text.startsWith('@')) return { value: Number(text.slice(1)), style: { numberFormat: 'yyyy/m/d' } };
  if (text.startsWith("'")) return { value: text.slice(1), style: { numberFormat: '@' } };
  if (text.startsWith('!')) return { value: { error: `#${text.slice(1)}` } };
  return { value: text.replaceAll('\\n', '\n') };
}
