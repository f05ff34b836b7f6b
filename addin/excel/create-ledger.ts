import { say } from '../../shared/contract/messages/index.ts';
import { message } from '../../shared/message.ts';
import type { Language } from '../../shared/message.ts';
import { registerById } from '../../shared/registers/index.ts';
import type { RegisterId } from '../../shared/registers/index.ts';
import { ledgerTemplate } from '../../shared/registers/template.ts';
import type { TemplateColumn } from '../../shared/registers/template.ts';
import { runExcel } from './errors.ts';
import type { SheetRef } from './port.ts';
import { freeName } from './sheet-names.ts';

const HEADER_ROW = 1;
/** Rows made ready for entries. Formats and lists alone print no pages. */
const ROWS_READY = 500;
/** Points for a character of a column's width in Excel's standard font. */
const POINTS_PER_CHARACTER = 5.25;
const TITLE = { height: 36, size: 16 } as const;
const HEADER = { height: 28, fill: '#DDEBF7', text: '#1F3864', line: '#9DC3E6' } as const;

const aligns = { left: 'Left', center: 'Center', right: 'Right' } as const;

/**
 * Creates a sheet for a register from its definition, at the end of the workbook, and activates it: title, headers, widths,
 * formats, lists to pick from, frozen header, and pages for A4 across. Two `context.sync()`.
 */
export function createLedger(register: RegisterId, language: Language): Promise<SheetRef> {
  return runExcel(async (context) => {
    const definition = registerById(register);
    if (definition === undefined) throw new RangeError(`no register ${register}`);
    const { title, columns } = ledgerTemplate(definition, language);
    const sheets = context.workbook.worksheets.load('items/name');
    await context.sync();

    const names = sheets.items.map(({ name }) => name);
    const sheet = sheets.add(freeName(title, names)).load('id,name');
    writeTitle(sheet.getRangeByIndexes(0, 0, 1, columns.length), title);
    writeHeader(sheet.getRangeByIndexes(HEADER_ROW, 0, 1, columns.length), columns);
    columns.forEach((column, at) => dressColumn(sheet.getRangeByIndexes(HEADER_ROW + 1, at, ROWS_READY, 1), column, language));
    sheet.freezePanes.freezeRows(HEADER_ROW + 1);
    setUpPages(sheet.pageLayout);
    sheet.activate();
    sheet.getRangeByIndexes(HEADER_ROW + 1, 0, 1, 1).select();
    await context.sync();
    return { sheetId: sheet.id, sheetName: sheet.name };
  });
}

function writeTitle(range: Excel.Range, title: string): void {
  range.getCell(0, 0).values = [[title]];
  range.merge();
  range.format.rowHeight = TITLE.height;
  range.format.font.size = TITLE.size;
  range.format.font.bold = true;
  range.format.horizontalAlignment = 'Center';
  range.format.verticalAlignment = 'Center';
}

function writeHeader(range: Excel.Range, columns: readonly TemplateColumn[]): void {
  range.values = [columns.map(({ header }) => header)];
  const { format } = range;
  format.rowHeight = HEADER.height;
  format.fill.color = HEADER.fill;
  format.font.color = HEADER.text;
  format.font.bold = true;
  format.horizontalAlignment = 'Center';
  format.verticalAlignment = 'Center';
  format.wrapText = true;
  for (const edge of ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideVertical'] as const) {
    const border = format.borders.getItem(edge);
    border.style = 'Continuous';
    border.color = HEADER.line;
  }
  columns.forEach(({ width }, at) => (range.getCell(0, at).format.columnWidth = width * POINTS_PER_CHARACTER));
}

/** The cells of a column that wait for entries. */
function dressColumn(cells: Excel.Range, { header, numberFormat, align, list, isListOpen }: TemplateColumn, language: Language): void {
  // One value for the whole range is Excel's own shorthand; the types only know the full array.
  (cells as { numberFormat: unknown }).numberFormat = numberFormat;
  cells.format.horizontalAlignment = aligns[align];
  cells.format.verticalAlignment = 'Center';
  cells.format.wrapText = true;
  if (list === null) return;
  const words = say(message('sheet.pickFromList', { choices: list.join(language === 'en' ? ', ' : '、') }), language);
  cells.dataValidation.rule = { list: { inCellDropDown: true, source: list.join(',') } };
  cells.dataValidation.errorAlert = { showAlert: !isListOpen, style: 'Stop', title: header, message: words };
}

/** A4 across, as wide as one page, the header printed again on every page. */
function setUpPages(page: Excel.PageLayout): void {
  page.orientation = 'Landscape';
  page.paperSize = 'A4';
  page.zoom = { horizontalFitToPages: 1 };
  page.centerHorizontally = true;
  page.setPrintTitleRows(`$${HEADER_ROW + 1}:$${HEADER_ROW + 1}`);
}
