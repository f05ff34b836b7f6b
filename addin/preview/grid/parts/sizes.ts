import {
  SetColHiddenMutation,
  SetColVisibleMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetWorksheetColWidthMutation,
  SetWorksheetRowHeightMutation,
  SetWorksheetRowIsAutoHeightMutation,
} from '@univerjs/preset-sheets-core';
import type { IRange } from '@univerjs/core';
import type { Column, Row, Sheet } from '../../model/book.ts';
import { columnPixels, columnWidth, rowHeight, rowPixels } from '../units.ts';
import { sheetOf } from '../univer.ts';
import type { Part } from './part.ts';

/** Widths and hiding of columns. */
export const columns: Part = {
  draw(book, sheet, id) {
    const worksheet = sheetOf(book, id);
    const columnCount = worksheet.getColumnCount();
    const spans = spansFor(columnCount, (index) => ({ startRow: 0, endRow: worksheet.getRowCount() - 1, startColumn: index, endColumn: index }));
    for (let index = 0; index < columnCount; index += 1) {
      const { width, hidden = false } = sheet.columns.get(index) ?? {};
      const pixels = width === undefined ? worksheet.getConfig().defaultColumnWidth : columnPixels(width);
      if (worksheet.getColumnManager().getColumnWidth(index) !== pixels) spans.size(index, pixels);
      if (worksheet.getColumnManager().getColVisible(index) === hidden) spans.hide(index, hidden);
    }
    const target = { unitId: book.unitId, subUnitId: id };
    for (const [pixels, ranges] of spans.sized) book.run(SetWorksheetColWidthMutation.id, { ...target, ranges, colWidth: pixels });
    if (spans.hidden.length > 0) book.run(SetColHiddenMutation.id, { ...target, ranges: spans.hidden });
    if (spans.shown.length > 0) book.run(SetColVisibleMutation.id, { ...target, ranges: spans.shown });
  },
  read(book, sheet, id) {
    const worksheet = sheetOf(book, id);
    const manager = worksheet.getColumnManager();
    return readSizes(sheet.columns, worksheet.getColumnCount(), (index, known) => {
      const pixels = manager.getColumnWidth(index);
      const drawn = known?.width === undefined ? worksheet.getConfig().defaultColumnWidth : columnPixels(known.width);
      const width = pixels === drawn ? known?.width : columnWidth(pixels);
      return { ...(known?.origin !== undefined && { origin: known.origin }), ...column(width, !manager.getColVisible(index)) };
    });
  },
};

/** Heights and hiding of rows; a row that a filter leaves out counts as hidden. */
export const rows: Part = {
  draw(book, sheet, id) {
    const worksheet = sheetOf(book, id);
    const manager = worksheet.getRowManager();
    const spans = spansFor(worksheet.getRowCount(), (index) => ({ startRow: index, endRow: index, startColumn: 0, endColumn: worksheet.getColumnCount() - 1 }));
    for (const index of indices(sheet.rows, manager.getRowData())) {
      const { height, hidden = false } = sheet.rows.get(index) ?? {};
      if (height !== undefined && manager.getRow(index)?.h !== rowPixels(height)) spans.size(index, rowPixels(height));
      if (worksheet.getRowVisible(index) === hidden) spans.hide(index, hidden);
    }
    const target = { unitId: book.unitId, subUnitId: id };
    for (const [pixels, ranges] of spans.sized) {
      book.run(SetWorksheetRowHeightMutation.id, { ...target, ranges, rowHeight: pixels });
      book.run(SetWorksheetRowIsAutoHeightMutation.id, { ...target, ranges, autoHeightInfo: 0 });
    }
    if (spans.hidden.length > 0) book.run(SetRowHiddenMutation.id, { ...target, ranges: spans.hidden });
    if (spans.shown.length > 0) book.run(SetRowVisibleMutation.id, { ...target, ranges: spans.shown });
  },
  read(book, sheet, id) {
    const worksheet = sheetOf(book, id);
    const manager = worksheet.getRowManager();
    return readSizes(sheet.rows, worksheet.getRowCount(), (index, known) => {
      const data = manager.getRow(index);
      const own = data?.ia === 1 ? undefined : data?.h;
      const height = own === undefined || (known?.height !== undefined && rowPixels(known.height) === own) ? known?.height : rowHeight(own);
      return { ...(known?.origin !== undefined && { origin: known.origin }), ...row(data?.ia === 1 ? undefined : height, !worksheet.getRowVisible(index)) };
    });
  },
};

function* indices(model: Sheet['rows'], drawn: object): Generator<number> {
  const all = new Set([...model.keys(), ...Object.keys(drawn).map(Number)]);
  yield* all;
}

const column = (width: number | undefined, hidden: boolean): Column => ({ ...(width !== undefined && { width }), ...(hidden && { hidden }) });
const row = (height: number | undefined, hidden: boolean): Row => ({ ...(height !== undefined && { height }), ...(hidden && { hidden }) });

/** Takes sizes back, one by one; whether any was different. */
function readSizes<T extends Row & Column>(model: Map<number, T>, count: number, read: (index: number, known: T | undefined) => T): boolean {
  let changed = false;
  for (let index = 0; index < count; index += 1) {
    const known = model.get(index);
    const now = read(index, known);
    if (known?.width === now.width && known?.height === now.height && (known?.hidden ?? false) === (now.hidden ?? false)) continue;
    changed = true;
    if (Object.keys(now).length === 0) model.delete(index);
    else model.set(index, now);
  }
  return changed;
}

/** Collects which lines get which size, are hidden or shown, as the ranges Univer's mutations take. */
function spansFor(count: number, rangeOf: (index: number) => IRange) {
  const sized = new Map<number, IRange[]>();
  const hidden: IRange[] = [];
  const shown: IRange[] = [];
  return {
    sized,
    hidden,
    shown,
    size(index: number, pixels: number): void {
      if (index < count) sized.set(pixels, [...(sized.get(pixels) ?? []), rangeOf(index)]);
    },
    hide(index: number, isHidden: boolean): void {
      if (index < count) (isHidden ? hidden : shown).push(rangeOf(index));
    },
  };
}
