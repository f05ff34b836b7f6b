/** The spot checks of the sample ledger: whether what the units reported is true. Invented for the sample. */

import { day, type SampleCell } from './line.ts';
import type { SampleSheet } from './sheet.ts';

/** Draw, day, unit, what was checked, result, by whom, remark. */
const spotchecks: readonly (readonly SampleCell[])[] = [
  ['第1批', day(3, 8), '区税务局', '新办纳税人套餐试行', '属实', '韩梅、宋志强', null],
  ['第1批', day(3, 8), '区政务服务局', '“办不成事”窗口首接负责人', '属实', '韩梅、宋志强', null],
  ['第1批', day(3, 9), '区工业和信息化局', '规上企业走访建档', '属实', '韩梅、丁一凡', '抽查档案6份'],
  ['第2批', '2022.4.12', '区自然资源局', '合并窗口单日办件量', '属实', '宋志强、丁一凡', null],
  ['第2批', '2022.4.12', '区住房和城乡建设局', '水气报装收费标准报审', '部分属实', '宋志强、丁一凡', '气价已报，水价未报'],
  ['第2批', day(4, 13), '区发改委', '联审例会解决卡点6个', '属实', '宋志强、丁一凡', null],
  ['第3批', day(5, 10), '区司法局', '规范性文件清理结果公布', '属实', '韩梅、丁一凡', null],
  ['第3批', day(5, 10), '公安分局', '印章备案即时办结', '属实', '韩梅、丁一凡', '查看登记簿'],
  ['第3批', day(5, 11), '区人社局', '跨区通办上线9项', '不属实', '韩梅、丁一凡', '实际上线4项，其余未开通'],
  ['第4批', '2022年6月9日', '区财政局', '“免申即享”目录公布', '属实', '韩梅、宋志强', null],
  ['第4批', '2022年6月9日', '区市场监督管理局', '涉企收费检查9家', '属实', '韩梅、宋志强', '核对检查记录'],
  ['第4批', day(6, 10), '区人民法院', '执行案款平均19天发放', '属实', '韩梅、宋志强', null],
];

/** 12 spot checks in four draws: one found partly true, one false. */
export const spotchecksSheet: SampleSheet = {
  name: '随机抽查',
  title: '2022年月度落实情况随机抽查记录',
  orientation: 'landscape',
  columns: [
    { header: '序号', width: 8, kind: 'number' },
    { header: '抽查批次', width: 12, kind: 'choice' },
    { header: '抽查时间', width: 15, kind: 'choice' },
    { header: '被抽查单位', width: 24, kind: 'text' },
    { header: '核查事项', width: 32, kind: 'text' },
    { header: '抽查结果', width: 12, kind: 'choice', list: ['属实', '部分属实', '不属实'] },
    { header: '抽查人', width: 18, kind: 'choice' },
    { header: '备注', width: 28, kind: 'text' },
  ],
  rowHeight: 24,
  rows: spotchecks.map((cells, at) => [at + 1, ...cells]),
};
