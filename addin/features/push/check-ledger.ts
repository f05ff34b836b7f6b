import { say } from '../../../shared/contract/messages/index.ts';
import { readRow } from '../../../shared/ledger/rows.ts';
import type { Language, Message } from '../../../shared/message.ts';
import { registerById } from '../../../shared/registers/index.ts';
import type { JudgeContext } from '../../../shared/verdict/context.ts';
import { judgeEntry } from '../../../shared/verdict/judge.ts';
import type { LedgerReading, LedgerRow } from '../../excel/port.ts';
import { inSlices } from '../../work/slices.ts';
import type { SliceOptions } from '../../work/slices.ts';
import type { LedgerAlignment, Misalignment } from './align-ledger.ts';
import { placeOf } from './push-report.ts';
import type { RowIssue } from './push-report.ts';
import { deadlineToCheck } from './deadline-to-check.ts';
import { identifyRows } from './row-ids.ts';

/** A row that someone should look at before the push. */
export interface RowToCheck {
  readonly sheetRow: number;
  /** The id in the sheet; null for a new row. */
  readonly id: string | null;
  /** Never empty; with a `problem` among them the row would be rejected. */
  readonly issues: readonly RowIssue[];
}

export interface LedgerCheck {
  /** Entries of the ledger. */
  readonly total: number;
  /** Those that were never pushed. */
  readonly isNew: number;
  readonly toCheck: readonly RowToCheck[];
  /** Set when ids stand beside the content of others. */
  readonly misaligned: Misalignment | null;
}

/**
 * Checks a ledger as the server would read it, without sending anything: rows that would be rejected, with cell and reason, and, where
 * `judge` is given, the deadlines that cannot be read and the hints on entries with one. What the server alone knows (names of units, other sheets' ids) is not checked.
 * The rows are checked in slices, so that the pane goes on answering; rejects with the signal's reason.
 */
export async function checkLedger(
  reading: LedgerReading,
  { ids, misaligned }: LedgerAlignment,
  language: Language,
  judge: JudgeContext | null = null,
  slices: SliceOptions = {},
): Promise<LedgerCheck> {
  const register = registerById(reading.binding.register);
  if (register === undefined) return { total: reading.rows.length, isNew: 0, toCheck: [], misaligned };
  const identified = identifyRows(reading.rows, ids);
  const toCheck: RowToCheck[] = [];
  const check = (row: LedgerRow, at: number): void => {
    const { content, problems } = readRow(register, reading.fields, row.cells, { isNew: (ids[at] ?? null) === null });
    const issues = problems.map((problem) => issueOf('problem', problem, problem.column, reading, row, language));
    const notice = identified[at]?.notice;
    if (notice) issues.push(issueOf('hint', notice, null, reading, row, language));
    if (judge !== null && problems.length === 0) {
      const verdict = judgeEntry(register.id, { content, memory: {} }, judge);
      const unread = verdict && deadlineToCheck(verdict, language);
      if (unread) issues.push(issueOf('hint', unread, 'due', reading, row, language));
      for (const hint of verdict?.hints ?? []) issues.push(issueOf('hint', hint, null, reading, row, language));
    }
    if (issues.length > 0) toCheck.push({ sheetRow: row.sheetRow, id: row.id, issues });
  };
  await inSlices(reading.rows, check, slices);
  return { total: reading.rows.length, isNew: ids.filter((id) => id === null).length, toCheck, misaligned };
}

function issueOf(kind: RowIssue['kind'], said: Message, field: string | null, reading: LedgerReading, row: LedgerRow, language: Language): RowIssue {
  const value = row.cells[reading.fields.indexOf(field ?? '')] ?? null;
  return { kind, code: said.code, message: say(said, language), value, ...placeOf(row, field, reading.binding) };
}
