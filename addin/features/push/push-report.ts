import type { IsoDate } from '../../../shared/calendar/day.ts';
import type { Cell } from '../../../shared/cell.ts';
import { say } from '../../../shared/contract/messages/index.ts';
import type { Counts, PushAnswer, PushOutcome } from '../../../shared/contract/push.ts';
import { message } from '../../../shared/message.ts';
import type { Language, Message } from '../../../shared/message.ts';
import type { Card, Flag } from '../../../shared/verdict/types.ts';
import { addressOf } from '../../excel/cells.ts';
import type { Binding, LedgerReading, WorkbookError } from '../../excel/port.ts';
import { countsOf } from './counts.ts';
import { ADOPTED } from './row-ids.ts';
import type { IdentifiedRow } from './row-ids.ts';
import type { Sent } from './send-blocks.ts';

/** What became of a push, or what would (`previewPush`, `refreshLedger`). */
export interface PushReport {
  /** The binding as saved, with the next base and the positions of this moment. */
  readonly binding: Binding;
  readonly revision: number;
  readonly asOf: IsoDate;
  readonly counts: Counts;
  /** Every entry of the ledger, in sheet order. */
  readonly rows: readonly PushedRow[];
  /** Rows of the data area that are no entries; `reason` is a message code. */
  readonly skipped: LedgerReading['skipped'];
  readonly units: PushAnswer['units'];
  readonly newUnits: readonly string[];
  /** Rows that took the id of an entry pushed before, from another copy or before the ids were removed. */
  readonly adopted: number;
  readonly provisional: boolean;
  /** Why the results could not be written although the server has the rows; null when they were. Refreshing writes them. */
  readonly unwritten: WorkbookError | null;
}

/** What became of one row, and what is said of it. Rows not accepted have no verdict. */
export interface PushedRow {
  readonly id: string;
  /** Zero-based row of the sheet when it was read. */
  readonly sheetRow: number;
  readonly outcome: PushOutcome;
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

/** The report on what was sent and answered; `binding` is the one saved afterwards. */
export function reportOf(sent: Sent, reading: LedgerReading, binding: Binding, asOf: IsoDate, language: Language): PushReport {
  const { blocks, answers } = sent;
  const last = answers.at(-1);
  return {
    binding,
    revision: last?.revision ?? binding.base,
    asOf: last?.asOf ?? asOf,
    counts: countsOf(answers),
    rows: blocks.flatMap((block, at) => (answers[at] ? pushedRows(answers[at], block.rows, binding, language) : [])),
    skipped: reading.skipped,
    units: last?.units ?? [],
    newUnits: [...new Set(answers.flatMap((answer) => answer.newUnits))],
    adopted: blocks.flatMap((block) => block.rows).filter((row) => row.notice?.code === ADOPTED).length,
    provisional: answers.some((answer) => answer.provisional),
    unwritten: null,
  };
}

/** The report of a push with the revision and the units' scores of a later one; what became of its rows stays. */
export function upToDate(report: PushReport, { binding, revision, asOf, units, provisional, unwritten }: PushReport): PushReport {
  return { ...report, binding, revision, asOf, units, provisional, unwritten };
}

/** The rows of one answer, beside where they stand in the sheet. */
function pushedRows(answer: PushAnswer, sent: readonly IdentifiedRow[], binding: Binding, language: Language): readonly PushedRow[] {
  const { rows } = answer;
  return sent.map((row, at): PushedRow => {
    const problems = (rows.problems[at] ?? []).map(({ column, value, ...said }) => ({
      kind: 'problem' as const,
      code: said.code,
      message: inWords(said, language),
      value,
      ...placeOf(row, column, binding),
    }));
    const hints = (rows.hints[at] ?? []).map((said) => ({
      kind: 'hint' as const,
      code: said.code,
      message: inWords(said, language),
      value: null,
      ...placeOf(row, null, binding),
    }));
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

/** What the server has said, in another language than it was asked for at need; its own words where this pane does not know the code. */
function inWords({ code, params, message: words }: Message & { readonly message: string }, language: Language): string {
  for (const full of [code, `problem.${code}`]) {
    const said = say(message(full, params), language);
    if (said !== full) return said;
  }
  return words;
}

/** Where an issue of a field is seen: its cell, or the row's first bound cell where there is none. */
export function placeOf(row: { readonly sheetRow: number }, field: string | null, binding: Binding): Pick<RowIssue, 'address' | 'column' | 'header'> {
  const bound = binding.columns.find((column) => column.field === field);
  const column = bound?.column ?? Math.min(...binding.columns.map((other) => other.column));
  return { address: addressOf(row.sheetRow, column), column, header: bound?.header ?? null };
}
