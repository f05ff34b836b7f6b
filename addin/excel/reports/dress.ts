import { addressOf } from '../cells.ts';
import { cardColors } from '../card-formats.ts';
import type { Layout, LineKind } from './layout.ts';
import type { ReportColumn, ReportSheet } from './report-sheet.ts';

/** Points for a character of a column's width in Excel's standard font. */
const POINTS_PER_CHARACTER = 5.25;
/** `getRanges` takes 8,192 characters of addresses; an address has at most 10 and a comma. */
const MOST_ADDRESSES = 700;

const FORMATS = { text: 'General', integer: '0', decimal: '0.00', change: '+0.00;-0.00;0.00', date: 'yyyy-mm-dd' } as const;
const ALIGNS = { left: 'Left', center: 'Center', right: 'Right' } as const;

interface Look {
  readonly font?: string;
  readonly titleFont?: string;
  readonly size: number;
  readonly titleSize: number;
  readonly header: { readonly fill?: string; readonly text: string };
  readonly caption: string | null;
  readonly line: string;
}

const looks: Readonly<Record<ReportSheet['look'], Look>> = {
  table: { size: 11, titleSize: 16, header: { fill: '#EBF3FC', text: '#0F548C' }, caption: '#F5F5F5', line: '#C8C6C4' },
  document: { font: '仿宋', titleFont: '宋体', size: 12, titleSize: 22, header: { text: '#000000' }, caption: null, line: '#000000' },
};

/** Number formats of the table's cells; to be set before values, as a format decides how they are read. */
export function formatCells(sheet: Excel.Worksheet, { columns }: ReportSheet, { bodies }: Layout): void {
  for (const body of bodies) {
    columns.forEach(({ kind }, at) => {
      // One value for the whole range is Excel's own shorthand; the types only know the full array.
      (sheet.getRangeByIndexes(body.row, at, body.rows, 1) as { numberFormat: unknown }).numberFormat = FORMATS[kind];
    });
  }
}

/** Sizes, fonts, lines and colours of everything on the sheet. */
export function dressSheet(sheet: Excel.Worksheet, report: ReportSheet, layout: Layout): void {
  const look = looks[report.look];
  const { columns } = report;
  const all = sheet.getRangeByIndexes(0, 0, layout.lines.length, columns.length);
  if (look.font !== undefined) all.format.font.name = look.font;
  all.format.font.size = look.size;
  all.format.verticalAlignment = 'Center';
  all.format.wrapText = true;
  columns.forEach(({ width }, at) => (sheet.getRangeByIndexes(0, at, 1, 1).format.columnWidth = width * POINTS_PER_CHARACTER));
  for (const { row, rows, height } of runsOf(layout, (one, next) => one.height === next.height)) {
    sheet.getRangeByIndexes(row, 0, rows, 1).format.rowHeight = height;
  }
  for (const { row, rows, kind } of runsOf(layout, (one, next) => one.kind === next.kind))
    dressLines(sheet.getRangeByIndexes(row, 0, rows, columns.length), kind, look);
  for (const { row, column, rows, columns: width } of layout.merges) sheet.getRangeByIndexes(row, column, rows, width).merge();
  for (const body of layout.bodies)
    columns.forEach((column, at) => (sheet.getRangeByIndexes(body.row, at, body.rows, 1).format.horizontalAlignment = ALIGNS[alignOf(column)]));
  for (const { row, column, columns: width } of layout.merges) {
    // A signature begins where its half does: what is written by hand stands after it.
    const isRightHalf = column > 0 && ['line', 'note'].includes(layout.lines[row]?.kind ?? '');
    if (isRightHalf) sheet.getRangeByIndexes(row, column, 1, width).format.horizontalAlignment = 'Right';
  }
  colourCards(sheet, layout);
}

function alignOf({ align, kind }: ReportColumn): 'left' | 'center' | 'right' {
  return align ?? (kind === 'text' ? 'left' : 'center');
}

function dressLines(range: Excel.Range, kind: LineKind, look: Look): void {
  const { format } = range;
  switch (kind) {
    case 'title':
      format.font.size = look.titleSize;
      format.font.bold = true;
      format.horizontalAlignment = 'Center';
      if (look.titleFont !== undefined) format.font.name = look.titleFont;
      break;
    case 'header':
    case 'replyTitle':
      format.font.bold = true;
      format.font.color = look.header.text;
      format.horizontalAlignment = 'Center';
      if (look.header.fill !== undefined) format.fill.color = look.header.fill;
      drawGrid(range, look.line);
      break;
    case 'caption':
      format.font.bold = true;
      if (look.caption !== null) format.fill.color = look.caption;
      drawGrid(range, look.line);
      break;
    case 'empty':
      format.horizontalAlignment = 'Center';
      drawGrid(range, look.line);
      break;
    case 'row':
    case 'replyRoom':
      drawGrid(range, look.line);
      break;
    default:
  }
}

function drawGrid(range: Excel.Range, color: string): void {
  for (const edge of ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal', 'InsideVertical'] as const) {
    const border = range.format.borders.getItem(edge);
    border.style = 'Continuous';
    border.color = color;
  }
}

/** One write for all cells of a card, or for 700 of them. */
function colourCards(sheet: Excel.Worksheet, { cards }: Layout): void {
  for (const card of Object.keys(cardColors) as (keyof typeof cardColors)[]) {
    const addresses = cards.filter((cell) => cell.card === card).map(({ row, column }) => addressOf(row, column));
    for (let at = 0; at < addresses.length; at += MOST_ADDRESSES) {
      const { format } = sheet.getRanges(addresses.slice(at, at + MOST_ADDRESSES).join(','));
      format.fill.color = cardColors[card].fill;
      format.font.color = cardColors[card].text;
      format.horizontalAlignment = 'Center';
    }
  }
}

/** Neighbouring lines that are alike, as runs. */
function runsOf(
  { lines }: Layout,
  areAlike: (one: Layout['lines'][number], next: Layout['lines'][number]) => boolean,
): (Layout['lines'][number] & { row: number; rows: number })[] {
  const runs: (Layout['lines'][number] & { row: number; rows: number })[] = [];
  lines.forEach((line, row) => {
    const last = runs.at(-1);
    if (last && areAlike(last, line)) last.rows += 1;
    else runs.push({ ...line, row, rows: 1 });
  });
  return runs;
}
