import assert from 'node:assert/strict';
import type { Sheet } from '../../../addin/preview/model/book.ts';
import { FIRST_ROW, HEADERS, valueAt } from '../../addin/excel/support/ledger-book.ts';

export const [TITLE, PROGRESS] = [HEADERS.indexOf('工作措施'), HEADERS.indexOf('完成进度')] as const;

/** The rows of the data area that hold something. */
export function rowsOf(sheet: Sheet): number[] {
  const rows: number[] = [];
  for (let row = FIRST_ROW; row < FIRST_ROW + 80; row += 1) if (valueAt(sheet, row, TITLE) !== null) rows.push(row);
  return rows;
}

export function columnOf(sheet: Sheet, header: string): number | undefined {
  return [...(sheet.cells.get(FIRST_ROW - 1) ?? [])].find(([, cell]) => cell.value === header)?.[0];
}

/** What a sheet holds beside each id, as `held` says it of a version. */
export function shown(sheet: Sheet): ReadonlyMap<string, string> {
  const idColumns = [...(sheet.cells.get(FIRST_ROW - 1) ?? [])].flatMap(([column, { value }]) => (value === '编号' ? [column] : []));
  const [idColumn, ...more] = idColumns;
  assert.deepEqual(more, [], 'a sheet has its result columns once');
  return new Map(
    rowsOf(sheet).flatMap((row): (readonly [string, string])[] => {
      const id = idColumn === undefined ? null : valueAt(sheet, row, idColumn);
      return typeof id === 'string' ? [[id, JSON.stringify([valueAt(sheet, row, TITLE), valueAt(sheet, row, PROGRESS)])]] : [];
    }),
  );
}
