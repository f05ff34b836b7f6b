import { expect, test } from 'vitest';
import { conflicts, issuesToCheck, rejections } from '../../../../addin/features/push/issues.ts';
import type { PushedRow, RowIssue } from '../../../../addin/features/push/push-report.ts';
import { fingerprint } from '../../../../addin/features/push/fingerprint.ts';

const rowName = (row: number): string => `第 ${row} 行`;

function issue(kind: RowIssue['kind'], part: Partial<RowIssue> = {}): RowIssue {
  return { kind, code: kind, message: kind, address: 'C12', column: 2, header: '工作\n措施', value: null, ...part };
}

function pushed(outcome: PushedRow['outcome'], sheetRow: number, issues: readonly RowIssue[] = []): PushedRow {
  const verdict = { flag: null, card: null, due: null, daysLeft: null, score: null, reading: null, notice: null };
  return { id: `id${sheetRow}`, sheetRow, outcome, issues, ...verdict };
}

test('what would be rejected is listed before reminders, each by cell and header', () => {
  const items = issuesToCheck(
    [
      { sheetRow: 3, id: null, issues: [issue('hint', { header: null })] },
      { sheetRow: 11, id: null, issues: [issue('problem')] },
    ],
    rowName,
  );
  expect(items.map(({ where, text, row, column }) => [where, text, row, column])).toEqual([
    ['C12 工作 措施', 'problem', 11, 2],
    ['第 4 行', 'hint', 3, 2],
  ]);
});

test('of the rows pushed only the problems of rejected ones are listed', () => {
  const rows = [pushed('inserted', 2, [issue('hint')]), pushed('rejected', 3, [issue('problem'), issue('hint')])];
  expect(rejections(rows, rowName).map(({ row, text }) => [row, text])).toEqual([[3, 'problem']]);
});

test('conflicts are listed by row', () => {
  expect(conflicts([pushed('conflict', 6), pushed('updated', 7)], 1, rowName)).toMatchObject([{ where: '第 7 行', row: 6, column: 1 }]);
});

test('a fingerprint tells rows that differ', () => {
  expect(fingerprint([['区发改委', 1]])).toBe(fingerprint([['区发改委', 1]]));
  expect(fingerprint([['区发改委', 1]])).not.toBe(fingerprint([['区发改委', 2]]));
});
