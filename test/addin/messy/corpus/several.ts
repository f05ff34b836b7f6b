import { area, bookOf, merge } from '../support/messy-book.ts';
import type { MessyBook } from '../support/messy-book.ts';

/** Several ledgers on a sheet, ledgers of other kinds, and everything at once. */
export const severalBooks: readonly MessyBook[] = [
  {
    name: 'measures above problems, each under its own title',
    build: () =>
      bookOf(
        `
        T | 责任清单 | | | |
        H | 序号 | 责任单位 | 工作措施 | 完成时限 |
          | #1 | 区应急局 | 开展安全生产大检查 | 6月底前 |
        N | | | | |
        T | 问题清单 | | | |
        H | 序号 | 责任单位 | 存在问题 | 发现时间 |
          | #1 | 区应急局 | 检查台账不全 | 2022.5.9 |
        `,
        (sheet) => merge(sheet, 'A1:D1', 'A5:D5'),
      ),
    ledgers: [
      { register: 'measures', headerRow: 1, entries: { 2: { unit: '区应急局', title: '开展安全生产大检查', due: '6月底前' } } },
      { register: 'problems', headerRow: 5, entries: { 6: { unit: '区应急局', title: '检查台账不全', foundOn: '2022-05-09' } } },
    ],
  },
  {
    name: 'units left of measures, a column between',
    build: () =>
      bookOf(`
        H | 序号 | 单位名称 | 类别 | | 序号 | 责任单位 | 工作措施 | 完成时限 |
          | #1 | 区残联 | 其他部门 | | #1 | 区残联 | 发放辅具 | 6月底前 |
          | #2 | 区妇联 | 其他部门 | | #2 | 区妇联 | 培训家政员 | 9月底前 |
      `),
    ledgers: [
      {
        register: 'measures',
        headerRow: 0,
        entries: { 1: { unit: '区残联', title: '发放辅具', due: '6月底前' }, 2: { unit: '区妇联', title: '培训家政员', due: '9月底前' } },
      },
      {
        register: 'units',
        headerRow: 0,
        entries: { 1: { name: '区残联', tier: 'other' }, 2: { name: '区妇联', tier: 'other' } },
        refused: 'resultAreaTaken',
      },
    ],
  },
  {
    name: 'a list of units with aliases and notes',
    build: () =>
      bookOf(
        `
        T | 2022年考核单位名单 | | | | |
        H | 序号 | 单位全称 | 简称 | 是否重点部门 | 主要领导 |
          | #1 | 乌达区科学技术局 | 区科技局 | 是 | 张三 |
          | #2 | 乌达区档案史志馆 | 区档案馆 | 否 | 李四 |
        N | 备注：排名不分先后。 | | | | |
        `,
        (sheet) => merge(sheet, 'A1:E1', 'A5:E5'),
      ),
    ledgers: [
      {
        register: 'units',
        headerRow: 1,
        entries: {
          2: { name: '乌达区科学技术局', aliases: '区科技局', tier: 'key', leader: '张三' },
          3: { name: '乌达区档案史志馆', aliases: '区档案馆', tier: 'other', leader: '李四' },
        },
        skipped: { 4: 'Note' },
      },
    ],
  },
  {
    name: 'inspections, batch and day merged over their rows',
    build: () =>
      bookOf(
        `
        T | 督查考核台账 | | | | | |
        H | 批次 | 被督查单位 | 督查时间 | 督查方式 | 督查组 | 得分 |
          | #1 | 区科技局 | @44663 | 实地督查 | 第一督查组 | #92.5 |
          | | 区档案馆 | | 书面督办 | | #88 |
          | #2 | 区科技局 | 2022.5.10 | 走访 | 第二督查组 | #120 |
        `,
        (sheet) => merge(sheet, 'A1:F1', 'A3:A4', 'C3:C4', 'E3:E4'),
      ),
    ledgers: [
      {
        register: 'inspections',
        headerRow: 1,
        entries: {
          2: { no: '1', unit: '区科技局', date: '2022-04-12', kind: 'field', body: '第一督查组', score: 92.5 },
          3: { no: '1', unit: '区档案馆', date: '2022-04-12', kind: 'written', body: '第一督查组', score: 88 },
        },
        problems: ['4 score numberTooLarge'],
      },
    ],
  },
  {
    name: 'everything at once',
    build: () =>
      bookOf(
        `
        T | 乌达区2022年优化营商环境责任清单（第二次调度） | | | | | | | |
        N | 填报单位（盖章）：区考核办 | | | | | 填报日期：2022年6月30日 | | |
        H | 序号 | *责任单位\\n（牵头在前） | 主 要\\n负责人 | 工作措施 | 完成时限（2022年） | 落实情况 | | 权重 |
        H | | | | | | 完成进度 | 办结时间 | |
          | 一、政务环境 | | | | | | | |
          | =ROW()-5 → #1 | 牵头：区政务服务局\\n配合：区行政审批局 | 李四 | 推行“一枚印章管审批” | @44742 | %1 | 2022年6月20日 | #5 |
          | #2 | | | 公布“最多跑一次”清单 | 6月底前 | 60% | | #3 |
          | | 小计 | | | | | | =SUM(H6:H7) → #8 |
        N | | | | | | | | |
          | 二、法治环境 | | | | | | | |
          | #3 | 区司法局 | 王五 | 清理证明事项 | 二〇二二年十二月三十一日前 | '30 | | #4 |
          | #4 | 区法院 | 赵六 | 压缩案件审理时间 | !REF! | =1/0 → !DIV/0! | | #2 |
          | 合计 | | | | | | | =H8+SUM(H11:H12) → #14 |
        N | 注：完成进度按百分比填写。 | | | | | | | |
        N | 填表人：李四 | | 审核人：王五 | | | | | |
        `,
        (sheet) => {
          merge(
            sheet,
            'A1:H1',
            'A2:C2',
            'F2:H2',
            'A3:A4',
            'B3:B4',
            'C3:C4',
            'D3:D4',
            'E3:E4',
            'F3:G3',
            'H3:H4',
            'A5:H5',
            'B6:B7',
            'C6:C7',
            'A10:H10',
            'A14:H14',
          );
          sheet.columns.set(2, { width: 10, hidden: true });
          sheet.columns.set(3, { width: 40 });
          sheet.rows.set(6, { hidden: true });
          sheet.frozen = { rows: 4, columns: 2 };
          sheet.filter = { area: area('A4:H13'), isActive: false };
          sheet.comments.push({ row: 5, column: 4, text: '市里要求提前' });
        },
      ),
    ledgers: [
      {
        register: 'measures',
        headerRow: 3,
        entries: {
          5: {
            unit: '牵头：区政务服务局\n配合：区行政审批局',
            leader: '李四',
            title: '推行“一枚印章管审批”',
            due: '2022-06-30',
            progress: 100,
            completedOn: '2022-06-20',
            weight: 5,
          },
          6: { unit: '牵头：区政务服务局\n配合：区行政审批局', leader: '李四', title: '公布“最多跑一次”清单', due: '6月底前', progress: 60, weight: 3 },
          10: { unit: '区司法局', leader: '王五', title: '清理证明事项', due: '二〇二二年十二月三十一日前', progress: 30, weight: 4 },
        },
        problems: ['11 due errorValue', '11 progress errorValue'],
        skipped: { 4: 'Section', 7: 'Total', 8: 'Blank', 9: 'Section', 12: 'Total', 13: 'Note', 14: 'Note' },
      },
    ],
  },
];
