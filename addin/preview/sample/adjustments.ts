/** Points given and taken for what no other sheet of the sample ledger holds. Invented for the sample. */

import { day, type SampleCell } from './line.ts';
import type { SampleSheet } from './sheet.ts';

/** Unit, kind, points, reason, day, document. */
const adjustments: readonly (readonly SampleCell[])[] = [
  ['区政务服务局', '加分', 1, '帮办代办做法在全市推进会上作经验交流', day(4, 21), '会议通知'],
  ['区税务局', '加分', 0.5, '留抵退税直达辅导被市级简报刊发', day(5, 20), '简报第9期'],
  ['区住建局', '扣分', 1, '工程审批超时被市级通报1次', '2022.6.6', '通报第3期'],
];

/** Two bonuses and a deduction; no veto. */
export const adjustmentsSheet: SampleSheet = {
  name: '加减分',
  title: '2022年优化营商环境考核加减分登记表',
  orientation: 'landscape',
  columns: [
    { header: '序号', width: 8, kind: 'number' },
    { header: '被考核单位', width: 26, kind: 'text' },
    { header: '类型', width: 10, kind: 'choice', list: ['加分', '扣分', '一票否决'] },
    { header: '分值', width: 10, kind: 'choice' },
    { header: '加减分事由', width: 50, kind: 'text' },
    { header: '认定时间', width: 15, kind: 'choice' },
    { header: '认定文件', width: 20, kind: 'choice' },
  ],
  rowHeight: 24,
  rows: adjustments.map((cells, at) => [at + 1, ...cells]),
};
