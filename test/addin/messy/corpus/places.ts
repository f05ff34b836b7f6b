import type { Sheet } from '../../../../addin/preview/model/book.ts';
import { draw } from '../support/drawing.ts';
import { area, bookOf, merge } from '../support/messy-book.ts';
import type { MessyBook, MessyLedger } from '../support/messy-book.ts';

const PLAIN = `
  H | 序号 | 责任单位 | 工作措施 | 完成时限 | 主要负责人 | 完成情况 |
    | #1 | 区发改委 | 签约项目20个 | 9月底前 | 张三 | 进行中 |
    | #2 | 区财政局 | 盘活存量资金 | 10月底前 | 李四 | 进行中 |
    | #3 | 区审计局 | 审计专项债券 | 11月底前 | 周九 | 进行中 |
`;
const plainLedger: MessyLedger = {
  register: 'measures',
  headerRow: 0,
  entries: {
    1: { unit: '区发改委', title: '签约项目20个', due: '9月底前', leader: '张三', status: 'open' },
    2: { unit: '区财政局', title: '盘活存量资金', due: '10月底前', leader: '李四', status: 'open' },
    3: { unit: '区审计局', title: '审计专项债券', due: '11月底前', leader: '周九', status: 'open' },
  },
};

/** An Excel table over A1:F4. */
function asTable(sheet: Sheet): void {
  sheet.tables.push({ id: '1', name: '清单', area: area('A1:F4'), showTotals: false, showFilterButton: true, style: 'TableStyleMedium2' });
}

/** Trouble with where things stand and what Excel hides. */
export const placeBooks: readonly MessyBook[] = [
  {
    name: 'hidden columns and rows, set widths and heights, frozen panes',
    build: () =>
      bookOf(PLAIN, (sheet) => {
        sheet.columns.set(1, { width: 22, hidden: true });
        sheet.columns.set(4, { hidden: true });
        sheet.columns.set(2, { width: 48 });
        sheet.rows.set(2, { hidden: true });
        sheet.rows.set(0, { height: 36 });
        sheet.frozen = { rows: 1, columns: 3 };
      }),
    ledgers: [plainLedger],
  },
  {
    name: 'an AutoFilter that lets everything through',
    build: () => bookOf(PLAIN, (sheet) => void (sheet.filter = { area: area('A1:F4'), isActive: false })),
    ledgers: [plainLedger],
  },
  {
    name: 'an AutoFilter that hides rows',
    build: () =>
      bookOf(PLAIN, (sheet) => {
        const criterion = { filterOn: 'Values', values: ['区发改委'] };
        sheet.filter = { area: area('A1:F4'), isActive: true, criteria: [null, criterion, null, null, null, null] };
        for (const row of [2, 3]) sheet.rows.set(row, { hidden: true });
      }),
    ledgers: [{ ...plainLedger, refused: 'filtered' }],
  },
  {
    name: 'an Excel table with a totals row, notes below it',
    build: () =>
      bookOf(
        `
        ${PLAIN.trim()}
          | 汇总 | | 三项 | | | =SUBTOTAL(103,F2:F4) → #3 |
        N | | | | | | |
        N | 填表人：李四 | | | | | |
        `,
        (sheet) => {
          asTable(sheet);
          Object.assign(sheet.tables[0] ?? {}, { area: area('A1:F5'), showTotals: true });
        },
      ),
    ledgers: [plainLedger],
  },
  {
    name: 'an Excel table that is filtered',
    build: () =>
      bookOf(PLAIN, (sheet) => {
        asTable(sheet);
        const criterion = { filterOn: 'Values', values: ['张三'] };
        Object.assign(sheet.tables[0] ?? {}, { filter: { isActive: true, criteria: [null, null, null, null, criterion, null] } });
        for (const row of [2, 3]) sheet.rows.set(row, { hidden: true });
      }),
    ledgers: [{ ...plainLedger, refused: 'filtered' }],
  },
  {
    name: 'a protected sheet',
    build: () => bookOf(PLAIN, (sheet) => void (sheet.isProtected = true)),
    ledgers: [{ ...plainLedger, refused: 'sheetProtected' }],
  },
  {
    name: 'colours by rule, lists to choose from, comments and names of the clerk’s own',
    build: () =>
      bookOf(PLAIN, (sheet, book) => {
        sheet.conditionalFormats.push({
          id: 'c1',
          area: area('A2:F4'),
          type: 'custom',
          formula: '=$F2="已完成"',
          format: { fill: '#C6EFCE' },
          priority: 1,
          stopIfTrue: false,
        });
        sheet.validations.push({ areas: [area('F2:F4')], list: ['已完成', '进行中', '未启动'] });
        sheet.comments.push({ row: 2, column: 3, text: '区长批示：务必按期' });
        book.names.push({ name: '措施区', formula: '=责任清单!$A$2:$F$4', visible: true });
      }),
    ledgers: [plainLedger],
  },
  {
    name: 'a ledger on the second of several sheets, one of them hidden',
    build: () => {
      const book = bookOf('T | 填表说明 | |\n N | 1.请勿改动表头。 | |', undefined, '说明');
      const sheet = book.addSheet("区直'单位' 清单");
      draw(sheet, PLAIN);
      sheet.tabColor = '#FF0000';
      draw(book.addSheet('字典'), 'H | 完成情况 |\n | 进行中 |');
      const [, , hidden] = book.sheets;
      if (hidden) hidden.visibility = 'hidden';
      book.activeSheet = sheet;
      return book;
    },
    ledgers: [plainLedger],
  },
  {
    name: 'something of the clerk’s right of the table',
    build: () => bookOf(PLAIN, (sheet) => draw(sheet, 'N | 待核 |', { row: 2, column: 7 })),
    ledgers: [{ ...plainLedger, refused: 'resultAreaTaken' }],
  },
  {
    name: 'a section row merged far beyond the table',
    build: () =>
      bookOf(
        `
        H | 序号 | 责任单位 | 工作措施 | 完成时限 |
          | 一、重点任务 | | | |
          | #1 | 区发改委 | 编制专项规划 | 12月底前 |
        `,
        (sheet) => merge(sheet, 'A2:H2'),
      ),
    ledgers: [
      {
        register: 'measures',
        headerRow: 0,
        entries: { 2: { unit: '区发改委', title: '编制专项规划', due: '12月底前' } },
        skipped: { 1: 'Section' },
        refused: 'resultAreaMerged',
      },
    ],
  },
];
