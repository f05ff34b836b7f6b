import { expect, test } from 'vitest';
import type { PushedRow } from '../../../../addin/features/push/push-report.ts';
import { resultOf } from '../../../../addin/features/push/row-result.ts';

const row: PushedRow = {
  id: '1',
  sheetRow: 3,
  outcome: 'updated',
  flag: 'overdue',
  card: 'red',
  due: '2022-06-15',
  daysLeft: -15,
  score: 20,
  reading: '按 2022-06-15 计',
  issues: [],
  notice: null,
};

test.each(['done', 'doneLate'] as const)('what is %s has no days left: they would count on as if it were overdue', (flag) => {
  expect(resultOf(row, 'zh-CN')).toMatchObject({ flag: '已逾期', daysLeft: -15 });
  expect(resultOf({ ...row, flag, card: 'green' }, 'zh-CN')).toMatchObject({ daysLeft: null, due: 44_727 });
});
