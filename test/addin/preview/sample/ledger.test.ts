import { beforeAll, describe, expect, it } from 'vitest';
import { cellAt, type Book, type Sheet } from '../../../../addin/preview/model/book.ts';
import { sampleLedger } from '../../../../addin/preview/sample/ledger.ts';
import { openXlsx, saveXlsx } from '../../../../addin/preview/xlsx/index.ts';
import { chinaCalendar } from '../../../../shared/calendar/china.ts';
import { dayOf } from '../../../../shared/calendar/day.ts';
import type { Cell } from '../../../../shared/cell.ts';
import type { Entry } from '../../../../shared/ledger/entry.ts';
import { findLedgers } from '../../../../shared/ledger/find.ts';
import { readRow } from '../../../../shared/ledger/rows.ts';
import { registerById } from '../../../../shared/registers/index.ts';
import { assess, type AssessResult } from '../../../../shared/scoring/assess.ts';
import { defaultPlan } from '../../../../shared/scoring/plan.ts';

let book: Book;
let units: Entry[];
let measures: Entry[];
let result: AssessResult;

/** The entries of a sheet, read as a push reads them. */
function entriesOf(sheet: Sheet): Entry[] {
  const width = sheet.cells.get(1)!.size;
  const cells = Array.from({ length: sheet.cells.size }, (_, row) =>
    Array.from({ length: width }, (_unused, column): Cell => {
      const { value, style } = cellAt(sheet, row, column);
      if (value !== null && typeof value === 'object') return value.error;
      return typeof value === 'number' && style?.numberFormat === '0%' ? `${Math.round(value * 100)}%` : value;
    }),
  );
  const guess = findLedgers(cells)[0]!;
  expect(guess.headerRow).toBe(1);
  expect(guess.missing).toEqual([]);
  const used = guess.columns.filter(({ field }) => field !== null);
  return cells.slice(2).map((row, at) => {
    const reading = readRow(
      registerById(guess.register)!,
      used.map(({ field }) => field!),
      used.map(({ column }) => row[column] ?? null),
      { isNew: true },
    );
    expect(reading.problems).toEqual([]);
    return { id: `${guess.register}${at}`, register: guess.register, revision: 1, content: reading.content, memory: {} };
  });
}

beforeAll(async () => {
  book = await openXlsx(await saveXlsx(await sampleLedger()));
  units = entriesOf(book.sheetNamed('责任单位')!);
  measures = entriesOf(book.sheetNamed('责任清单')!);
  result = assess({ entries: { units, measures }, plan: { ...defaultPlan(2022), district: '乌达区' }, asOf: dayOf(2022, 6, 30), calendar: chinaCalendar() });
});

describe('the sample ledger', () => {
  it('has 13 units, three of them key, and 73 measures that all can be read', () => {
    expect(units.filter(({ content }) => content['tier'] === 'key').map(({ content }) => content['name'])).toEqual([
      '区发改委',
      '区政务服务局',
      '区市场监督管理局',
    ]);
    expect([units.length, measures.length]).toEqual([13, 73]);
    expect(new Set(measures.map(({ content }) => content['title'])).size).toBe(73);
  });

  it('has every unit lead at least three measures, aliases included', () => {
    expect(result.receipts).toHaveLength(13);
    const lines = Array.from(book.sheetNamed('责任清单')!.cells.values())
      .slice(2)
      .map((line) => line.get(1)?.value);
    for (const { content } of units) expect(lines.filter((name) => name === content['name']).length).toBeGreaterThanOrEqual(3);
  });

  it('shows every flag that has a deadline in it, and scores from fail to excellent', () => {
    const flags = new Set([...result.verdicts.values()].map(({ flag }) => flag));
    expect([...flags].toSorted()).toEqual(['behind', 'done', 'doneLate', 'dueSoon', 'onTrack', 'overdue', 'standing', 'unreadable']);
    expect(new Set(result.receipts.map(({ grade }) => grade))).toEqual(new Set(['excellent', 'good', 'pass', 'fail']));
    expect(Math.max(...result.receipts.map(({ score }) => score ?? 0))).toBeLessThan(100);
  });

  it('says which day it is for, and looks like a clerk’s workbook', () => {
    expect(book.settings.get('taizhang.asOf')).toBe('2022-06-30');
    const sheet = book.sheetNamed('责任清单')!;
    expect(sheet).toMatchObject({
      merges: [{ row: 0, column: 0, rows: 1, columns: 11 }],
      frozen: { rows: 2, columns: 0 },
      filter: { area: { row: 1, rows: 74 } },
    });
    expect(sheet.validations).toMatchObject([{ list: ['已完成', '进行中', '未启动'] }]);
  });
});
