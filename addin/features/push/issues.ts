import { columnLetters } from '../../excel/cells.ts';
import type { RowToCheck } from './check-ledger.ts';
import type { Issue } from './issue-list.tsx';
import type { PushedRow, RowIssue } from './push-report.ts';

/** Names a whole row by its number, 1 for the first. */
export type RowName = (row: number) => string;

/** The issues of one column, or of rows as a whole. */
export interface IssueGroup {
  readonly key: string;
  /** The column's header; null for rows as a whole. */
  readonly header: string | null;
  readonly letter: string;
  /** Whether its rows would be rejected; else it only reminds. */
  readonly isFault: boolean;
  /** In sheet order; never empty. */
  readonly issues: readonly Issue[];
}

/** Every issue of the rows found by the check, by column from left to right and rows as a whole last, what would be rejected first. */
export function issuesToCheck(rows: readonly RowToCheck[], rowName: RowName): readonly IssueGroup[] {
  const groups = new Map<string, IssueGroup & { readonly column: number; readonly issues: Issue[] }>();
  for (const row of rows.toSorted((a, b) => a.sheetRow - b.sheetRow)) {
    for (const issue of row.issues) {
      const key = `${issue.kind} ${issue.header === null ? '' : issue.column}`;
      const group = groups.get(key) ?? {
        key,
        header: issue.header === null ? null : nameOf(issue.header),
        letter: columnLetters(issue.column),
        column: issue.header === null ? Number.MAX_SAFE_INTEGER : issue.column,
        isFault: issue.kind === 'problem',
        issues: [],
      };
      groups.set(key, group);
      group.issues.push(itemOf(issue, row.sheetRow, group.issues.length, rowName));
    }
  }
  return [...groups.values()].toSorted((a, b) => Number(b.isFault) - Number(a.isFault) || a.column - b.column);
}

/** Why rows were not accepted, one item for every problem. */
export function rejections(rows: readonly PushedRow[], rowName: RowName): readonly Issue[] {
  return rows
    .filter((row) => row.outcome === 'rejected')
    .flatMap((row) => row.issues.filter((issue) => issue.kind === 'problem').map((issue) => ({ issue, row: row.sheetRow })))
    .map(({ issue, row }, at) => itemOf(issue, row, at, rowName));
}

function itemOf(issue: RowIssue, row: number, at: number, rowName: RowName): Issue {
  const where = issue.header === null ? rowName(row + 1) : `${issue.address} ${nameOf(issue.header)}`;
  return { key: `${at} ${issue.address} ${issue.code}`, where, text: issue.message, row, column: issue.column };
}

/** A header on one line. */
function nameOf(header: string): string {
  return header.replace(/\s+/g, ' ');
}
