import { draw } from '../support/drawing.ts';
import { bookOf } from '../support/messy-book.ts';
import type { MessyBook } from '../support/messy-book.ts';

/** Trouble with what the cells hold. */
export const valueBooks: readonly MessyBook[] = [
  {
    name: 'dates as serials, text and both in one column, numbers stored as text',
    build: () =>
      bookOf(`
        H | 责任单位 | 工作措施 | 完成时限 | 办结时间 | 完成进度 |
          | 区发改委 | 项目谋划 | @44742 | @44701 | '100 |
          | 区发改委 | 项目入库 | 2022.6.30 | 2022年5月20日 | #100 |
          | 区发改委 | 项目开工 | '20220630 | 2022/5/20 | ６０％ |
          | 区发改委 | 项目调度 | 二〇二二年六月三十日 | '44701 | %0.57 |
          | 区发改委 | 项目验收 | #44742 | 2022年5月 | —— |
          | 区发改委 | 项目决算 | 6月31日 | 2022.6.31 | #50 |
      `),
    ledgers: [
      {
        register: 'measures',
        headerRow: 0,
        entries: {
          1: { unit: '区发改委', title: '项目谋划', due: '2022-06-30', completedOn: '2022-05-20', progress: 100 },
          2: { unit: '区发改委', title: '项目入库', due: '2022-06-30', completedOn: '2022-05-20', progress: 100 },
          3: { unit: '区发改委', title: '项目开工', due: '2022-06-30', completedOn: '2022-05-20', progress: 60 },
          4: { unit: '区发改委', title: '项目调度', due: '2022-06-30', completedOn: '2022-05-20', progress: 57 },
          5: { unit: '区发改委', title: '项目验收', due: '2022-06-30', completedOn: '2022-05-31' },
        },
        problems: ['6 completedOn noSuchDay'],
      },
    ],
  },
  {
    name: 'error values, some from formulas',
    build: () =>
      bookOf(`
        H | 责任单位 | 工作措施 | 完成时限 | 完成进度 |
          | 区税务局 | 落实留抵退税 | =VLOOKUP(A2,X:Y,2,0) → !N/A | %0.8 |
          | 区税务局 | 推行电子发票 | 6月底前 | =B2/0 → !DIV/0! |
          | 区税务局 | 便民办税春风行动 | 年底前 | =60/100 → %0.6 |
      `),
    ledgers: [
      {
        register: 'measures',
        headerRow: 0,
        entries: { 3: { unit: '区税务局', title: '便民办税春风行动', due: '年底前', progress: 60 } },
        problems: ['1 due errorValue', '2 progress errorValue'],
      },
    ],
  },
  {
    name: 'several units in a cell, marked, listed and on lines of their own',
    build: () =>
      bookOf(`
        H | 序号 | 责任单位 | 工作措施 | 完成时限 |
          | #1 | 牵头单位：区发改委；配合单位：区财政局、区住建局 | 成品油市场整治 | 8月底前 |
          | #2 | 区教育局、\\n区卫健委 | 校园防疫演练 | 8月25日前 |
          | #3 | 区公安分局（牵头）\\n区交通局（配合） | 治超专项行动 | 7月—9月 |
      `),
    ledgers: [
      {
        register: 'measures',
        headerRow: 0,
        entries: {
          1: { unit: '牵头单位：区发改委；配合单位：区财政局、区住建局', title: '成品油市场整治', due: '8月底前' },
          2: { unit: '区教育局、\n区卫健委', title: '校园防疫演练', due: '8月25日前' },
          3: { unit: '区公安分局（牵头）\n区交通局（配合）', title: '治超专项行动', due: '7月—9月' },
        },
      },
    ],
  },
  {
    name: 'a ledger drawn from another sheet by formulas',
    build: () =>
      bookOf(
        `
        H | 序号 | 责任单位 | 工作措施 | 完成时限 | 完成进度 |
          | #1 | =原始!A2 → 区文旅局 | =原始!B2 → 举办沙漠旅游节 | =原始!C2 → @44834 | =原始!D2 → %0.3 |
          | #2 | =原始!A3 → 区文旅局 | =原始!B3 → 修缮博物馆 | =原始!C3 → @44926 | =原始!D3 → %0 |
        `,
        (_, book) =>
          draw(
            book.addSheet('原始'),
            `
            H | 单位 | 任务 | 时限 | 进度 |
              | 区文旅局 | 举办沙漠旅游节 | @44834 | %0.3 |
              | 区文旅局 | 修缮博物馆 | @44926 | %0 |
            `,
          ),
      ),
    ledgers: [
      {
        register: 'measures',
        headerRow: 0,
        entries: {
          1: { unit: '区文旅局', title: '举办沙漠旅游节', due: '2022-09-30', progress: 30 },
          2: { unit: '区文旅局', title: '修缮博物馆', due: '2022-12-31', progress: 0 },
        },
      },
    ],
  },
  {
    name: 'full-width and traditional forms, a story where a percentage is expected',
    build: () =>
      bookOf(`
        H | 责任单位 | 工作措施 | 完成时限 | 进展情况 |
          | 烏達區民政局 | 建設社區食堂 | ６月３０日前 | 已完成選址，正在裝修 |
          | 烏達區民政局 | 發放高齡津貼 | 每月１５日前 | 已发放60% |
      `),
    ledgers: [
      {
        register: 'measures',
        headerRow: 0,
        entries: {
          1: { unit: '烏達區民政局', title: '建設社區食堂', due: '6月30日前' },
          2: { unit: '烏達區民政局', title: '發放高齡津貼', due: '每月15日前' },
        },
        unread: ['进展情况'],
      },
    ],
  },
  {
    name: 'long cells with line breaks, and text that Excel would take for something else',
    build: () =>
      bookOf(`
        H | 责任单位 | 工作措施 | 完成时限 | 备注 |
          | 区信访局 | 1.排查积案；\\n2.领导包案；\\n3.限期化解。 | 6-30 | '=完成 |
          | 区信访局 | -网上信访 | '6/30 | '001 |
      `),
    ledgers: [
      {
        register: 'measures',
        headerRow: 0,
        entries: {
          1: { unit: '区信访局', title: '1.排查积案；\n2.领导包案；\n3.限期化解。', due: '6-30', note: '=完成' },
          2: { unit: '区信访局', title: '-网上信访', due: '6/30', note: '001' },
        },
      },
    ],
  },
];
