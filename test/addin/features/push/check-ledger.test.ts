import { describe, expect, test } from 'vitest';
import { chinaCalendar } from '../../../../shared/calendar/china.ts';
import { dayOf } from '../../../../shared/calendar/day.ts';
import type { Cell } from '../../../../shared/cell.ts';
import { defaultPlan } from '../../../../shared/scoring/plan.ts';
import type { Language } from '../../../../shared/message.ts';
import { judgeContext } from '../../../../shared/verdict/context.ts';
import type { JudgeContext } from '../../../../shared/verdict/context.ts';
import type { LedgerReading } from '../../../../addin/excel/port.ts';
import { alignmentOf } from '../../../../addin/features/push/align-ledger.ts';
import { checkLedger } from '../../../../addin/features/push/check-ledger.ts';
import { idOf } from '../../excel/support/ledger-book.ts';

const fields = ['unit', 'title', 'due', 'status', 'completedOn'];
const headers = ['责任单位', '工作措施', '完成时限', '完成情况', '完成时间'];

function reading(...rows: readonly { readonly id: string | null; readonly cells: readonly Cell[] }[]): LedgerReading {
  const columns = fields.map((field, column) => ({ field, header: headers[column] ?? '', column: column + 1 }));
  const binding = {
    id: 'B',
    register: 'measures',
    workspace: 'W',
    sheetId: 'S',
    sheetName: '责任清单',
    tableId: null,
    headerRow: 2,
    columns,
    base: 0,
    pending: [],
    syncedAt: null,
  } as const;
  return { binding, language: 'zh-CN', fields, rows: rows.map((row, at) => ({ ...row, sheetRow: 3 + at })), skipped: [] };
}

const check = (ledger: LedgerReading, language: Language, judge?: JudgeContext) => checkLedger(ledger, alignmentOf(ledger, new Map()), language, judge);

describe('the check before a push', () => {
  test('counts entries and those never pushed; rows in order are not mentioned', async () => {
    const good = ['区发改委', '推行一窗受理', '年底前', '进行中', null];
    expect(await check(reading({ id: null, cells: good }, { id: idOf(1), cells: good }), 'zh-CN')).toEqual({
      total: 2,
      isNew: 1,
      toCheck: [],
      misaligned: null,
    });
  });

  test('says of a row that would be rejected which cell it is, what stands there and what to do', async () => {
    const { toCheck } = await check(reading({ id: null, cells: ['区发改委', null, '年底前', '进行中', '下周'] }), 'zh-CN');
    expect(toCheck[0]?.issues).toMatchObject([
      { kind: 'problem', address: 'C4', column: 2, header: '工作措施', value: null },
      { kind: 'problem', address: 'F4', column: 5, header: '完成时间', value: '下周', message: expect.stringContaining('下周') },
    ]);
  });

  test('tells of a copied row that it will get an id of its own', async () => {
    const cells = ['区发改委', '推行一窗受理', '年底前', '进行中', null];
    const { toCheck } = await check(reading({ id: idOf(1), cells }, { id: idOf(1), cells }), 'en');
    expect(toCheck).toMatchObject([{ sheetRow: 4, issues: [{ kind: 'hint', address: 'B5', message: 'Same id as another row: a copy, taken as a new row' }] }]);
  });

  test.each([
    ['6月31日', '无法识别：6月31日不存在（6月31日）。请改成 6月30日 或其他日期。'],
    ['12月32日前', '请改成 12月31日 或其他日期。'],
    ['2月30日', '请改成 2月底 或其他日期。'],
    ['会议召开前', '请写明期限，如 6月30日、年底前'],
    ['15日内', '而本行没有下达日期。请写明期限'],
  ])('with a plan, names a deadline that cannot be read, why, and what to write: %s', async (due, words) => {
    const judge = judgeContext(defaultPlan(2022), dayOf(2022, 6, 30), chinaCalendar());
    const cells = (status: string): readonly Cell[] => ['区发改委', '推行一窗受理', due, status, null];
    const ledger = reading({ id: null, cells: cells('进行中') });
    for (const language of ['zh-CN', 'en'] as const) {
      const { toCheck } = await check(ledger, language, judge);
      expect(toCheck[0]?.issues).toMatchObject([{ kind: 'hint', address: 'D4', column: 3, header: '完成时限', value: due }]);
    }
    const [said] = (await check(ledger, 'zh-CN', judge)).toCheck[0]?.issues ?? [];
    expect(said?.message).toContain(words);
    // It stops nothing, and of a row that is done nobody asks when it was due.
    expect((await check(reading({ id: null, cells: cells('已完成') }), 'zh-CN', judge)).toCheck[0]?.issues.map(({ column }) => column)).toEqual([1]);
  });

  test('with a plan, gives the hints that the verdict would', async () => {
    const judge = judgeContext(defaultPlan(2022), dayOf(2022, 6, 30), chinaCalendar());
    const { toCheck } = await check(reading({ id: null, cells: ['区发改委', '推行一窗受理', '年底前', '已完成', null] }), 'zh-CN', judge);
    expect(toCheck[0]?.issues).toMatchObject([{ kind: 'hint', code: 'hint.completionDateMissing' }]);
  });
});
