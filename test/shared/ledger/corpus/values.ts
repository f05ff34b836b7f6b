import { grid, merge } from './sheet.ts';
import type { MessySheet } from './sheet.ts';

/** Trouble with what the cells hold. */
export const valueSheets: readonly MessySheet[] = [
  {
    name: 'dates as serials, text and both in one column',
    cells: grid(`
      | 责任单位 | 工作措施 | 完成时限 | 办结时间 |
      | 区发改委 | 一 | #44742 | #44701 |
      | 区发改委 | 二 | 2022.6.30 | 2022年5月20日 |
      | 区发改委 | 三 | 20220630 | 2022/5/20 |
      | 区发改委 | 四 | 二〇二二年六月三十日 | 2022年5月 |
      | 区发改委 | 五 | 6月底前 | 44701 |
    `),
    ledgers: [
      {
        register: 'measures',
        headerRow: 0,
        entries: {
          1: { unit: '区发改委', title: '一', due: '2022-06-30', completedOn: '2022-05-20' },
          2: { unit: '区发改委', title: '二', due: '2022-06-30', completedOn: '2022-05-20' },
          3: { unit: '区发改委', title: '三', due: '2022-06-30', completedOn: '2022-05-20' },
          4: { unit: '区发改委', title: '四', due: '2022-06-30', completedOn: '2022-05-31' },
          5: { unit: '区发改委', title: '五', due: '6月底前', completedOn: '2022-05-20' },
        },
      },
    ],
  },
  {
    name: 'progress as numbers, percentages and text',
    cells: grid(`
      | 责任单位 | 工作措施 | 完成进度 |
      | 区发改委 | 一 | #60 |
      | 区发改委 | 二 | 60% |
      | 区发改委 | 三 | ６０％ |
      | 区发改委 | 四 | 60 |
      | 区发改委 | 五 | —— |
      | 区发改委 | 六 | #160 |
      | 区发改委 | 七 | 过半 |
    `),
    ledgers: [
      {
        register: 'measures',
        headerRow: 0,
        entries: {
          1: { unit: '区发改委', title: '一', progress: 60 },
          2: { unit: '区发改委', title: '二', progress: 60 },
          3: { unit: '区发改委', title: '三', progress: 60 },
          4: { unit: '区发改委', title: '四', progress: 60 },
          5: { unit: '区发改委', title: '五' },
        },
        problems: ['6 progress progressOutOfRange', '7 progress unreadableProgress'],
      },
    ],
  },
  {
    name: '进展情况 that tells a story is no percentage',
    cells: grid(`
      | 责任单位 | 工作措施 | 进展情况 |
      | 区发改委 | 印发方案 | 已完成初稿，正在征求意见 |
      | 区财政局 | 拨付资金 | 已拨付60% |
    `),
    ledgers: [
      {
        register: 'measures',
        headerRow: 0,
        entries: { 1: { unit: '区发改委', title: '印发方案' }, 2: { unit: '区财政局', title: '拨付资金' } },
        unread: ['进展情况'],
      },
    ],
  },
  {
    name: 'error values',
    cells: grid(`
      | 责任单位 | 工作措施 | 完成时限 | 完成进度 |
      | 区发改委 | 印发方案 | #REF! | #N/A |
      | 区财政局 | 拨付资金 | 6月底前 | #60 |
    `),
    ledgers: [
      {
        register: 'measures',
        headerRow: 0,
        entries: { 2: { unit: '区财政局', title: '拨付资金', due: '6月底前', progress: 60 } },
        problems: ['1 due errorValue', '1 progress errorValue'],
      },
    ],
  },
  {
    name: 'several units in one cell, marked and unmarked',
    cells: grid(`
      | 责任单位 | 工作措施 |
      | 牵头单位：区发改委；配合单位：区财政局、区住建局 | 一 |
      | 区发改委、\\n区财政局 | 二 |
    `),
    ledgers: [
      {
        register: 'measures',
        headerRow: 0,
        entries: {
          1: { unit: '牵头单位：区发改委；配合单位：区财政局、区住建局', title: '一' },
          2: { unit: '区发改委、\n区财政局', title: '二' },
        },
      },
    ],
  },
  {
    name: 'full-width forms, blanks around, invisible characters',
    cells: grid(`
      | 责任单位 | 工作措施 | 完成时限 | 完成情况 |
      | ␣区发改委\u3000 | \u200b印发方案 | ６月３０日前 | 已 完 成 |
    `),
    ledgers: [{ register: 'measures', headerRow: 0, entries: { 1: { unit: '区发改委', title: '印发方案', due: '6月30日前', status: 'done' } } }],
  },
  {
    name: 'a date without its year where a day is asked',
    cells: grid(`
      | 责任单位 | 工作措施 | 完成时限 | 办结时间 |
      | 区发改委 | 印发方案 | 6月30日 | 5月20日 |
      | 区财政局 | 拨付资金 | 6月31日 | 2022.6.31 |
      | 区住建局 | 修路 | 年底前 | 2022.5.20 |
    `),
    ledgers: [
      {
        register: 'measures',
        headerRow: 0,
        entries: { 3: { unit: '区住建局', title: '修路', due: '年底前', completedOn: '2022-05-20' } },
        problems: ['1 completedOn yearMissing', '2 completedOn noSuchDay'],
        unread: [],
      },
    ],
  },
  {
    name: 'a deadline merged over three measures',
    cells: grid(`
      | 责任单位 | 工作措施 | 完成时限 |
      | 区发改委 | 一 | 6月底前 |
      | 区财政局 | 二 | |
      | 区住建局 | 三 | |
    `),
    merges: merge('C2:C4'),
    ledgers: [
      {
        register: 'measures',
        headerRow: 0,
        entries: {
          1: { unit: '区发改委', title: '一', due: '6月底前' },
          2: { unit: '区财政局', title: '二', due: '6月底前' },
          3: { unit: '区住建局', title: '三', due: '6月底前' },
        },
      },
    ],
  },
];
