import type { HostContext } from '../context.ts';
import type { Area, Column, Row, Sheet } from '../../model/book.ts';

/** Whether all of the rows or columns are hidden, or none; null when some are. */
export function linesHidden(lines: ReadonlyMap<number, { hidden?: boolean }>, first: number, count: number): boolean | null {
  let hidden = 0;
  for (const [index, line] of lines) if (line.hidden && index >= first && index < first + count) hidden++;
  return hidden === 0 ? false : hidden === count ? true : null;
}

export function hideLines(context: HostContext, sheet: Sheet, kind: 'rows' | 'columns', area: Area, isHidden: boolean): void {
  changeLines(context, sheet, kind, area, { hidden: isHidden });
}

/** Sets properties of rows or columns the area touches. */
export function changeLines(context: HostContext, sheet: Sheet, kind: 'rows' | 'columns', area: Area, change: Row | Column): void {
  context.requireWritable(sheet);
  const lines: Map<number, Row | Column> = sheet[kind];
  const [first, count] = kind === 'rows' ? [area.row, area.rows] : [area.column, area.columns];
  for (let index = first; index < first + count; index++) lines.set(index, { ...lines.get(index), ...change });
  context.changed(kind, sheet);
}
