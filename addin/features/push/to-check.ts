import type { RowToCheck } from './check-ledger.ts';
import type { PushedRow } from './push-report.ts';

/** The rows someone should look at: those the pane itself has found, and those that the server alone would not take. In sheet order. */
export function rowsToCheck(found: readonly RowToCheck[], answered: readonly PushedRow[]): readonly RowToCheck[] {
  const faulty = new Set(found.filter(isFaulty).map(({ sheetRow }) => sheetRow));
  const refused = answered.filter(({ outcome, sheetRow }) => outcome === 'rejected' && !faulty.has(sheetRow));
  const byRow = new Map(found.map((row) => [row.sheetRow, row]));
  for (const { id, sheetRow, issues } of refused) byRow.set(sheetRow, { id, sheetRow, issues });
  return [...byRow.values()].toSorted((a, b) => a.sheetRow - b.sheetRow);
}

/** How many rows a push would not take. The others only remind of something. */
export function faultyRows(rows: readonly RowToCheck[]): number {
  return rows.filter(isFaulty).length;
}

function isFaulty({ issues }: RowToCheck): boolean {
  return issues.some(({ kind }) => kind === 'problem');
}
