import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../shared/cell.ts';
import { readValue } from '../../../shared/ledger/values.ts';
import { readsPercent, wordFor, wordsUsed, writtenCell } from '../../../shared/ledger/written-cell.ts';
import type { CellLook } from '../../../shared/ledger/written-cell.ts';
import { registerById, registers } from '../../../shared/registers/index.ts';
import type { Field, Register, RegisterId } from '../../../shared/registers/index.ts';

function known(id: RegisterId): Register {
  const register = registerById(id);
  if (register === undefined) throw new Error(`no register ${id}`);
  return register;
}

function fieldOf(register: Register, id: string): Field {
  const field = register.fields.find((one) => one.id === id);
  if (field === undefined) throw new Error(`no field ${id}`);
  return field;
}

const measures = known('measures');
const written = (id: string, value: string | number, look: CellLook, register = measures) => {
  const field = fieldOf(register, id);
  return writtenCell(field, value, wordFor(register, field, value, 'zh-CN'), look);
};

describe('a value as it is written into a cell', () => {
  it.each<[string, string | number, CellLook, string | number, boolean]>([
    ['completedOn', '2022-06-30', 'date', 44_742, false],
    ['completedOn', '2022-06-30', 'plain', 44_742, true],
    ['completedOn', '2022-06-30', 'text', '2022-06-30', false],
    ['due', '2022-06-30', 'date', 44_742, false],
    ['due', '2022-06-30', 'plain', '2022-06-30', false],
    ['due', '2022年6月底前', 'date', '2022年6月底前', false],
    ['progress', 60, 'percent', 0.6, false],
    ['progress', 60, 'plain', 60, false],
    ['status', 'done', 'plain', '已完成', false],
    ['status', '正在研究', 'plain', '正在研究', false],
    ['title', '=1+1', 'plain', '=1+1', false],
  ])('%s %j in a %s cell is %j', (id, value, look, cell, asDate) => {
    expect(written(id, value, look)).toEqual({ value: cell, asDate });
  });

  it('uses the word that most cells of the column use', () => {
    const rows: Cell[][] = [['办结'], ['已完成'], ['办结'], ['推进中'], [null], ['说不清']];
    const used = wordsUsed(measures, ['status'], rows);
    const status = fieldOf(measures, 'status');
    expect(wordFor(measures, status, 'done', 'zh-CN', used)).toBe('办结');
    expect(wordFor(measures, status, 'open', 'zh-CN', used)).toBe('推进中');
    expect(wordFor(measures, status, 'notStarted', 'zh-CN', used)).toBe('未启动');
  });

  it('falls back on the first word of the register’s own list', () => {
    const problems = known('problems');
    expect(written('status', 'done', 'plain', problems).value).toBe('已整改');
    expect(written('severity', 'serious', 'plain', problems).value).toBe('严重');
    expect(wordFor(problems, fieldOf(problems, 'severity'), 'serious', 'en')).toBe('serious');
  });
});

describe('reading what was written gives the value again', () => {
  const looks: readonly CellLook[] = ['text', 'date', 'percent', 'plain'];
  const cells = fc.oneof(
    fc.constantFrom<Cell>(
      '已完成',
      '推进中',
      '未启动',
      '一般',
      '严重',
      '2022年6月30日',
      '2022-06',
      '年底前',
      '60%',
      '01',
      '12',
      '1e3',
      '=A1',
      "'x",
      'true',
      '单位甲、单位乙',
    ),
    fc.integer({ min: 0, max: 60_000 }),
    fc.double({ min: 0, max: 100, noNaN: true }),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
  );
  const fields = registers.flatMap((register) => register.fields.map((field) => ({ register, field })));

  it('for every field of every register, in a cell of any look', () => {
    fc.assert(
      fc.property(fc.constantFrom(...fields), cells, fc.constantFrom(...looks), fc.constantFrom('zh-CN', 'en'), ({ register, field }, cell, look, language) => {
        const reading = readValue(field, cell);
        if ('problem' in reading || reading.value === null) return;
        const { value } = writtenCell(field, reading.value, wordFor(register, field, reading.value, language), look);
        const isPercent = typeof value === 'number' && look === 'percent' && readsPercent(field);
        const seen: Cell = isPercent ? `${Number((value * 100).toPrecision(12))}%` : value;
        // A cell of text keeps a number as text; Excel reads no other text for us, it is marked as such.
        expect(readValue(field, look === 'text' ? String(seen) : seen)).toEqual({ value: reading.value });
      }),
      { numRuns: 3_000 },
    );
  });
});
