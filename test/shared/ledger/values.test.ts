import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, isoOf, serialOf } from '../../../shared/calendar/day.ts';
import type { Cell } from '../../../shared/cell.ts';
import { say } from '../../../shared/contract/messages/index.ts';
import { readRow } from '../../../shared/ledger/rows.ts';
import { readValue } from '../../../shared/ledger/values.ts';
import { registerById, registers } from '../../../shared/registers/index.ts';
import type { Field, RegisterId } from '../../../shared/registers/index.ts';

function field(register: RegisterId, id: string): Field {
  const found = registerById(register)?.fields.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no field ${id}`);
  return found;
}

/** The value read, or `!code` of the problem. */
function read(register: RegisterId, id: string, cell: Cell): string | number | null {
  const reading = readValue(field(register, id), cell);
  return 'problem' in reading ? `!${reading.problem.code}` : reading.value;
}

const measure = (id: string, cell: Cell) => read('measures', id, cell);

describe('dates (domain, Values)', () => {
  it.each<[Cell, string]>([
    [44_742, '2022-06-30'],
    [44_742.75, '2022-06-30'],
    ['44742', '2022-06-30'],
    ['2022-06-30', '2022-06-30'],
    ['2022.6.30', '2022-06-30'],
    ['2022/6/30', '2022-06-30'],
    ['２０２２年６月３０日', '2022-06-30'],
    [20_220_630, '2022-06-30'],
    ['二〇二二年六月三十日', '2022-06-30'],
  ])('%j is %s', (cell, iso) => {
    expect(measure('completedOn', cell)).toBe(iso);
    expect(measure('due', cell)).toBe(iso);
  });

  it('a month is its last day where something was completed, its first where something starts', () => {
    expect(measure('completedOn', '2022年2月')).toBe('2022-02-28');
    expect(measure('start', '2022年2月')).toBe('2022-02-01');
    expect(measure('start', 202_202)).toBe('2022-02-01');
  });

  it.each<[Cell, string]>([
    ['6月31日', '!problem.yearMissing'],
    ['6月30日', '!problem.yearMissing'],
    ['2022年6月31日', '!problem.noSuchDay'],
    ['2022年13月', '!problem.noSuchMonth'],
    [2022.1, '!problem.zeroEaten'],
    [7, '!problem.unreadableDate'],
    ['会议召开前', '!problem.unreadableDate'],
    [true, '!problem.unreadableDate'],
  ])('%j is refused: %s', (cell, problem) => expect(measure('completedOn', cell)).toBe(problem));

  it('any day reads back from every form it is written in', () => {
    fc.assert(
      fc.property(fc.integer({ min: dayOf(2000, 1, 1), max: dayOf(2099, 12, 31) }), (day) => {
        const iso = isoOf(day);
        const [year, month, date] = iso.split('-').map(Number);
        for (const cell of [
          serialOf(day),
          iso,
          `${year}.${month}.${date}`,
          `${year}/${month}/${date}`,
          `${year}年${month}月${date}日`,
          Number(iso.replaceAll('-', '')),
        ]) {
          expect(measure('completedOn', cell)).toBe(iso);
        }
      }),
    );
  });
});

describe('deadlines are never refused for what they say', () => {
  it.each<[Cell, string]>([
    ['2022年6月底前', '2022年6月底前'],
    [' ６月底前　', '6月底前'],
    [202_206, '202206'],
    [2022.1, '2022.1'],
    ['6月31日', '6月31日'],
    ['——', '——'],
    ['长期坚持', '长期坚持'],
  ])('%j is kept as %j', (cell, kept) => expect(measure('due', cell)).toBe(kept));
});

describe('status words (domain, Values)', () => {
  it.each(['已完成', '完成', '办结', '已办结', '已销号', '销号', '已整改', '√', '是', 'done', 'Closed', ' 已 完成。'])('%j is done', (word) =>
    expect(measure('status', word)).toBe('done'),
  );
  it.each(['进行中', '推进中', '整改中', '未完成', '未整改', '否', 'open', 'OPEN'])('%j is open', (word) => expect(measure('status', word)).toBe('open'));
  it.each(['未启动', '未开始', 'notStarted'])('%j is not started', (word) => expect(measure('status', word)).toBe('notStarted'));
  it('a tick box is done or open', () => {
    expect(measure('status', true)).toBe('done');
    expect(measure('status', false)).toBe('open');
  });
  it('any other word is kept, folded, for the hint', () => expect(measure('status', '基本完成（８０％）')).toBe('基本完成(80%)'));
});

describe('progress and numbers', () => {
  it.each<[Cell, number]>([
    [0, 0],
    [60, 60],
    ['60%', 60],
    ['６０％', 60],
    [' 60 ', 60],
    ['33.3%', 33.3],
    [59.999_999_999_99, 60],
  ])('progress %j is %d', (cell, value) => expect(measure('progress', cell)).toBe(value));
  it.each<Cell>([-1, 101, '120%'])('progress %j is out of range', (cell) => expect(measure('progress', cell)).toBe('!problem.progressOutOfRange'));
  it.each<Cell>(['已完成初稿', 'abc', true, '1e2', '--5'])('progress %j cannot be read', (cell) =>
    expect(measure('progress', cell)).toBe('!problem.unreadableProgress'),
  );
  it('a weight is a number not below 0', () => {
    expect(measure('weight', '1,000')).toBe(1000);
    expect(measure('weight', '5分')).toBe(5);
    expect(measure('weight', -1)).toBe('!problem.numberTooSmall');
    expect(measure('weight', '60%')).toBe('!problem.unreadableNumber');
    expect(measure('weight', 1e300)).toBe('!problem.unreadableNumber');
  });
});

describe('choices', () => {
  it.each<[string, Cell, string]>([
    ['tier', '重点部门', 'key'],
    ['tier', 'KEY', 'key'],
    ['tier', ' 其他 ', 'other'],
    ['assessed', true, 'yes'],
    ['assessed', '否', 'no'],
    ['tier', '甲类', '!problem.unknownChoice'],
  ])('%s %j is %s', (id, cell, value) => expect(read('units', id, cell)).toBe(value));
});

describe('months', () => {
  it.each<[Cell, string]>([
    ['2022-05', '2022-05'],
    ['2022年5月', '2022-05'],
    ['2022年5月份', '2022-05'],
    ['2022.5', '2022-05'],
    ['二〇二二年五月', '2022-05'],
    [202_205, '2022-05'],
    [44_697, '2022-05'],
    ['2022.5.31', '2022-05'],
    ['5月', '!problem.monthYearMissing'],
    ['五月份', '!problem.monthYearMissing'],
    [5, '!problem.monthYearMissing'],
    ['13月', '!problem.unreadableMonth'],
    ['2022年13月', '!problem.noSuchMonth'],
    ['上月', '!problem.unreadableMonth'],
    [2022.1, '!problem.zeroEaten'],
  ])('%j is %s', (cell, month) => expect(read('reports', 'month', cell)).toBe(month));

  it.each([
    ['5月', '2022-06-02', '2022-05'],
    ['5月', '2022-05-31', '2022-05'],
    ['12月', '2023-01-03', '2022-12'],
  ])('%s handed in on %s is %s', (month, submittedOn, full) => {
    const reports = registerById('reports');
    if (reports === undefined) throw new Error('no register');
    const { content, problems } = readRow(reports, ['unit', 'month', 'submittedOn'], ['甲', month, submittedOn], { isNew: true });
    expect([content['month'], problems]).toEqual([full, []]);
  });
});

describe('counts, scores, batch numbers and ids of other entries', () => {
  it.each<[RegisterId, string, Cell, string | number | null]>([
    ['surveys', 'satisfied', '120', 120],
    ['surveys', 'satisfied', 12.5, '!problem.numberNotWhole'],
    ['surveys', 'satisfied', -1, '!problem.numberTooSmall'],
    ['surveys', 'score', '93.5%', 93.5],
    ['surveys', 'score', 101, '!problem.numberTooLarge'],
    ['inspections', 'score', '93.5%', '!problem.unreadableNumber'],
    ['adjustments', 'points', -2, '!problem.numberTooSmall'],
    ['inspections', 'no', 3, '3'],
    ['problems', 'inspectionNo', '３', '3'],
    ['problems', 'inspectionNo', '——', null],
    ['spotchecks', 'ref', ' 01g4000000000000000000000a ', '01G4000000000000000000000A'],
    ['spotchecks', 'ref', '3号', '!problem.refMalformed'],
    ['spotchecks', 'ref', '无', null],
  ])('%s.%s %j is %j', (register, id, cell, value) => expect(read(register, id, cell)).toBe(value));
});

describe('blank cells', () => {
  it.each<Cell>([null, '', '  ', '　', '\u200B\n'])('%j is blank in every field', (cell) => {
    for (const { id } of registerById('measures')?.fields ?? []) expect(measure(id, cell)).toBeNull();
  });
  it('a dash says nothing where it cannot be content', () => {
    for (const id of ['unit', 'title', 'coUnits', 'completedOn', 'progress', 'status', 'weight']) expect(measure(id, '——')).toBeNull();
    expect(measure('note', '/')).toBe('/');
  });
});

describe('Excel error values', () => {
  it.each(['#REF!', '#N/A', '#DIV/0!', '#value!', ' #NAME? '])('%s is refused in every field', (cell) => {
    for (const { id } of registerById('measures')?.fields ?? []) expect(measure(id, cell)).toBe('!problem.errorValue');
  });
  it('a text that only begins with # is no error', () => expect(measure('title', '#1 号楼加固')).toBe('#1 号楼加固'));
});

it('no cell throws, and every problem has words in both languages that quote it', () => {
  const cells = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.string({ unit: fc.constantFrom(...Array.from('0123456789.-/年月日%无#半底前')) }),
  );
  const fields = registers.flatMap((register) => register.fields);
  fc.assert(
    fc.property(fc.constantFrom(...fields), cells, (of, cell) => {
      const reading = readValue(of, cell);
      if (!('problem' in reading)) return;
      for (const language of ['zh-CN', 'en'] as const) {
        const words = say(reading.problem, language);
        expect(words).not.toBe(reading.problem.code);
        expect(words).not.toMatch(/\{\w+\}/);
      }
    }),
  );
});

it('reading a canonical value again gives the same value', () => {
  const cells = fc.oneof(fc.string(), fc.integer({ min: 0, max: 100 }), fc.constantFrom('已完成', '2022.6.30', '60%', '重点', '6月底前', '√', '2022年6月'));
  const fields = registers.flatMap((register) => register.fields);
  fc.assert(
    fc.property(fc.constantFrom(...fields), cells, (of, cell) => {
      const first = readValue(of, cell);
      if ('problem' in first) return;
      expect(readValue(of, first.value)).toEqual(first);
    }),
  );
});
