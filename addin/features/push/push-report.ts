import { parseIso, serialOf } from '../../../shared/calendar/day.ts';
import type { IsoDate } from '../../../shared/calendar/day.ts';
import type { Cell } from '../../../shared/cell.ts';
import { say } from '../../../shared/contract/messages/index.ts';
import type { Outcome, PushAnswer } from '../../../shared/contract/push.ts';
import { message } from '../../../shared/message.ts';
import type { Language } from '../../../shared/message.ts';
import type { Card, Flag } from '../../../shared/verdict/types.ts';
import { addressOf } from '../../excel/cells.ts';
import type { Binding, RowResult } from '../../excel/port.ts';
import type { IdentifiedRow } from './row-ids.ts';

/** Something to look at in a row: why it was not accepted, or a hint that changes no score. */
export interface RowIssue {
  readonly kind: 'problem' | 'hint';
  readonly code: string;
  /** In words, in the language asked for. */
  readonly message: string;
  /** The cell at fault, such as `E12`; the row's first bound cell when it is the row as a whole. */
  readonly address: string;
  /** The zero-based column of `address`. */
  readonly column: number;
  /** The header of the column at fault; null when it is the row as a whole. */
  readonly header: string | null;
  readonly value: Cell;
}

/** What became of one row, and what is said of it. Rows not accepted have no verdict. */
export interface PushedRow {
  readonly id: string;
  /** Zero-based row of the sheet when it was read. */
  readonly sheetRow: number;
  readonly outcome: Outcome;
  readonly flag: Flag | null;
  readonly card: Card | null;
  readonly due: IsoDate | null;
  readonly daysLeft: number | null;
  readonly score: number | null;
  /** What was read as the deadline, in words. */
  readonly reading: string | null;
  readonly issues: readonly RowIssue[];
  /** That the row was given a new id, and why; null otherwise. */
  readonly notice: string | null;
}

/** The rows of one answer, beside where they stand in the sheet. */
export function pushedRows(answer: PushAnswer, sent: readonly IdentifiedRow[], binding: Binding, language: Language): readonly PushedRow[] {
  const { rows } = answer;
  const firstColumn = Math.min(...binding.columns.map((column) => column.column));
  return sent.map((row, at): PushedRow => {
    const bound = (field: string | null) => binding.columns.find((column) => column.field === field);
    const whole = { header: null, value: null, column: firstColumn, address: addressOf(row.sheetRow, firstColumn) };
    const problems = (rows.problems[at] ?? []).map((problem): RowIssue => {
      const column = bound(problem.column);
      const place = column ? { header: column.header, value: problem.value, column: column.column, address: addressOf(row.sheetRow, column.column) } : whole;
      return { kind: 'problem', code: problem.code, message: problem.message, ...place };
    });
    const hints = (rows.hints[at] ?? []).map((hint): RowIssue => ({ kind: 'hint', code: hint.code, message: hint.message, ...whole }));
    return {
      id: row.id,
      sheetRow: row.sheetRow,
      outcome: rows.outcome[at] ?? 'rejected',
      flag: rows.flag[at] ?? null,
      card: rows.card[at] ?? null,
      due: rows.due[at] ?? null,
      daysLeft: rows.daysLeft[at] ?? null,
      score: rows.score[at] ?? null,
      reading: rows.reading[at] ?? null,
      issues: [...problems, ...hints],
      notice: row.notice ? say(row.notice, language) : null,
    };
  });
}

/** What is written beside a row. A row in conflict shows that, not the verdict on what was not taken. */
export function resultOf(row: PushedRow, language: Language): RowResult {
  const words = (code: string, params = {}) => say(message(code, params), language);
  const join = (...parts: readonly (string | null)[]) => parts.filter((part) => part !== null && part !== '').join(words('sheet.separator'));
  const blank = { id: row.id, due: null, daysLeft: null, score: null };
  const issues = row.issues.map((issue) => (issue.header === null ? issue.message : words('sheet.cell', { header: issue.header, words: issue.message })));
  if (row.outcome === 'rejected') return { ...blank, flag: words('sheet.rejected'), explanation: join(row.notice, ...issues) };
  if (row.outcome === 'conflict') return { ...blank, flag: words('sheet.conflict'), explanation: join(row.notice, words('sheet.conflictWhy')) };
  const due = row.due === null ? null : parseIso(row.due);
  return {
    id: row.id,
    flag: row.flag === null ? words('sheet.accepted') : words(`flag.${row.flag}`),
    due: due === null ? null : serialOf(due),
    daysLeft: row.daysLeft,
    score: row.score,
    explanation: join(row.notice, row.reading, ...issues),
  };
}
