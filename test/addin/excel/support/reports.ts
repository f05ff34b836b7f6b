/** Reports as features write them: a ranking with a chart, a month's roll-up, and a supervision order. */
import type { ReportSheet } from '../../../../addin/excel/reports/report-sheet.ts';

const UNITS = [
  '区发改委',
  '区教育局',
  '区民政局',
  '区财政局',
  '区人社局',
  '区住建局',
  '区交通局',
  '区农牧局',
  '区文旅局',
  '区卫健委',
  '区应急局',
  '区市场监管局',
  '区政务服务局',
];

export function ranking(): ReportSheet {
  return {
    name: '综合排名',
    language: 'zh-CN',
    look: 'table',
    title: '2022 年优化营商环境考核评价综合排名',
    lines: [{ left: '截至 2022-06-30', right: '共 13 家单位' }],
    columns: [
      { header: '名次', kind: 'integer', width: 7 },
      { header: '责任单位', kind: 'text', width: 18 },
      { header: '类别', kind: 'text', width: 12, align: 'center' },
      { header: '得分', kind: 'decimal', width: 10 },
      { header: '等次', kind: 'text', width: 8, align: 'center' },
      { header: '预警', kind: 'text', width: 8, align: 'center' },
      { header: '逾期', kind: 'integer', width: 8 },
      { header: '临期', kind: 'integer', width: 8 },
    ],
    sections: [
      {
        rows: UNITS.map((unit, at) => [
          at + 1,
          unit,
          at % 3 === 0 ? '重点单位' : '一般单位',
          97.25 - at * 3.61,
          at < 3 ? '优秀' : at < 5 ? '良好' : '合格',
          at > 9 ? { text: '红牌', card: 'red' } : at > 5 ? { text: '黄牌', card: 'yellow' } : { text: '绿牌', card: 'green' },
          Math.max(0, at - 9),
          at % 4,
        ]),
      },
    ],
    chart: { kind: 'bar', title: '各单位得分', category: 1, values: [3], minimum: 0, maximum: 100 },
    orientation: 'landscape',
  };
}

export function rollUp(): ReportSheet {
  const group = (name: string, headers: readonly string[]) => headers.map((header) => ({ header, group: name, kind: 'integer', width: 9 }) as const);
  return {
    name: '月度汇总 2022-06',
    language: 'zh-CN',
    look: 'table',
    title: '2022 年 6 月责任清单月度汇总',
    lines: [{ left: '截至 2022-06-30；得分变化与 2022-05-31 比较' }],
    columns: [
      { header: '责任单位', kind: 'text', width: 18 },
      ...group('措施', ['总数', '完成', '逾期', '下月到期']),
      { header: '月报', kind: 'text', width: 10, align: 'center' },
      ...group('问题', ['新增', '办结', '在办', '逾期']),
      { header: '得分变化', kind: 'change', width: 11 },
    ],
    sections: [
      {
        caption: '重点单位',
        rows: UNITS.slice(0, 4).map((unit, at) => [unit, 8, 5, at, 2, at > 2 ? { text: '迟报', card: 'yellow' } : '按时', 3, 2, 1, 0, at - 1.5]),
      },
      { caption: '一般单位', rows: UNITS.slice(4).map((unit, at) => [unit, 5, 4, 0, 1, '按时', 1, 1, 0, 0, at === 3 ? null : 0]) },
      { caption: '派驻单位', rows: [], empty: '本月没有数据' },
    ],
    orientation: 'landscape',
  };
}

export function order(unit = '区政务服务局', items = 4): ReportSheet {
  return {
    name: `督办单 ${unit}`,
    language: 'zh-CN',
    look: 'document',
    title: '督  办  单',
    lines: [
      { left: '编号：督办〔2022〕003 号', right: '截至日期：2022-06-30' },
      { left: `责任单位：${unit}`, right: '责任领导：王五' },
      { left: '　　经核查责任清单，以下事项已经逾期或即将到期。请加紧办理，并于收到本单之日起 5 个工作日内书面反馈办理情况。' },
    ],
    columns: [
      { header: '序号', kind: 'integer', width: 6 },
      { header: '事项', kind: 'text', width: 34 },
      { header: '责任领导', kind: 'text', width: 11, align: 'center' },
      { header: '完成时限', kind: 'date', width: 13 },
      { header: '超期天数', kind: 'integer', width: 10 },
      { header: '状态', kind: 'text', width: 10, align: 'center' },
    ],
    sections: [
      {
        rows: Array.from({ length: items }, (_, at) => [
          at + 1,
          at % 2 ? '=推行一窗受理、集成服务，压减企业开办时间至 0.5 个工作日，并向社会公开办理时限' : '编制政务服务事项清单',
          '王五',
          at === 3 ? '每月25日前' : `2022-06-${String(10 + (at % 20)).padStart(2, '0')}`,
          20 - at,
          { text: at < 2 ? '已逾期' : '临期', card: at < 2 ? 'red' : 'yellow' },
        ]),
      },
    ],
    notes: [
      { left: '', right: '乌达区优化营商环境考核评价组（盖章）' },
      { left: '', right: '2022 年 6 月 30 日' },
    ],
    reply: {
      title: '办理情况（由责任单位填写）',
      room: 8,
      signatures: [{ left: '负责人（签字）：', right: '日期：        年    月    日' }],
    },
    orientation: 'portrait',
  };
}
