import { say } from '../../../shared/contract/messages/index.ts';
import { message } from '../../../shared/message.ts';
import { blocksByBytes } from '../blocks.ts';
import { runExcel } from '../errors.ts';
import type { SheetRef } from '../port.ts';
import { allowedName, freeName } from '../sheet-names.ts';
import { drawChart } from './draw-chart.ts';
import { dressSheet, formatCells } from './dress.ts';
import { withWordsWhole } from './fit-words.ts';
import { layOut, type Layout } from './layout.ts';
import { MADE_KEY, madeSheetsIn, printOf, type MadeSheet } from './made-sheets.ts';
import type { ReportSheet } from './report-sheet.ts';

/** Centimetres of A4's edges. */
const MARGINS = { top: 2, bottom: 1.8, left: 1.8, right: 1.8, header: 0.8, footer: 0.8 } as const;

/**
 * Writes a report on a sheet of its own and shows it. A report of that name written before gives way, unless someone has written on it
 * since; that one and a clerk's own sheet of the name stay, and the report gets a number. Four `context.sync()`, five where
 * a report was there before, and one more for each 3 MB of cells beyond the first.
 */
export function writeReport(asked: ReportSheet): Promise<SheetRef> {
  const report = withWordsWhole(asked);
  return runExcel(async (context) => {
    const { name } = report;
    const { worksheets, settings } = context.workbook;
    worksheets.load('items/id,items/name,items/position');
    const saved = settings.getItemOrNullObject(MADE_KEY).load('value');
    await context.sync();

    const present = madeSheetsIn(saved.isNullObject ? null : saved.value).filter((made) => worksheets.items.some(({ id }) => id === made.sheetId));
    const before = await untouched(context, present, name, worksheets.items);
    const taken = worksheets.items.filter(({ id }) => id !== before?.id).map((one) => one.name);
    const sheet = worksheets.add();
    if (before) {
      sheet.position = before.position;
      before.delete();
    }
    sheet.name = freeName(allowedName(name), taken);
    sheet.load('id,name');
    const layout = layOut(report);
    formatCells(sheet, report, layout);
    await writeValues(context, sheet, layout);
    dressSheet(sheet, report, layout);
    // A document has its text above the table: frozen, it would leave no room to scroll.
    if (report.look === 'table') sheet.freezePanes.freezeRows(layout.header.row + layout.header.rows);
    const rows = report.chart ? drawChart(sheet, report, layout, report.chart) : layout.lines.length;
    setUpPages(sheet, report, layout, rows);
    sheet.activate();
    sheet.getRangeByIndexes(0, 0, 1, 1).select();
    await context.sync();

    const made: MadeSheet = { name, sheetId: sheet.id, sheetName: sheet.name, print: printOf(layout.values) };
    settings.add(MADE_KEY, [...present.filter(({ sheetId }) => sheetId !== before?.id), made]);
    await context.sync();
    return { sheetId: sheet.id, sheetName: sheet.name };
  });
}

/** The sheet with the last report of that name, if it still says what was written. One `context.sync()` where there is one. */
async function untouched(
  context: Excel.RequestContext,
  present: readonly MadeSheet[],
  name: string,
  sheets: readonly Excel.Worksheet[],
): Promise<Excel.Worksheet | undefined> {
  const made = present.findLast((one) => one.name === name);
  const sheet = sheets.find((one) => one.id === made?.sheetId && one.name === made.sheetName);
  if (!made || !sheet) return undefined;
  const used = sheet.getUsedRangeOrNullObject(true).load('values');
  await context.sync();
  const values: readonly (readonly unknown[])[] = used.isNullObject ? [] : used.values;
  return printOf(values) === made.print ? sheet : undefined;
}

async function writeValues(context: Excel.RequestContext, sheet: Excel.Worksheet, { values }: Layout): Promise<void> {
  for (const { start, count } of blocksByBytes(values)) {
    const block = values.slice(start, start + count).map((line) => [...line]);
    sheet.getRangeByIndexes(start, 0, count, block[0]?.length ?? 1).values = block;
    await context.sync();
  }
}

/** A4, one page wide, the header on every page, pages numbered; so many rows of the sheet are printed. */
function setUpPages(sheet: Excel.Worksheet, { orientation, language, columns }: ReportSheet, { header }: Layout, rows: number): void {
  const page = sheet.pageLayout;
  page.orientation = orientation === 'portrait' ? 'Portrait' : 'Landscape';
  page.paperSize = 'A4';
  page.zoom = { horizontalFitToPages: 1 };
  page.centerHorizontally = true;
  page.setPrintMargins('Centimeters', { ...MARGINS });
  page.setPrintArea(sheet.getRangeByIndexes(0, 0, rows, columns.length));
  page.setPrintTitleRows(`$${header.row + 1}:$${header.row + header.rows}`);
  page.headersFooters.defaultForAllPages.centerFooter = say(message('sheet.pageOf', { page: '&P', pages: '&N' }), language);
}
