import { expect, test } from 'vitest';
import { issuesToCheck, rejections } from '../../../../addin/features/push/issues.ts';
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

test('what would be rejected is listed before reminders, column by column, each in sheet order by cell and header', () => {
  const groups = issuesToCheck(
    [
      { sheetRow: 12, id: null, issues: [issue('problem', { address: 'C13' }), issue('problem', { address: 'B13', column: 1, header: '责任单位' })] },
      { sheetRow: 3, id: null, issues: [issue('hint', { header: null })] },
      { sheetRow: 11, id: null, issues: [issue('problem')] },
    ],
    rowName,
  );
  expect(groups.map(({ letter, header, isFault, issues }) => [letter, header, isFault, issues.map(({ where, row, column }) => [where, row, column])])).toEqual([
    ['B', '责任单位', true, [['B13 责任单位', 12, 1]]],
    [
      'C',
      '工作 措施',
      true,
      [
        ['C12 工作 措施', 11, 2],
        ['C13 工作 措施', 12, 2],
      ],
    ],
    ['C', null, false, [['第 4 行', 3, 2]]],
  ]);
});

test('of the rows pushed only the problems of rejected ones are listed', () => {
  const rows = [pushed('inserted', 2, [issue('hint')]), pushed('rejected', 3, [issue('problem'), issue('hint')])];
  expect(rejections(rows, rowName).map(({ row, text }) => [row, text])).toEqual([[3, 'problem']]);
});

test('a fingerprint tells rows that differ', () => {
  expect(fingerprint([['区发改委', 1]])).toBe(fingerprint([['区发改委', 1]]));
  expect(fingerprint([['区发改委', 1]])).not.toBe(fingerprint([['区发改委', 2]]));
});
