import { grid, merge } from './sheet.ts';
import type { MessySheet } from './sheet.ts';

/** Each register as clerks write it, and those that could be taken for each other. */
export const registerSheets: readonly MessySheet[] = [
  {
    name: 'monthly reports, months with and without a year',
    cells: grid(`
      | 序号 | 报送单位 | 月份 | 报送时间 | 本月落实情况 | 备注 |
      | #1 | 区发改委 | 5月 | 2022.6.2 | 印发方案 | |
      | #2 | 区发改委 | 2022年6月份 | #44746 | 召开会议 | |
      | #3 | 区发改委 | #202204 | 2022.5.1 | | |
      | #4 | 区发改委 | 12月 | 2023-01-03 | | |
      | #5 | 区发改委 | 13月 | 2023-01-03 | | |
    `),
    ledgers: [
      {
        register: 'reports',
        headerRow: 0,
        entries: {
          1: { unit: '区发改委', month: '2022-05', submittedOn: '2022-06-02', summary: '印发方案' },
          2: { unit: '区发改委', month: '2022-06', submittedOn: '2022-07-04', summary: '召开会议' },
          3: { unit: '区发改委', month: '2022-04', submittedOn: '2022-05-01' },
          4: { unit: '区发改委', month: '2022-12', submittedOn: '2023-01-03' },
        },
        problems: ['5 month unreadableMonth'],
        unread: ['备注'],
      },
    ],
  },
  {
    name: 'inspections, a batch number shared by rows',
    cells: grid(`
      | 督查考核台账 | | | | | |
      | 批次 | 被督查单位 | 督查时间 | 督查方式 | 督查组 | 得分 |
      | #1 | 区发改委 | 2022.4.12 | 实地督查 | 第一督查组 | #92.5 |
      | | 区财政局 | | 书面督办 | | |
      | ２ | 区住建局 | 2022.5.10 | 走访 | 第二督查组 | #120 |
    `),
    merges: merge('A1:F1', 'A3:A4', 'C3:C4', 'E3:E4'),
    ledgers: [
      {
        register: 'inspections',
        headerRow: 1,
        entries: {
          2: { no: '1', unit: '区发改委', date: '2022-04-12', kind: 'field', body: '第一督查组', score: 92.5 },
          3: { no: '1', unit: '区财政局', date: '2022-04-12', kind: 'written', body: '第一督查组' },
        },
        problems: ['4 score numberTooLarge'],
      },
    ],
  },
  {
    name: 'a list of problems with 整改措施 and 整改时限 is no list of measures',
    cells: grid(`
      | 序号 | 责任单位 | 存在问题 | 发现时间 | 整改措施 | 整改时限 | 责任人 | 整改情况 | 严重程度 |
      | #1 | 区发改委 | 台账不全 | 2022.5.9 | 补齐台账 | 立行立改 | 张三 | 已整改 | 一般 |
    `),
    ledgers: [
      {
        register: 'problems',
        headerRow: 0,
        entries: {
          1: { unit: '区发改委', title: '台账不全', foundOn: '2022-05-09', due: '立行立改', status: 'done', severity: 'minor' },
        },
        unread: ['整改措施', '责任人'],
      },
    ],
  },
  {
    name: 'a list of measures with 整改措施 and 整改时限 is no list of problems',
    cells: grid(`
      | 序号 | 整改措施 | 责任单位 | 责任人 | 整改时限 | 完成情况 |
      | #1 | 补齐台账 | 区发改委 | 张三 | 6月底前 | 进行中 |
    `),
    ledgers: [{ register: 'measures', headerRow: 0, entries: { 1: { unit: '区发改委', title: '补齐台账', leader: '张三', due: '6月底前', status: 'open' } } }],
  },
  {
    name: 'a list called 问题清单 that lacks the day it was found says so',
    cells: grid(`
      | 乌达区督查反馈问题清单 | | | | |
      | 序号 | 责任单位 | 存在问题 | 整改措施 | 整改时限 |
      | #1 | 区发改委 | 台账不全 | 补齐台账 | 6月底前 |
    `),
    ledgers: [{ register: 'problems', headerRow: 1, entries: {}, problems: ['2 foundOn requiredColumn'], unread: ['整改措施'] }],
  },
  {
    name: 'spot checks',
    cells: grid(`
      | 序号 | 被抽查单位 | 抽查时间 | 抽查结果 | 抽查人员 | 关联编号 |
      | #1 | 区发改委 | 2022.6.1 | 部分属实 | 王五、赵六 | 01g40000000000000000000001 |
      | #2 | 区财政局 | 2022.6.1 | 不属实 | 王五 | 第3号 |
      | #3 | 区住建局 | 2022.6.1 | 待定 | 王五 | / |
    `),
    ledgers: [
      {
        register: 'spotchecks',
        headerRow: 0,
        entries: { 1: { unit: '区发改委', checkedOn: '2022-06-01', result: 'partly', inspectors: '王五、赵六', ref: '01G40000000000000000000001' } },
        problems: ['2 ref refMalformed', '3 result unknownChoice'],
      },
    ],
  },
  {
    name: 'surveys by counts and by score',
    cells: grid(`
      | 测评单位 | 测评时间 | 满意 | 基本满意 | 不满意 | 满意率 |
      | 区发改委 | 2022.6.10 | #80 | #15 | #5 | |
      | 区财政局 | 2022.6.10 | | | | 93.5% |
      | 区住建局 | 2022.6.10 | | | | |
      | 区教育局 | 2022.6.10 | #8.5 | #1 | | |
    `),
    ledgers: [
      {
        register: 'surveys',
        headerRow: 0,
        entries: {
          1: { unit: '区发改委', date: '2022-06-10', satisfied: 80, basically: 15, dissatisfied: 5 },
          2: { unit: '区财政局', date: '2022-06-10', score: 93.5 },
        },
        problems: ['3 score surveyEmpty', '4 satisfied numberNotWhole'],
      },
    ],
  },
  {
    name: 'bonuses, deductions and vetoes',
    cells: grid(`
      | 单位 | 日期 | 类型 | 分值 | 事由 | 依据 |
      | 区发改委 | 2022.6.10 | 加分 | #2 | 获市级表彰 | 乌党发〔2022〕5号 |
      | 区财政局 | 2022.6.11 | 扣分 | #-1 | 迟报 | |
      | 区住建局 | 2022.6.12 | 一票否决 | | 安全事故 | |
      | 区教育局 | 2022.6.13 | 扣分 | | 迟报 | |
    `),
    ledgers: [
      {
        register: 'adjustments',
        headerRow: 0,
        entries: {
          1: { unit: '区发改委', date: '2022-06-10', kind: 'bonus', points: 2, reason: '获市级表彰', document: '乌党发〔2022〕5号' },
          3: { unit: '区住建局', date: '2022-06-12', kind: 'veto', reason: '安全事故' },
        },
        problems: ['2 points numberTooSmall', '4 points pointsMissing'],
      },
    ],
  },
  {
    name: 'units',
    cells: grid(`
      | 序号 | 单位全称 | 简称 | 是否重点部门 | 主要领导 | 是否纳入考核 |
      | #1 | 烏達區發展和改革委員會 | 区发改委 | 是 | 张三 | √ |
      | #2 | 区残联 | | 否 | 李四 | 否 |
    `),
    ledgers: [
      {
        register: 'units',
        headerRow: 0,
        entries: {
          1: { name: '烏達區發展和改革委員會', aliases: '区发改委', tier: 'key', leader: '张三', assessed: 'yes' },
          2: { name: '区残联', tier: 'other', leader: '李四', assessed: 'no' },
        },
      },
    ],
  },
  {
    name: 'a sheet that is no ledger',
    cells: grid(`
      | 会议签到表 | | |
      | 姓名 | 电话 | 职务 |
      | 张三 | #13800000000 | 主任 |
    `),
    ledgers: [],
  },
];
