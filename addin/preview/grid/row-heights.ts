import type { IRange } from '@univerjs/core';
import { MarkDirtyRowAutoHeightOperation } from '@univerjs/preset-sheets-core';
import type { Area, Sheet } from '../model/book.ts';
import type { UniverBook } from './univer.ts';

let nextTask = 1;

/**
 * Lets Univer fit the rows that have wrapped text and no height of their own, as Excel does when it opens a file; within
 * `areas`, or in the whole sheet. Univer does it in its idle time.
 */
export function fitRows(univer: UniverBook, sheet: Sheet, id: string, areas?: readonly Area[]): void {
  const wrapped: number[] = [];
  for (const [row, line] of sheet.cells) {
    if (sheet.rows.get(row)?.height !== undefined || (areas && !areas.some((area) => row >= area.row && row < area.row + area.rows))) continue;
    for (const { style, value } of line.values()) {
      if (!style?.wrap || value === null) continue;
      wrapped.push(row);
      break;
    }
  }
  const ranges = runsOf(wrapped.toSorted((one, other) => one - other));
  if (ranges.length > 0) univer.run(MarkDirtyRowAutoHeightOperation.id, { unitId: univer.unitId, subUnitId: id, ranges, id: `fit-${nextTask++}` });
}

/** Ascending row numbers as ranges of neighbouring rows. */
function runsOf(rows: readonly number[]): IRange[] {
  const ranges: IRange[] = [];
  for (const row of rows) {
    const last = ranges.at(-1);
    if (last?.endRow === row - 1) last.endRow = row;
    else ranges.push({ startRow: row, endRow: row, startColumn: 0, endColumn: 255 });
  }
  return ranges;
}
