import { grid, merge } from './sheet.ts';
import type { MessySheet } from './sheet.ts';

/** Trouble with the rows: merged ones, sections, totals, notes, blanks. */
export const rowSheets: readonly MessySheet[] = [
  {
    name: 'unit and leader merged over the rows below',
    cells: grid(`
      | 序号 | 责任单位 | 主要负责人 | 工作措施 | 完成时限 |
      | #1 | 区发改委 | 张三 | 印发方案 | 6月底前 |
      | #2 | | | 召开会议 | 7月底前 |
      | #3 | | | 总结经验 | 年底前 |
      | #4 | 区财政局 | 李四 | 拨付资金 | 5月底前 |
    `),
    merges: merge('B2:B4', 'C2:C4'),
    ledgers: [
      {
        register: 'measures',
        headerRow: 0,
        entries: {
          1: { unit: '区发改委', leader: '张三', title: '印发方案', due: '6月底前' },
          2: { unit: '区发改委', leader: '张三', title: '召开会议', due: '7月底前' },
          3: { unit: '区发改委', leader: '张三', title: '总结经验', due: '年底前' },
          4: { unit: '区财政局', leader: '李四', title: '拨付资金', due: '5月底前' },
        },
      },
    ],
  },
  {
    name: 'the same without merge information: blanks stay blank and are said',
    cells: grid(`
      | 序号 | 责任单位 | 工作措施 | 完成时限 |
      | #1 | 区发改委 | 印发方案 | 6月底前 |
      | #2 | | 召开会议 | 7月底前 |
    `),
    ledgers: [
      {
        register: 'measures',
        headerRow: 0,
        entries: { 1: { unit: '区发改委', title: '印发方案', due: '6月底前' } },
        problems: ['2 unit required'],
      },
    ],
  },
  {
    name: 'one entry over two rows: everything merged but the co-units',
    cells: grid(`
      | 序号 | 责任单位 | 工作措施 | 完成时限 | 配合单位 |
      | #1 | 区发改委 | 印发方案 | 6月底前 | 区财政局 |
      | | | | | 区住建局 |
      | #2 | 区财政局 | 拨付资金 | 5月底前 | |
    `),
    merges: merge('A2:A3', 'B2:B3', 'C2:C3', 'D2:D3'),
    ledgers: [
      {
        register: 'measures',
        headerRow: 0,
        entries: {
          1: { unit: '区发改委', title: '印发方案', due: '6月底前', coUnits: '区财政局' },
          3: { unit: '区财政局', title: '拨付资金', due: '5月底前' },
        },
        skipped: { 2: 'Merged' },
      },
    ],
  },
  {
    name: 'a unit merged down to a row that holds nothing else',
    cells: grid(`
      | 责任单位 | 工作措施 | 完成时限 |
      | 区发改委 | 印发方案 | 6月底前 |
      | | | |
      | 区财政局 | 拨付资金 | 5月底前 |
    `),
    merges: merge('A2:A3'),
    ledgers: [
      {
        register: 'measures',
        headerRow: 0,
        entries: { 1: { unit: '区发改委', title: '印发方案', due: '6月底前' }, 3: { unit: '区财政局', title: '拨付资金', due: '5月底前' } },
        skipped: { 2: 'Blank' },
      },
    ],
  },
  {
    name: 'section rows, some numbered, one merged over the table',
    cells: grid(`
      | 责任单位 | 工作措施 | 完成时限 | 完成情况 |
      | 一、重点任务 | | | |
      | 区发改委 | 印发方案 | 6月底前 | |
      | 区委区政府交办事项 | | | |
      | 区财政局 | 拨付资金 | 5月底前 | |
      | （二）其他 | | | |
    `),
    merges: merge('A2:D2', 'A4:D4', 'A6:D6'),
    ledgers: [
      {
        register: 'measures',
        headerRow: 0,
        entries: { 2: { unit: '区发改委', title: '印发方案', due: '6月底前' }, 4: { unit: '区财政局', title: '拨付资金', due: '5月底前' } },
        skipped: { 1: 'Section', 3: 'Section', 5: 'Section' },
      },
    ],
  },
  {
    name: 'subtotals and totals',
    cells: grid(`
      | 序号 | 责任单位 | 工作措施 | 权重 |
      | #1 | 区发改委 | 印发方案 | #5 |
      | | 小计 | | #5 |
      | #2 | 区财政局 | 拨付资金 | #3 |
      | 合␣␣计 | | | #8 |
    `),
    ledgers: [
      {
        register: 'measures',
        headerRow: 0,
        entries: { 1: { unit: '区发改委', title: '印发方案', weight: 5 }, 3: { unit: '区财政局', title: '拨付资金', weight: 3 } },
        skipped: { 2: 'Total', 4: 'Total' },
      },
    ],
  },
  {
    name: 'notes and signatures below the table',
    cells: grid(`
      | 责任单位 | 工作措施 | 完成时限 |
      | 区发改委 | 印发方案 | 6月底前 |
      | 注：1.时限以文件为准。 | | |
      | 2.每月25日前报送。 | | |
      | 填表人：李四 | 审核人：王五 | 2022年6月30日 |
    `),
    ledgers: [
      {
        register: 'measures',
        headerRow: 0,
        entries: { 1: { unit: '区发改委', title: '印发方案', due: '6月底前' } },
        skipped: { 2: 'Note', 3: 'Note', 4: 'Note' },
      },
    ],
  },
  {
    name: 'blank rows between entries, and rows of nothing but 序号',
    cells: grid(`
      | 序号 | 责任单位 | 工作措施 |
      | #1 | 区发改委 | 印发方案 |
      | | | |
      | #2 | 区财政局 | 拨付资金 |
      | #3 | | |
      | #4 | | |
    `),
    ledgers: [
      {
        register: 'measures',
        headerRow: 0,
        entries: { 1: { unit: '区发改委', title: '印发方案' }, 3: { unit: '区财政局', title: '拨付资金' } },
        skipped: { 2: 'Blank' },
      },
    ],
  },
  {
    name: 'formulas filled down below the last entry',
    cells: grid(`
      | 序号 | 责任单位 | 工作措施 | 完成进度 |
      | #1 | 区发改委 | 印发方案 | #50 |
      | #2 | | | #0 |
    `),
    formulas: [
      [1, 3],
      [2, 0],
      [2, 3],
    ],
    ledgers: [{ register: 'measures', headerRow: 0, entries: { 1: { unit: '区发改委', title: '印发方案', progress: 50 } } }],
  },
  {
    name: 'column numbers under the header',
    cells: grid(`
      | 序号 | 责任单位 | 工作措施 | 完成时限 |
      | #1 | #2 | #3 | #4 |
      | #1 | 区发改委 | 印发方案 | 6月底前 |
    `),
    ledgers: [{ register: 'measures', headerRow: 0, entries: { 2: { unit: '区发改委', title: '印发方案', due: '6月底前' } }, skipped: { 1: 'Header' } }],
  },
];
