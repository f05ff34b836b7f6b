import { bookOf, merge } from '../support/messy-book.ts';
import type { MessyBook } from '../support/messy-book.ts';

/** Trouble with the rows. */
export const rowBooks: readonly MessyBook[] = [
  {
    name: 'units and leaders merged over their rows, section rows between',
    build: () =>
      bookOf(
        `
        H | 序号 | 责任单位 | 主要负责人 | 工作措施 | 完成时限 |
          | 一、政务环境 | | | | |
          | #1 | 区政务服务局 | 李四 | 推行“一窗受理” | 6月15日 |
          | #2 | | | 建设24小时自助区 | 9月底前 |
          | #3 | | | 公布办事指南 | 年底前 |
          | 二、市场环境 | | | | |
          | #4 | 区市场监督管理局 | 王五 | 压缩企业开办时间 | 7月底前 |
          | #5 | | | 开展食品安全检查 | 每季度 |
        `,
        (sheet) => merge(sheet, 'A2:E2', 'B3:B5', 'C3:C5', 'A6:E6', 'B7:B8', 'C7:C8'),
      ),
    ledgers: [
      {
        register: 'measures',
        headerRow: 0,
        entries: {
          2: { unit: '区政务服务局', leader: '李四', title: '推行“一窗受理”', due: '6月15日' },
          3: { unit: '区政务服务局', leader: '李四', title: '建设24小时自助区', due: '9月底前' },
          4: { unit: '区政务服务局', leader: '李四', title: '公布办事指南', due: '年底前' },
          6: { unit: '区市场监督管理局', leader: '王五', title: '压缩企业开办时间', due: '7月底前' },
          7: { unit: '区市场监督管理局', leader: '王五', title: '开展食品安全检查', due: '每季度' },
        },
        skipped: { 1: 'Section', 5: 'Section' },
      },
    ],
  },
  {
    name: 'one entry over two rows, all merged but the co-units',
    build: () =>
      bookOf(
        `
        H | 序号 | 责任单位 | 工作措施 | 完成时限 | 配合单位 |
          | #1 | 区应急局 | 修订应急预案 | 8月底前 | 区消防大队 |
          | | | | | 区气象局 |
          | #2 | 区司法局 | 清理规范性文件 | 10月底前 | |
        `,
        (sheet) => merge(sheet, 'A2:A3', 'B2:B3', 'C2:C3', 'D2:D3'),
      ),
    ledgers: [
      {
        register: 'measures',
        headerRow: 0,
        entries: {
          1: { unit: '区应急局', title: '修订应急预案', due: '8月底前', coUnits: '区消防大队' },
          3: { unit: '区司法局', title: '清理规范性文件', due: '10月底前' },
        },
        skipped: { 2: 'Merged' },
      },
    ],
  },
  {
    name: 'subtotals and totals with sums, section rows, one deadline merged over several measures',
    build: () =>
      bookOf(
        `
        H | 序号 | 责任单位 | 工作措施 | 完成时限 | 权重 |
          | （一）重点任务 | | | | |
          | #1 | 区工信局 | 培育规上企业3户 | 12月底前 | #5 |
          | #2 | 区工信局 | 推进绿色矿山建设 | | #3 |
          | | 小计 | | | =SUM(E3:E4) → #8 |
          | （二）其他任务 | | | | |
          | #3 | 区统计局 | 做好经济普查准备 | 11月底前 | #2 |
          | 合 计 | | | | =E5+E7 → #10 |
        `,
        (sheet) => merge(sheet, 'A2:E2', 'D3:D4', 'A6:E6', 'A8:C8'),
      ),
    ledgers: [
      {
        register: 'measures',
        headerRow: 0,
        entries: {
          2: { unit: '区工信局', title: '培育规上企业3户', due: '12月底前', weight: 5 },
          3: { unit: '区工信局', title: '推进绿色矿山建设', due: '12月底前', weight: 3 },
          6: { unit: '区统计局', title: '做好经济普查准备', due: '11月底前', weight: 2 },
        },
        skipped: { 1: 'Section', 4: 'Total', 5: 'Section', 7: 'Total' },
      },
    ],
  },
  {
    name: 'blank rows between entries, 序号 by formula and filled down below the last one',
    build: () =>
      bookOf(`
        H | 序号 | 责任单位 | 工作措施 | 完成时限 | 完成情况 |
          | =ROW()-1 → #1 | 区民政局 | 建设养老服务站 | 9月底前 | 进行中 |
          | | | | | |
          | =ROW()-1 → #3 | 区人社局 | 开展技能培训 | 11月底前 | 进行中 |
          | =ROW()-1 → #4 | | | | |
          | =ROW()-1 → #5 | | | | |
      `),
    ledgers: [
      {
        register: 'measures',
        headerRow: 0,
        entries: {
          1: { unit: '区民政局', title: '建设养老服务站', due: '9月底前', status: 'open' },
          3: { unit: '区人社局', title: '开展技能培训', due: '11月底前', status: 'open' },
        },
        skipped: { 2: 'Blank' },
      },
    ],
  },
  {
    name: 'notes and signatures below the table, merged across',
    build: () =>
      bookOf(
        `
        H | 责任单位 | 工作措施 | 完成时限 | 责任人 |
          | 区审计局 | 完成经济责任审计5项 | 11月30日前 | 周九 |
        N | 注：1.时限以文件为准。 | | | |
        N | 2.每月25日前报送。 | | | |
        N | 填表人：李四 | | 审核人：王五 | 2022年6月30日 |
        `,
        (sheet) => merge(sheet, 'A3:D3', 'A4:D4', 'A5:B5'),
      ),
    ledgers: [
      {
        register: 'measures',
        headerRow: 0,
        entries: { 1: { unit: '区审计局', title: '完成经济责任审计5项', due: '11月30日前', leader: '周九' } },
        skipped: { 2: 'Note', 3: 'Note', 4: 'Note' },
      },
    ],
  },
  {
    name: 'rows that lack what an entry must have, and a copy of another',
    build: () =>
      bookOf(`
        H | 序号 | 责任单位 | 工作措施 | 完成时限 |
          | #1 | 区农牧局 | 建设高标准农田 | 10月底前 |
          | #2 | | 防治草原鼠害 | 8月底前 |
          | #3 | 区农牧局 | | 8月底前 |
          | #4 | 区农牧局 | 建设高标准农田 | 10月底前 |
      `),
    ledgers: [
      {
        register: 'measures',
        headerRow: 0,
        entries: { 1: { unit: '区农牧局', title: '建设高标准农田', due: '10月底前' }, 4: { unit: '区农牧局', title: '建设高标准农田', due: '10月底前' } },
        problems: ['2 unit required', '3 title required'],
      },
    ],
  },
];
