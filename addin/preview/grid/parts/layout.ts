import { sameArea } from '../../model/areas.ts';
import { AddWorksheetMergeMutation, RemoveWorksheetMergeMutation, SetFrozenMutation } from '@univerjs/preset-sheets-core';
import { freezeOf } from '../snapshot.ts';
import { toArea, toRange } from '../units.ts';
import { sheetOf } from '../univer.ts';
import type { Part } from './part.ts';

/** Merged cells. */
export const merges: Part = {
  draw(book, sheet, id) {
    const target = { unitId: book.unitId, subUnitId: id };
    const drawn = sheetOf(book, id).getMergeData();
    if (drawn.length > 0) book.run(RemoveWorksheetMergeMutation.id, { ...target, ranges: [...drawn] });
    if (sheet.merges.length > 0) book.run(AddWorksheetMergeMutation.id, { ...target, ranges: sheet.merges.map(toRange) });
  },
  read(book, sheet, id) {
    const worksheet = sheetOf(book, id);
    const size = { rows: worksheet.getRowCount(), columns: worksheet.getColumnCount() };
    const now = worksheet.getMergeData().map((range) => toArea(range, size));
    if (now.length === sheet.merges.length && now.every((area) => sheet.merges.some((one) => sameArea(one, area)))) return false;
    sheet.merges = now;
    return true;
  },
};

/** Frozen rows and columns. */
export const freeze: Part = {
  draw(book, sheet, id) {
    book.run(SetFrozenMutation.id, { unitId: book.unitId, subUnitId: id, ...freezeOf(sheet) });
  },
  read(book, sheet, id) {
    const { xSplit, ySplit } = sheetOf(book, id).getFreeze();
    if (sheet.frozen.columns === xSplit && sheet.frozen.rows === ySplit) return false;
    sheet.frozen = { rows: ySplit, columns: xSplit };
    return true;
  },
};
