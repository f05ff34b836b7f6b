import { draw } from '../support/drawing.ts';
import { bookOf, merge } from '../support/messy-book.ts';
import type { MessyBook } from '../support/messy-book.ts';

/** Trouble above and in the header. */
export const headerBooks: readonly MessyBook[] = [
  {
    name: 'merged title, captions and a blank row above the header',
    build: () =>
      bookOf(
        `
        T | 乌达区2022年优化营商环境重点工作责任清单 | | | | | |
        N | 填报单位：区考核办 | | | | 填报日期：2022.6.30 | |
        N | | | | | | |
        H | 序号 | 责任单位 | 工作措施 | 完成时限 | 主要负责人 | 完成进度 |
          | #1 | 区发改委 | 编制优化营商环境实施方案 | 2022年5月底前 | 张三 | #100 |
          | #2 | 区政务服务局 | 推行“一窗受理” | 6月15日 | 李四 | #40 |
        `,
        (sheet) => merge(sheet, 'A1:F1', 'A2:C2', 'E2:F2'),
      ),
    ledgers: [
      {
        register: 'measures',
        headerRow: 3,
        entries: {
          4: { unit: '区发改委', title: '编制优化营商环境实施方案', due: '2022年5月底前', leader: '张三', progress: 100 },
          5: { unit: '区政务服务局', title: '推行“一窗受理”', due: '6月15日', leader: '李四', progress: 40 },
        },
      },
    ],
  },
  {
    name: 'header of two rows with merged groups',
    build: () =>
      bookOf(
        `
        T | 2022年责任清单 | | | | | | |
        H | 序号 | 责任单位 | 工作措施 | 完成时限 | 落实情况 | | 备注 |
        H | | | | | 完成进度 | 办结时间 | |
          | #1 | 区住建局 | 改造老旧小区12个 | 10月底前 | %0.6 | | |
          | #2 | 区财政局 | 拨付改造资金 | 5月底前 | %1 | @44701 | 已到位 |
        `,
        (sheet) => merge(sheet, 'A1:G1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:F2', 'G2:G3'),
      ),
    ledgers: [
      {
        register: 'measures',
        headerRow: 2,
        entries: {
          3: { unit: '区住建局', title: '改造老旧小区12个', due: '10月底前', progress: 60 },
          4: { unit: '区财政局', title: '拨付改造资金', due: '5月底前', progress: 100, completedOn: '2022-05-20', note: '已到位' },
        },
      },
    ],
  },
  {
    name: 'names that only make sense with their group, three rows of header',
    build: () =>
      bookOf(
        `
        H | 序号 | 工作措施 | 责任 | | 2022年 | |
        H | | | 单位 | 人 | 完成 | |
        H | | | | | 时限 | 情况 |
          | #1 | 推进集中供热 | 区城管局 | 王五 | 9月30日前 | 进行中 |
        `,
        (sheet) => merge(sheet, 'A1:A3', 'B1:B3', 'C1:D1', 'C2:C3', 'D2:D3', 'E1:F1', 'E2:F2'),
      ),
    ledgers: [
      {
        register: 'measures',
        headerRow: 2,
        entries: { 3: { unit: '区城管局', title: '推进集中供热', leader: '王五', due: '9月30日前', status: 'open' } },
      },
    ],
  },
  {
    name: 'names with notes, line breaks and blanks; the ledger begins in C4',
    build: () =>
      bookOf('', (sheet) =>
        draw(
          sheet,
          `
          H | 序 号 | *责任单位\\n（填全称） | 工作措施  | 完成时限（2022年） | 主 要\\n负 责 人 | 【完成情况】 |
            | #1 | 区教育局 | 新建幼儿园2所 | 8月底前 | 赵六 | 已完成 |
            | #2 | 区卫健委 | 建成发热门诊 | 7月10日前 | 钱七 | 未完成 |
          `,
          { row: 3, column: 2 },
        ),
      ),
    ledgers: [
      {
        register: 'measures',
        headerRow: 3,
        entries: {
          4: { unit: '区教育局', title: '新建幼儿园2所', due: '8月底前', leader: '赵六', status: 'done' },
          5: { unit: '区卫健委', title: '建成发热门诊', due: '7月10日前', leader: '钱七', status: 'open' },
        },
      },
    ],
  },
  {
    name: 'the same header of two rows printed on every page',
    build: () =>
      bookOf(
        `
        H | 序号 | 责任单位 | 工作措施 | 落实情况 | |
        H | | | | 完成进度 | 办结时间 |
          | #1 | 区交通局 | 修农村公路30公里 | #60 | |
        H | 序号 | 责任单位 | 工作措施 | 落实情况 | |
        H | | | | 完成进度 | 办结时间 |
          | #2 | 区水务局 | 治理河道5公里 | #30 | |
        `,
        (sheet) => merge(sheet, 'A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'A4:A5', 'B4:B5', 'C4:C5', 'D4:E4'),
      ),
    ledgers: [
      {
        register: 'measures',
        headerRow: 1,
        entries: { 2: { unit: '区交通局', title: '修农村公路30公里', progress: 60 }, 5: { unit: '区水务局', title: '治理河道5公里', progress: 30 } },
        skipped: { 3: 'Header', 4: 'Header' },
      },
    ],
  },
  {
    name: 'column numbers under the header, columns that match no field, and some called like our own results',
    build: () =>
      bookOf(`
        H | 序号 | 所属片区 | 责任单位 | 工作措施 | 完成时限 | 分管副区长 | 得分 | 说明 |
          | #1 | #2 | #3 | #4 | #5 | #6 | #7 | #8 |
          | #1 | 东片区 | 区林草局 | 造林3000亩 | 年底前 | 孙八 | #5 | 春季造林 |
      `),
    ledgers: [
      {
        register: 'measures',
        headerRow: 0,
        entries: { 2: { unit: '区林草局', title: '造林3000亩', due: '年底前' } },
        skipped: { 1: 'Header' },
        unread: ['所属片区', '分管副区长', '得分', '说明'],
      },
    ],
  },
  {
    name: 'English headers under a Chinese title',
    build: () =>
      bookOf(
        `
        T | 责任清单 Measures | | | | |
        H | No. | Unit | Measure | Deadline | Progress |
          | #1 | 区商务局 | 举办消费节 | 2022-09-30 | %0.25 |
        `,
        (sheet) => merge(sheet, 'A1:E1'),
      ),
    ledgers: [{ register: 'measures', headerRow: 1, entries: { 2: { unit: '区商务局', title: '举办消费节', due: '2022-09-30', progress: 25 } } }],
  },
];
