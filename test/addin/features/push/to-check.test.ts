import { expect, test } from 'vitest';
import type { RowToCheck } from '../../../../addin/features/push/check-ledger.ts';
import type { PushedRow, RowIssue } from '../../../../addin/features/push/push-report.ts';
import { faultyRows, rowsToCheck } from '../../../../addin/features/push/to-check.ts';

const issue = (kind: RowIssue['kind'], code: string): RowIssue => ({ kind, code, message: code, address: 'A1', column: 0, header: null, value: null });
const found = (sheetRow: number, ...issues: readonly RowIssue[]): RowToCheck => ({ sheetRow, id: `R${sheetRow}`, issues });
const answered = (sheetRow: number, outcome: PushedRow['outcome'], ...issues: readonly RowIssue[]): PushedRow => ({
  id: `R${sheetRow}`,
  sheetRow,
  outcome,
  flag: null,
  card: null,
  due: null,
  daysLeft: null,
  score: null,
  reading: null,
  issues,
  notice: null,
});

test('a row at fault counts once, whoever has found it; reminders are listed and do not count', () => {
  const rows = rowsToCheck(
    [found(3, issue('problem', 'progress')), found(5, issue('hint', 'holiday'))],
    [
      answered(3, 'rejected', issue('problem', 'progress')),
      answered(4, 'rejected', issue('problem', 'unknownUnit')),
      answered(5, 'unchanged', issue('hint', 'holiday')),
    ],
  );
  expect(rows.map(({ sheetRow }) => sheetRow)).toEqual([3, 4, 5]);
  expect(faultyRows(rows)).toBe(2);
});

test('a row the pane only reminds of is at fault when the server would not take it', () => {
  const rows = rowsToCheck([found(5, issue('hint', 'holiday'))], [answered(5, 'rejected', issue('problem', 'unknownUnit'), issue('hint', 'holiday'))]);
  expect(rows).toMatchObject([{ sheetRow: 5, issues: [{ code: 'unknownUnit' }, { code: 'holiday' }] }]);
  expect(faultyRows(rows)).toBe(1);
});

test('nothing is at fault before the server has answered but what the pane has found', () => {
  expect(faultyRows(rowsToCheck([found(3, issue('problem', 'progress'))], []))).toBe(1);
});
