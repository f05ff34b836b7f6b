import { grid, merge } from './sheet.ts';
import type { MessySheet } from './sheet.ts';

/** Trouble with the header: where it stands, how many rows it has, how its names are written. */
export const headerSheets: readonly MessySheet[] = [
  {
    name: 'title and captions above the header, merged',
    cells: grid(`
      | 乌达区2022年重点工作责任清单 | | | | |
      | 填报单位：区考核办 | | | 填报日期：2022.6.30 | |
      | | | | | |
      | 序号 | 责任单位 | 工作措施 | 完成时限 | 责任人 |
      | #1 | 区发改委 | 印发方案 | 6月底前 | 张三 |
    `),
    merges: merge('A1:E1', 'A2:C2'),
    ledgers: [{ register: 'measures', headerRow: 3, entries: { 4: { unit: '区发改委', title: '印发方案', due: '6月底前', leader: '张三' } } }],
  },
  {
    name: 'header of two rows, groups merged over names, single names merged over both rows',
    cells: grid(`
      | 2022年责任清单 | | | | | |
      | 序号 | 责任单位 | 工作措施 | 完成时限 | 落实情况 | |
      | | | | | 完成进度 | 办结时间 |
      | #1 | 区发改委 | 印发方案 | 6月底前 | 60% | |
      | #2 | 区财政局 | 拨付资金 | 5月底前 | #100 | 2022.5.20 |
    `),
    merges: merge('A1:F1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:F2'),
    ledgers: [
      {
        register: 'measures',
        headerRow: 2,
        entries: {
          3: { unit: '区发改委', title: '印发方案', due: '6月底前', progress: 60 },
          4: { unit: '区财政局', title: '拨付资金', due: '5月底前', progress: 100, completedOn: '2022-05-20' },
        },
      },
    ],
  },
  {
    name: 'header of two rows whose merges the host cannot tell',
    cells: grid(`
      | 序号 | 责任单位 | 工作措施 | 完成时限 | 落实情况 | |
      | | | | | 完成进度 | 办结时间 |
      | #1 | 区发改委 | 印发方案 | 6月底前 | #60 | |
    `),
    ledgers: [{ register: 'measures', headerRow: 1, entries: { 2: { unit: '区发改委', title: '印发方案', due: '6月底前', progress: 60 } } }],
  },
  {
    name: 'names that only make sense with their group: 责任 over 单位 and 人',
    cells: grid(`
      | 序号 | 工作措施 | 责任 | | 配合单位 | 完成 | |
      | | | 单位 | 人 | | 时限 | 情况 |
      | #1 | 印发方案 | 区发改委 | 张三 | 区财政局 | 6月底前 | 进行中 |
    `),
    merges: merge('A1:A2', 'B1:B2', 'C1:D1', 'E1:E2', 'F1:G1'),
    ledgers: [
      {
        register: 'measures',
        headerRow: 1,
        entries: { 2: { unit: '区发改委', title: '印发方案', leader: '张三', coUnits: '区财政局', due: '6月底前', status: 'open' } },
      },
    ],
  },
  {
    name: 'header of three rows',
    cells: grid(`
      | 序号 | 责任单位 | 工作措施 | 2022年 | | |
      | | | | 完成时限 | 落实情况 | |
      | | | | | 完成进度 | 办结时间 |
      | #1 | 区发改委 | 印发方案 | 6月底前 | #60 | |
    `),
    merges: merge('A1:A3', 'B1:B3', 'C1:C3', 'D1:F1', 'D2:D3', 'E2:F2'),
    ledgers: [{ register: 'measures', headerRow: 2, entries: { 3: { unit: '区发改委', title: '印发方案', due: '6月底前', progress: 60 } } }],
  },
  {
    name: 'a group whose names say nothing to any field',
    cells: grid(`
      | 责任单位 | 工作措施 | 完成时限 | 各季度打算 | |
      | | | | 第一季度打算 | 第二季度打算 |
      | 区发改委 | 印发方案 | 6月底前 | 起草 | 印发 |
    `),
    merges: merge('A1:A2', 'B1:B2', 'C1:C2', 'D1:E1'),
    ledgers: [
      {
        register: 'measures',
        headerRow: 1,
        entries: { 2: { unit: '区发改委', title: '印发方案', due: '6月底前' } },
        unread: ['第一季度打算', '第二季度打算'],
      },
    ],
  },
  {
    name: 'names with notes, line breaks, blanks and asterisks',
    cells: grid(`
      | 序␣␣号 | *责任单位\\n（全称） | 工作措施␣␣ | 完成时限（2022年） | 主␣要\\n负␣责␣人 | 【完成情况】 |
      | #1 | 区发改委 | 印发方案 | 6月底前 | 张三 | 已完成 |
    `),
    ledgers: [{ register: 'measures', headerRow: 0, entries: { 1: { unit: '区发改委', title: '印发方案', due: '6月底前', leader: '张三', status: 'done' } } }],
  },
  {
    name: 'a ledger that begins at column C, its first columns empty',
    cells: grid(`
      | | | 责任单位 | 工作措施 | 完成时限 |
      | | | 区发改委 | 印发方案 | 6月底前 |
    `),
    ledgers: [{ register: 'measures', headerRow: 0, entries: { 1: { unit: '区发改委', title: '印发方案', due: '6月底前' } } }],
  },
  {
    name: 'columns that match no field',
    cells: grid(`
      | 序号 | 所属片区 | 责任单位 | 工作措施 | 完成时限 | 分管副区长 |
      | #1 | 东片区 | 区发改委 | 印发方案 | 6月底前 | 赵六 |
    `),
    ledgers: [
      { register: 'measures', headerRow: 0, entries: { 1: { unit: '区发改委', title: '印发方案', due: '6月底前' } }, unread: ['所属片区', '分管副区长'] },
    ],
  },
  {
    name: 'the same header printed on every page, of two rows',
    cells: grid(`
      | 序号 | 责任单位 | 工作措施 | 落实情况 | |
      | | | | 完成进度 | 办结时间 |
      | #1 | 区发改委 | 印发方案 | #60 | |
      | 序号 | 责任单位 | 工作措施 | 落实情况 | |
      | | | | 完成进度 | 办结时间 |
      | #2 | 区财政局 | 拨付资金 | #30 | |
    `),
    merges: merge('A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'A4:A5', 'B4:B5', 'C4:C5', 'D4:E4'),
    ledgers: [
      {
        register: 'measures',
        headerRow: 1,
        entries: { 2: { unit: '区发改委', title: '印发方案', progress: 60 }, 5: { unit: '区财政局', title: '拨付资金', progress: 30 } },
        skipped: { 3: 'Header', 4: 'Header' },
      },
    ],
  },
];
