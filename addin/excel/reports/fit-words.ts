import type { ReportCell, ReportColumn, ReportSheet } from './report-sheet.ts';
import { textWidth } from './text-width.ts';

/** Beside a word in a cell: its padding, and what bold and capitals are wider than digits. */
const BESIDE = 2;
/** What letters are wider than a column's characters: in the documents' 仿宋 of 12 points each is 8 pixels wide, in a column 7. */
const widened = (width: number): number => Math.ceil((width * 8) / 7);
/** The longest word a column is widened for, in characters; what is longer, such as a digest, may be cut between lines. */
const LONGEST = 16;

/** A report whose columns hold the words of their headers and cells whole. Chinese breaks anywhere, so there they stay as asked for; words of other languages do not: `Proble/m`. */
export function withWordsWhole(report: ReportSheet): ReportSheet {
  const rows = report.sections.flatMap((section) => section.rows);
  const fitted = report.columns.map((column, at): ReportColumn => {
    const texts = [column.header, ...rows.map((cells) => textOf(cells[at] ?? null))];
    return { ...column, width: Math.max(column.width, ...texts.flatMap(wordWidths)) };
  });
  return { ...report, columns: fitted };
}

function wordWidths(text: string): readonly number[] {
  return Array.from(text.matchAll(/[^\s\u2e80-\u{10ffff}]+/gu), ([word]) => textWidth(word))
    .filter((width) => width <= LONGEST)
    .map((width) => widened(width) + BESIDE);
}

function textOf(cell: ReportCell): string {
  return typeof cell === 'string' ? cell : typeof cell === 'object' && cell !== null ? cell.text : '';
}
