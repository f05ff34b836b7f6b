import type { RowToCheck } from './check-ledger.ts';
import type { Issue } from './issue-list.tsx';
import type { PushedRow, RowIssue } from './push-report.ts';

/** Names a whole row by its number, 1 for the first. */
export type RowName = (row: number) => string;

/** One item for every issue of the rows found by the check, in sheet order, what would be rejected first. */
export function issuesToCheck(rows: readonly RowToCheck[], rowName: RowName): readonly Issue[] {
  const issues = rows.flatMap((row) => row.issues.map((issue) => ({ issue, row: row.sheetRow })));
  const weight = ({ issue }: (typeof issues)[number]): number => (issue.kind === 'problem' ? 0 : 1);
  return issues.toSorted((a, b) => weight(a) - weight(b) || a.row - b.row).map(({ issue, row }, at) => itemOf(issue, row, at, rowName));
}

/** Why rows were not accepted, one item for every problem. */
export function rejections(rows: readonly PushedRow[], rowName: RowName): readonly Issue[] {
  return rows
    .filter((row) => row.outcome === 'rejected')
    .flatMap((row) => row.issues.filter((issue) => issue.kind === 'problem').map((issue) => ({ issue, row: row.sheetRow })))
    .map(({ issue, row }, at) => itemOf(issue, row, at, rowName));
}

/** The rows in conflict; `column` is where a click goes. */
export function conflicts(rows: readonly PushedRow[], column: number, rowName: RowName): readonly Issue[] {
  return rows
    .filter((row) => row.outcome === 'conflict')
    .map((row) => ({ key: row.id, where: rowName(row.sheetRow + 1), text: row.notice ?? '', row: row.sheetRow, column }));
}

function itemOf(issue: RowIssue, row: number, at: number, rowName: RowName): Issue {
  const where = issue.header === null ? rowName(row + 1) : `${issue.address} ${issue.header.replace(/\s+/g, ' ')}`;
  return { key: `${at} ${issue.address} ${issue.code}`, where, text: issue.message, row, column: issue.column };
}
