/** What the public said of the units of the sample ledger. Invented for the sample. */

import { day, percent, type SampleCell } from './line.ts';
import type { SampleSheet } from './sheet.ts';

const FORM = '窗口现场问卷';
const VISIT = '入企问卷';
const PHONE = '第三方电话回访';

/** Day, unit, satisfied, basically satisfied, dissatisfied, satisfaction where it was given as such, how it was asked. */
const surveys: readonly (readonly SampleCell[])[] = [
  [day(3, 30), '区政务服务局', 168, 25, 7, null, FORM],
  [day(3, 30), '区税务局', 112, 22, 6, null, FORM],
  [day(3, 30), '区市场监督管理局', 88, 34, 18, null, FORM],
  [day(3, 31), '区自然资源局', 80, 24, 10, null, FORM],
  [day(3, 31), '区人力资源和社会保障局', 57, 38, 25, null, FORM],
  ['2022.6.17', '区发改委', 39, 14, 7, null, VISIT],
  ['2022.6.17', '区工业和信息化局', 34, 18, 18, null, VISIT],
  ['2022.6.17', '区住房和城乡建设局', 52, 15, 3, null, VISIT],
  ['2022.6.17', '区生态环境分局', 41, 20, 9, null, VISIT],
  [day(6, 20), '区人民法院', 8, 3, 1, null, '诉讼服务大厅问卷，仅收回12份'],
  [day(6, 22), '公安分局', null, null, null, 88.5, PHONE],
  [day(6, 22), '区司法局', null, null, null, 90, PHONE],
  [day(6, 22), '区财政局', null, null, null, percent(84), PHONE],
  [day(6, 24), '区政务服务局', 212, 22, 6, null, FORM],
];

/** 14 surveys of all 13 units: counts or a score, one with too few answers. */
export const surveysSheet: SampleSheet = {
  name: '群众满意度',
  title: '2022年上半年群众满意度测评汇总表',
  orientation: 'landscape',
  columns: [
    { header: '序号', width: 8, kind: 'number' },
    { header: '测评时间', width: 15, kind: 'choice' },
    { header: '被测评单位', width: 26, kind: 'text' },
    { header: '满意', width: 11, kind: 'choice' },
    { header: '基本满意', width: 11, kind: 'choice' },
    { header: '不满意', width: 11, kind: 'choice' },
    { header: '满意度得分', width: 13, kind: 'choice' },
    { header: '备注', width: 34, kind: 'text' },
  ],
  rowHeight: 24,
  rows: surveys.map((cells, at) => [at + 1, ...cells]),
};
