import { AddSheetTableMutation, DeleteSheetTableMutation, TableManager } from '@univerjs/preset-sheets-table';
import { sameArea } from '../../model/areas.ts';
import type { Sheet, Table } from '../../model/book.ts';
import { cellAt } from '../../model/book.ts';
import { toArea, toRange } from '../units.ts';
import type { UniverBook } from '../univer.ts';
import type { Part } from './part.ts';

export const tables: Part = {
  draw(book, sheet, id) {
    const drawn = drawnTables(book, id);
    for (const table of drawn) {
      const model = sheet.tables.find((one) => one.id === table.id);
      if (!model || model.name !== table.name || !sameArea(model.area, table.area))
        book.run(DeleteSheetTableMutation.id, { unitId: book.unitId, subUnitId: id, tableId: table.id });
    }
    const kept = new Set(drawnTables(book, id).map((table) => table.id));
    for (const table of sheet.tables) {
      if (kept.has(table.id)) continue;
      const options = { showHeader: true, showFooter: table.showTotals };
      book.run(AddSheetTableMutation.id, {
        unitId: book.unitId,
        subUnitId: id,
        tableId: table.id,
        name: table.name,
        range: toRange(table.area),
        header: headers(sheet, table),
        options,
      });
    }
  },
  read(book, sheet, id) {
    const drawn = drawnTables(book, id);
    let changed = false;
    sheet.tables = sheet.tables.filter((table) => {
      const now = drawn.find((one) => one.id === table.id);
      if (!now || now.name !== table.name || !sameArea(now.area, table.area)) changed = true;
      if (now) Object.assign(table, { name: now.name, area: now.area });
      return now !== undefined;
    });
    return changed;
  },
};

function drawnTables(book: UniverBook, id: string): readonly Pick<Table, 'id' | 'name' | 'area'>[] {
  const all = book.injector.get(TableManager).getTableList(book.unitId);
  return all.filter((table) => table.subUnitId === id).map((table) => ({ id: table.id, name: table.name, area: toArea(table.range, { rows: 1, columns: 1 }) }));
}

/** The header texts, made unique as Univer wants them. */
function headers(sheet: Sheet, table: Table): string[] {
  const seen = new Set<string>();
  return Array.from({ length: table.area.columns }, (_, index) => {
    const { value } = cellAt(sheet, table.area.row, table.area.column + index);
    const text = typeof value === 'string' || typeof value === 'number' ? String(value) : `${index + 1}`;
    const header = seen.has(text) ? `${text} ${index + 1}` : text;
    seen.add(header);
    return header;
  });
}
