import { beforeAll, describe, expect, it } from 'vitest';
import { cellAt, type Book, type Sheet } from '../../../../addin/preview/model/book.ts';
import { sampleLedger } from '../../../../addin/preview/sample/ledger.ts';
import { openXlsx, saveXlsx } from '../../../../addin/preview/xlsx/index.ts';
import { chinaCalendar } from '../../../../shared/calendar/china.ts';
import { dayOf } from '../../../../shared/calendar/day.ts';
import type { Cell } from '../../../../shared/cell.ts';
import { bulletinText } from '../../../../shared/contract/bulletin-text.ts';
import type { Entry } from '../../../../shared/ledger/entry.ts';
import { findLedgers } from '../../../../shared/ledger/find.ts';
import { readRow } from '../../../../shared/ledger/rows.ts';
import { splitUnits } from '../../../../shared/ledger/unit-names.ts';
import { registerById, type RegisterId } from '../../../../shared/registers/index.ts';
import { bulletinOf } from '../../../../shared/report/bulletin.ts';
import { assess, type AssessResult } from '../../../../shared/scoring/assess.ts';
import { defaultPlan, type ClauseId } from '../../../../shared/scoring/plan.ts';

const SHEETS = {
  责任单位: 'units',
  责任清单: 'measures',
  月度落实情况: 'reports',
  督查考核: 'inspections',
  问题清单: 'problems',
  随机抽查: 'spotchecks',
  群众满意度: 'surveys',
  加减分: 'adjustments',
} as const;

let book: Book;
let entries: Record<RegisterId, Entry[]>;
let result: AssessResult;

/** The entries of a sheet, read as a push reads them; no cell has a problem. */
function entriesOf(sheet: Sheet, register: RegisterId): Entry[] {
  const width = sheet.cells.get(1)!.size;
  const cells = Array.from({ length: sheet.cells.size }, (_, row) =>
    Array.from({ length: width }, (_unused, column): Cell => {
      const { value, style } = cellAt(sheet, row, column);
      if (value !== null && typeof value === 'object') return value.error;
      return typeof value === 'number' && style?.numberFormat === '0%' ? `${Math.round(value * 100)}%` : value;
    }),
  );
  const guess = findLedgers(cells)[0]!;
  expect([guess.register, guess.headerRow]).toEqual([register, 1]);
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

/** How often each value occurs. */
function tally(values: Iterable<unknown>): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[String(value)] = (counts[String(value)] ?? 0) + 1;
  return counts;
}

/** The values of a field, undefined where it is blank. */
function valuesOf(rows: readonly Entry[], field: string): unknown[] {
  return rows.map(({ content }) => content[field]);
}

beforeAll(async () => {
  book = await openXlsx(await saveXlsx(await sampleLedger()));
  entries = Object.fromEntries(Object.entries(SHEETS).map(([name, register]) => [register, entriesOf(book.sheetNamed(name)!, register)])) as typeof entries;
  result = assess({ entries, plan: { ...defaultPlan(2022), district: '乌达区' }, asOf: dayOf(2022, 6, 30), calendar: chinaCalendar() });
});

describe('the sample ledger', () => {
  it('has a sheet for every register, and opens on the responsibility list', () => {
    expect(book.sheets.map(({ name }) => name)).toEqual(Object.keys(SHEETS));
    expect(book.activeSheet.name).toBe('责任清单');
  });

  it('has 13 units, three of them key, and 73 measures that all can be read', () => {
    const { units, measures } = entries;
    expect(units.filter(({ content }) => content['tier'] === 'key').map(({ content }) => content['name'])).toEqual([
      '区发改委',
      '区政务服务局',
      '区市场监督管理局',
    ]);
    expect([units.length, measures.length]).toEqual([13, 73]);
    expect(new Set(measures.map(({ content }) => content['title'])).size).toBe(73);
  });

  it('has every unit lead at least three measures, aliases included', () => {
    expect(result.receipts.filter(({ assessed }) => assessed).map(({ unit }) => unit)).toEqual(entries.units.map(({ content }) => content['name']));
    const lines = Array.from(book.sheetNamed('责任清单')!.cells.values())
      .slice(2)
      .map((line) => line.get(1)?.value);
    for (const { content } of entries.units) expect(lines.filter((name) => name === content['name']).length).toBeGreaterThanOrEqual(3);
  });

  it('has 9 inspections, of which 4 in the field and 3 in writing, and visits to 43 units, 40 of them merely visited', () => {
    const visits = entries.inspections.filter(({ content }) => content['kind'] === 'visit');
    const batches = new Map(
      entries.inspections.filter((entry) => !visits.includes(entry)).map(({ id, content }) => [content['no'] ?? id, content['kind']] as const),
    );
    expect(batches.size).toBe(9);
    expect(tally(batches.values())).toEqual({ field: 4, written: 3, routine: 1, special: 1 });
    expect(new Set(visits.flatMap(({ content }) => splitUnits(String(content['unit'])))).size).toBe(43);
    expect(visits.every(({ content }) => content['score'] === undefined)).toBe(true);
    expect(result.receipts.filter(({ assessed }) => !assessed).map(({ score }) => score)).toEqual(Array.from({ length: 40 }, () => null));
  });

  it('has 29 problems in 5 aspects, most closed, some late, some overdue, that name inspections of the other sheet', () => {
    const { problems, inspections } = entries;
    expect(problems).toHaveLength(29);
    expect(new Set(valuesOf(problems, 'aspect'))).toEqual(new Set(['思想认识', '工作落实', '政务服务', '涉企执法', '政策兑现']));
    const flags = problems.map(({ id }) => result.verdicts.get(id)!.flag);
    expect(flags.filter((flag) => flag === 'done' || flag === 'doneLate').length).toBeGreaterThan(29 / 2);
    expect(new Set(flags)).toEqual(new Set(['done', 'doneLate', 'dueSoon', 'onTrack', 'overdue']));
    const numbers = new Set(valuesOf(inspections, 'no'));
    expect(valuesOf(problems, 'inspectionNo').filter((no) => no !== undefined && !numbers.has(no))).toEqual([]);
  });

  it('has the figures that its bulletin states, in Chinese and English', () => {
    const bulletin = bulletinOf(result);
    const counts = Object.fromEntries(Object.entries(bulletin.figures).map(([id, { count }]) => [id, count]));
    expect(counts).toMatchObject({ unitsWithLists: 13, measures: 73, inspections: 9, fieldInspections: 4, writtenInspections: 3, unitsVisited: 43 });
    expect(counts).toMatchObject({ problems: 29, aspects: 5 });
    const [chinese, english] = (['zh-CN', 'en'] as const).map((language) => bulletinText(bulletin, dayOf(2022, 6, 30), language, null));
    for (const said of ['13个单位报送责任清单，共73项措施', '督查考核9次，其中实地督查4次、书面督办3次', '实地走访单位43个', '发现问题29个，涉及5个方面']) {
      expect(chinese).toContain(said);
    }
    for (const said of [
      '13 units have handed in lists with 73 measures',
      '9 inspections were carried out, of which 4 field, 3 written',
      '43 units were visited',
      '29 were found in 5 aspects',
    ]) {
      expect(english).toContain(said);
    }
  });

  it('has the reports from January to May, two missing and seven late, and spot checks of what they say', () => {
    expect(tally(valuesOf(entries.reports, 'month'))).toEqual({ '2022-01': 13, '2022-02': 13, '2022-03': 12, '2022-04': 12, '2022-05': 13 });
    const months = (clause: ClauseId) =>
      result.receipts.flatMap(({ lines }) => lines.flatMap((line) => (line.kind === 'clause' && line.id === clause ? line.entries : [])));
    expect([months('missingReport').length, months('lateReport').length]).toEqual([2, 7]);
    expect(tally(valuesOf(entries.spotchecks, 'result'))).toEqual({ true: 10, partly: 1, false: 1 });
    expect(tally(valuesOf(entries.adjustments, 'kind'))).toEqual({ bonus: 2, deduction: 1 });
  });

  it('has surveys of every unit; one with too few answers leaves its unit’s satisfaction not assessed', () => {
    expect(new Set(valuesOf(entries.surveys, 'unit'))).toEqual(new Set(valuesOf(entries.units, 'name')));
    const left = result.receipts.filter(({ assessed, lines }) => assessed && lines.some((line) => line.kind === 'notAssessed' && line.id === 'satisfaction'));
    expect(left.map(({ unit }) => unit)).toEqual(['区人民法院']);
  });

  it('shows every flag that has a deadline in it, and scores from fail to excellent, units of every colour', () => {
    const flags = new Set([...result.verdicts.values()].map(({ flag }) => flag));
    expect([...flags].toSorted()).toEqual(['behind', 'done', 'doneLate', 'dueSoon', 'onTrack', 'overdue', 'standing', 'unreadable']);
    const assessed = result.receipts.filter((receipt) => receipt.assessed);
    expect(new Set(assessed.map(({ grade }) => grade))).toEqual(new Set(['excellent', 'good', 'pass', 'fail']));
    expect(new Set(assessed.map(({ card }) => card))).toEqual(new Set(['red', 'yellow', 'green']));
    expect(new Set(assessed.map(({ score }) => score)).size).toBe(13);
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
