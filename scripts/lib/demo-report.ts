import { addressOf } from '../../addin/excel/cells.ts';
import type { Binding } from '../../addin/excel/port.ts';
import type { PushReport } from '../../addin/features/push/push-report.ts';
import { say } from '../../shared/contract/messages/index.ts';
import { message, type Language } from '../../shared/message.ts';
import type { UnitScore } from '../../shared/scoring/types.ts';
import type { ScoredWorkbook } from './score-workbook.ts';

const CARD_MARK = { red: '●', yellow: '◐', green: '○', grey: '·' } as const;

/** How many columns of a terminal a text takes: Chinese characters take two. */
function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (/[\u1100-\uffdc]/.test(character) ? 2 : 1), 0);
}

function pad(text: string, width: number, side: 'left' | 'right' = 'right'): string {
  const blanks = ' '.repeat(Math.max(0, width - widthOf(text)));
  return side === 'right' ? text + blanks : blanks + text;
}

/** The assessed units as a table for a terminal, best first, those without a score last; how many others there are (merely visited, say) in a line. */
export function unitsTable(units: readonly UnitScore[], language: Language): string {
  const sorted = units.filter(({ assessed }) => assessed).toSorted((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity));
  const others = units.length - sorted.length;
  const rest = others === 0 ? [] : [`\n${others} more ${others === 1 ? 'unit is' : 'units are'} named in the ledgers and not assessed`];
  return [...tableLines(sorted, language), ...rest].join('\n');
}

function tableLines(sorted: readonly UnitScore[], language: Language): readonly string[] {
  const words = (code: string): string => say(message(code), language);
  const nameWidth = Math.max(4, ...sorted.map(({ unit }) => widthOf(unit)));
  return sorted.map((unit) => {
    const score = unit.score === null ? '–' : unit.score.toFixed(2);
    const grade = unit.grade === null ? '' : words(`grade.${unit.grade}`);
    return [
      pad(unit.rank === null ? '–' : String(unit.rank), 3, 'left'),
      pad(unit.unit, nameWidth),
      pad(unit.tier, 5),
      pad(score, 6, 'left'),
      pad(grade, 9),
      `${CARD_MARK[unit.card]} ${pad(unit.card, 6)}`,
      `${unit.overdue} overdue, ${unit.dueSoon} due soon`,
    ].join('  ');
  });
}

/** What happened to a ledger, in a line. */
export function countsLine({ binding, counts, revision, skipped }: PushReport): string {
  const said = Object.entries(counts).flatMap(([outcome, count]) => (count > 0 ? [`${count} ${outcome}`] : []));
  const skip = skipped.length > 0 ? `, ${skipped.length} rows skipped` : '';
  return `${binding.sheetName} (${binding.register}): ${said.join(', ') || 'no rows'}${skip}, revision ${revision}`;
}

/**
 * Everything as data: every row of each ledger's data area with its outcome, verdict and issues, the assessed units with their scores, and the names of
 * the others. Rows are numbered as Excel does.
 */
export function demoJson({ reports, units }: ScoredWorkbook, asOf: string): unknown {
  return {
    asOf,
    ledgers: reports.map(({ binding, counts, revision, newUnits, provisional }) => ({
      sheet: binding.sheetName,
      register: binding.register,
      headerRow: binding.headerRow + 1,
      revision,
      counts,
      newUnits,
      provisional,
    })),
    rows: reports.flatMap(rowsOf),
    units: units.filter(({ assessed }) => assessed),
    notAssessed: units.filter(({ assessed }) => !assessed).map(({ unit }) => unit),
  };
}

function rowsOf({ binding, rows, skipped }: PushReport): readonly object[] {
  const place = (sheetRow: number) => ({ sheet: binding.sheetName, register: binding.register, row: sheetRow + 1, address: addressOfRow(binding, sheetRow) });
  const pushed = rows.map(({ sheetRow, id, outcome, flag, card, due, daysLeft, score, reading, issues }) => ({
    ...place(sheetRow),
    outcome,
    id,
    flag,
    card,
    due,
    daysLeft,
    score,
    reading,
    issues: issues.map(({ kind, code, message: words, address, header, value }) => ({ kind, code, message: words, address, header, value })),
  }));
  return [...pushed, ...skipped.map(({ sheetRow, reason }) => ({ ...place(sheetRow), outcome: 'skipped', reason }))].toSorted((a, b) => a.row - b.row);
}

/** The cells of a row that the ledger reads, such as `责任清单!B5:J5`. */
function addressOfRow({ sheetName, columns }: Binding, sheetRow: number): string {
  const bound = columns.map(({ column }) => column);
  const name = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(sheetName) ? sheetName : `'${sheetName.replaceAll("'", "''")}'`;
  return `${name}!${addressOf(sheetRow, Math.min(...bound))}:${addressOf(sheetRow, Math.max(...bound))}`;
}
