import { parseIso, serialOf } from '../../../shared/calendar/day.ts';
import type { Card } from '../../../shared/verdict/types.ts';
import { asText } from '../cells.ts';
import type { Area } from '../port.ts';
import { heightFor } from './heights.ts';
import type { ReportCell, ReportColumn, ReportLine, ReportSheet } from './report-sheet.ts';

export type LineKind = 'title' | 'line' | 'header' | 'caption' | 'empty' | 'row' | 'note' | 'gap' | 'replyTitle' | 'replyRoom' | 'signature';

/** A row of the sheet: what it is, how high in points. */
export interface LaidLine {
  readonly kind: LineKind;
  readonly height: number;
}

/** Where everything of a report goes. `values` are as Excel is to be given them. */
export interface Layout {
  readonly values: readonly (readonly (string | number)[])[];
  readonly lines: readonly LaidLine[];
  readonly merges: readonly Area[];
  readonly header: { readonly row: number; readonly rows: number };
  /** The rows of each section, without caption. */
  readonly bodies: readonly Area[];
  readonly cards: readonly { readonly row: number; readonly column: number; readonly card: Card }[];
}

const LINE = 18;
const HEIGHTS = { title: 42, header: 26, caption: 22, gap: 10, handwritten: 24, signature: 34, least: 22 } as const;
/** Characters of a look's text in a column one standard character wide. */
const CHARACTER = { table: 1, document: 11 / 12 } as const;
/** Excel's highest row. */
const HIGHEST = 409;

/** Lays a report out from the top left cell of a sheet on. */
export function layOut(report: ReportSheet): Layout {
  const { columns } = report;
  const count = columns.length;
  const charactersIn = (columnWidth: number): number => columnWidth * CHARACTER[report.look];
  const width = charactersIn(columns.reduce((sum, column) => sum + column.width, 0));
  const values: (string | number)[][] = [];
  const lines: LaidLine[] = [];
  const merges: Area[] = [];
  const bodies: Area[] = [];
  const cards: { row: number; column: number; card: Card }[] = [];

  const put = (kind: LineKind, height: number, cells: readonly (string | number)[] = []): number => {
    values.push(Array.from({ length: count }, (_, at) => cells[at] ?? ''));
    return lines.push({ kind, height: Math.min(HIGHEST, height) }) - 1;
  };
  const across = (row: number, column = 0, columnCount = count): void => {
    if (columnCount > 1) merges.push({ row, column, rows: 1, columns: columnCount });
  };
  const whole = (kind: LineKind, text: string, height: number): void => across(put(kind, height, [asText(text)]));
  const putLine = (kind: LineKind, line: ReportLine, least: number): void => {
    if (line.right === undefined || count === 1) return whole(kind, line.left, Math.max(least, heightFor([{ text: line.left, width }], LINE) + HEIGHTS.gap));
    const half = splitAt(columns);
    const row = put(kind, least, [asText(line.left), ...Array.from({ length: half - 1 }, () => ''), asText(line.right)]);
    across(row, 0, half);
    across(row, half, count - half);
  };

  whole('title', report.title, HEIGHTS.title);
  for (const line of report.lines) putLine('line', line, HEIGHTS.least);
  const header = putHeader(columns, put, merges);
  for (const { caption, rows, empty } of report.sections) {
    if (caption !== undefined) whole('caption', caption, HEIGHTS.caption);
    if (rows.length === 0) {
      if (empty !== undefined) whole('empty', empty, HEIGHTS.header);
      continue;
    }
    const first = lines.length;
    for (const cells of rows) {
      const texts = columns.map((column, at) => ({ text: textOf(cells[at] ?? null), width: charactersIn(column.width) }));
      const row = put(
        'row',
        Math.max(HEIGHTS.least, heightFor(texts, LINE) + 4),
        columns.map((column, at) => valueOf(cells[at] ?? null, column)),
      );
      cells.forEach((cell, column) => typeof cell === 'object' && cell !== null && cards.push({ row, column, card: cell.card }));
    }
    bodies.push({ row: first, column: 0, rows: rows.length, columns: count });
  }
  if (report.notes?.length) {
    put('gap', HEIGHTS.gap);
    for (const line of report.notes) putLine('note', line, HEIGHTS.least);
  }
  if (report.reply) {
    put('gap', HEIGHTS.gap);
    whole('replyTitle', report.reply.title, HEIGHTS.header);
    whole('replyRoom', '', report.reply.room * HEIGHTS.handwritten);
    for (const line of report.reply.signatures) putLine('signature', line, HEIGHTS.signature);
  }
  return { values, lines, merges, header, bodies, cards };
}

/** One row of headers, or two where columns have groups. */
function putHeader(
  columns: readonly ReportColumn[],
  put: (kind: LineKind, height: number, cells: readonly string[]) => number,
  merges: Area[],
): Layout['header'] {
  const headers = columns.map(({ header }) => asText(header));
  const height = Math.max(
    HEIGHTS.header,
    heightFor(
      columns.map(({ header, width }) => ({ text: header, width })),
      LINE,
    ) + 6,
  );
  if (columns.every(({ group }) => group === undefined)) return { row: put('header', height, headers), rows: 1 };
  const startsGroup = (at: number): boolean => at === 0 || columns[at]?.group === undefined || columns[at].group !== columns[at - 1]?.group;
  const row = put(
    'header',
    HEIGHTS.header,
    columns.map(({ group, header }, at) => (startsGroup(at) ? asText(group ?? header) : '')),
  );
  put(
    'header',
    height,
    columns.map(({ group }, at) => (group === undefined ? '' : (headers[at] ?? ''))),
  );
  columns.forEach(({ group }, at) => {
    if (group === undefined) merges.push({ row, column: at, rows: 2, columns: 1 });
    else if (startsGroup(at)) {
      const next = columns.findIndex((_, later) => later > at && startsGroup(later));
      const width = (next < 0 ? columns.length : next) - at;
      if (width > 1) merges.push({ row, column: at, rows: 1, columns: width });
    }
  });
  return { row, rows: 2 };
}

/** The column where the right half of a line begins: the one nearest to the middle. */
function splitAt(columns: readonly ReportColumn[]): number {
  const middle = columns.reduce((sum, { width }) => sum + width, 0) / 2;
  let [left, at] = [0, 0];
  while (at < columns.length - 1 && left + (columns[at]?.width ?? 0) / 2 < middle) left += columns[at++]?.width ?? 0;
  return Math.max(1, at);
}

/** What may need several lines: a text. */
function textOf(cell: ReportCell): string {
  return cell === null || typeof cell === 'number' ? '' : typeof cell === 'object' ? cell.text : cell;
}

/** A cell's value: texts marked as such, days as Excel's serials. */
function valueOf(cell: ReportCell, { kind }: ReportColumn): string | number {
  if (typeof cell === 'number') return cell;
  const day = kind === 'date' && typeof cell === 'string' ? parseIso(cell) : null;
  return day === null ? asText(textOf(cell)) : serialOf(day);
}
