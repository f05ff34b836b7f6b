import type { RowToCheck } from './check-ledger.ts';
import type { Issue } from './issue-list.tsx';
import type { PushedRow, RowIssue } from './push-report.ts';

/** One item for every issue of the rows found by the check, in sheet order, what would be rejected first. */
export function issuesToCheck(rows: readonly RowToCheck[]): readonly Issue[] {
  const issues = rows.flatMap((row) => row.issues.map((issue) => ({ issue, row: row.sheetRow })));
  const weight = ({ issue }: (typeof issues)[number]): number => (issue.kind === 'problem' ? 0 : 1);
  return issues.toSorted((a, b) => weight(a) - weight(b) || a.row - b.row).map(({ issue, row }, at) => itemOf(issue, row, at));
}

/** Why rows were not accepted, one item for every problem. */
export function rejections(rows: readonly PushedRow[]): readonly Issue[] {
  return rows
    .filter((row) => row.outcome === 'rejected')
    .flatMap((row) => row.issues.filter((issue) => issue.kind === 'problem').map((issue) => ({ issue, row: row.sheetRow })))
    .map(({ issue, row }, at) => itemOf(issue, row, at));
}

/** The rows in conflict; `column` is where a click goes. */
export function conflicts(rows: readonly PushedRow[], column: number, whereOf: (row: number) => string): readonly Issue[] {
  return rows
    .filter((row) => row.outcome === 'conflict')
    .map((row) => ({ key: row.id, where: whereOf(row.sheetRow + 1), text: row.notice ?? '', row: row.sheetRow, column }));
}

function itemOf(issue: RowIssue, row: number, at: number): Issue {
  const where = issue.header === null ? issue.address : `${issue.address} ${issue.header.replace(/\s+/g, ' ')}`;
  return { key: `${at} ${issue.address} ${issue.code}`, where, text: issue.message, row, column: issue.column };
}
