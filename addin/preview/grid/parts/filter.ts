import { SetRowVisibleMutation } from '@univerjs/preset-sheets-core';
import { RemoveSheetsFilterMutation, SetSheetsFilterRangeMutation, SheetsFilterService } from '@univerjs/preset-sheets-filter';
import { sameArea } from '../../model/areas.ts';
import type { Sheet } from '../../model/book.ts';
import { toArea, toRange } from '../units.ts';
import type { UniverBook } from '../univer.ts';
import type { Part } from './part.ts';

/** The sheet's AutoFilter. The rows it hides are read with the rows. */
export const filter: Part = {
  draw(book, sheet, id) {
    const drawn = filterModel(book, id);
    if (!sheet.filter) {
      if (drawn) book.run(RemoveSheetsFilterMutation.id, { unitId: book.unitId, subUnitId: id });
    } else if (!drawn || !sameArea(areaOf(drawn.getRange()), sheet.filter.area)) {
      book.run(SetSheetsFilterRangeMutation.id, { unitId: book.unitId, subUnitId: id, range: toRange(sheet.filter.area) });
    }
  },
  read(book, sheet, id) {
    const drawn = filterModel(book, id);
    const before = sheet.filter;
    if (!drawn) {
      if (before?.isActive) showRows(book, sheet, id);
      sheet.filter = null;
      return before !== null;
    }
    const area = areaOf(drawn.getRange());
    const hasCriteria = drawn.getAllFilterColumns().length > 0;
    if (!before) sheet.filter = { area, isActive: hasCriteria };
    else if (sameArea(before.area, area) && before.isActive === hasCriteria) return false;
    else Object.assign(before, { area, isActive: hasCriteria });
    return true;
  },
};

/** Shows the rows that the file's own filter had hidden, which Univer knows only as hidden rows. */
function showRows(book: UniverBook, sheet: Sheet, id: string): void {
  if (sheet.filter) book.run(SetRowVisibleMutation.id, { unitId: book.unitId, subUnitId: id, ranges: [toRange(sheet.filter.area)] });
}

const filterModel = (book: UniverBook, id: string) => book.injector.get(SheetsFilterService).getFilterModel(book.unitId, id);
const areaOf = (range: Parameters<typeof toArea>[0]) => toArea(range, { rows: 1_048_576, columns: 16_384 });
