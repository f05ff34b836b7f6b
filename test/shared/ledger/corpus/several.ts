import { grid, merge } from './sheet.ts';
import type { MessySheet } from './sheet.ts';

/** Several ledgers on one sheet. */
export const severalSheets: readonly MessySheet[] = [
  {
    name: 'measures above problems, each under its own title',
    cells: grid(`
      | 责任清单 | | | |
      | 序号 | 责任单位 | 工作措施 | 完成时限 |
      | #1 | 区发改委 | 印发方案 | 6月底前 |
      | | | | |
      | 问题清单 | | | |
      | 序号 | 责任单位 | 存在问题 | 发现时间 |
      | #1 | 区财政局 | 拨付不及时 | 2022.5.9 |
    `),
    merges: merge('A1:D1', 'A5:D5'),
    ledgers: [
      { register: 'measures', headerRow: 1, entries: { 2: { unit: '区发改委', title: '印发方案', due: '6月底前' } } },
      { register: 'problems', headerRow: 5, entries: { 6: { unit: '区财政局', title: '拨付不及时', foundOn: '2022-05-09' } } },
    ],
  },
  {
    name: 'units left, measures right, a column between',
    cells: grid(`
      | 序号 | 单位名称 | 类别 | | 序号 | 责任单位 | 工作措施 | 完成时限 |
      | #1 | 区发改委 | 重点部门 | | #1 | 区发改委 | 印发方案 | 6月底前 |
      | #2 | 区财政局 | 其他部门 | | 合计 | | #1 | |
      | 合计 | #2 | | | #2 | 区财政局 | 拨付资金 | 5月底前 |
    `),
    ledgers: [
      {
        register: 'units',
        headerRow: 0,
        entries: { 1: { name: '区发改委', tier: 'key' }, 2: { name: '区财政局', tier: 'other' } },
        skipped: { 3: 'Total' },
      },
      {
        register: 'measures',
        headerRow: 0,
        entries: { 1: { unit: '区发改委', title: '印发方案', due: '6月底前' }, 3: { unit: '区财政局', title: '拨付资金', due: '5月底前' } },
        skipped: { 2: 'Total' },
      },
    ],
  },
  {
    name: 'side by side without a gap: 序号 begins the second',
    cells: grid(`
      | 序号 | 责任单位 | 工作措施 | 序号 | 责任单位 | 抽查日期 | 抽查结果 |
      | #1 | 区发改委 | 印发方案 | #1 | 区财政局 | 2022.6.1 | 属实 |
    `),
    ledgers: [
      { register: 'measures', headerRow: 0, entries: { 1: { unit: '区发改委', title: '印发方案' } } },
      { register: 'spotchecks', headerRow: 0, entries: { 1: { unit: '区财政局', checkedOn: '2022-06-01', result: 'true' } } },
    ],
  },
  {
    name: 'an unnamed column in the middle makes no two ledgers',
    cells: grid(`
      | 序号 | 责任单位 | 工作措施 | | 完成时限 | 完成情况 |
      | #1 | 区发改委 | 印发方案 | 加急 | 6月底前 | 已完成 |
    `),
    ledgers: [{ register: 'measures', headerRow: 0, entries: { 1: { unit: '区发改委', title: '印发方案', due: '6月底前', status: 'done' } } }],
  },
  {
    name: 'one block a unit, the same header over each: one ledger',
    cells: grid(`
      | 区发改委 | | | |
      | 序号 | 责任单位 | 工作措施 | 完成时限 |
      | #1 | 区发改委 | 印发方案 | 6月底前 |
      | 区财政局 | | | |
      | 序号 | 责任单位 | 工作措施 | 完成时限 |
      | #1 | 区财政局 | 拨付资金 | 5月底前 |
    `),
    merges: merge('A1:D1', 'A4:D4'),
    ledgers: [
      {
        register: 'measures',
        headerRow: 1,
        entries: { 2: { unit: '区发改委', title: '印发方案', due: '6月底前' }, 5: { unit: '区财政局', title: '拨付资金', due: '5月底前' } },
        skipped: { 3: 'Section', 4: 'Header' },
      },
    ],
  },
  {
    name: 'a second ledger far down the sheet',
    cells: [
      ...grid(`
        | 责任单位 | 工作措施 | 完成时限 |
        | 区发改委 | 印发方案 | 6月底前 |
      `),
      ...Array.from({ length: 100 }, () => []),
      ...grid(`
        | 单位 | 抽查日期 | 抽查结果 |
        | 区财政局 | 2022.6.1 | 不属实 |
      `),
    ],
    ledgers: [
      { register: 'measures', headerRow: 0, entries: { 1: { unit: '区发改委', title: '印发方案', due: '6月底前' } } },
      { register: 'spotchecks', headerRow: 102, entries: { 103: { unit: '区财政局', checkedOn: '2022-06-01', result: 'false' } } },
    ],
  },
];
