import { excelCodeOf } from './errors.ts';

/** Puts the legend into the comment of a header cell, a new one where there is none. One `context.sync()`, two for a new comment. */
export async function writeLegend(context: Excel.RequestContext, sheet: Excel.Worksheet, row: number, column: number, text: string): Promise<void> {
  const cell = sheet.getRangeByIndexes(row, column, 1, 1);
  try {
    sheet.comments.getItemByCell(cell).content = text;
    await context.sync();
  } catch (fault) {
    if (excelCodeOf(fault) !== 'ItemNotFound') throw fault;
    sheet.comments.add(sheet.getRangeByIndexes(row, column, 1, 1), text);
    await context.sync();
  }
}

/** Takes the comment of a header cell away, if there is one. One `context.sync()`. */
export async function removeLegend(context: Excel.RequestContext, sheet: Excel.Worksheet, row: number, column: number): Promise<void> {
  try {
    sheet.comments.getItemByCell(sheet.getRangeByIndexes(row, column, 1, 1)).delete();
    await context.sync();
  } catch (fault) {
    if (excelCodeOf(fault) !== 'ItemNotFound') throw fault;
  }
}
