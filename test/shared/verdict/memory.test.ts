import { describe, expect, test } from 'vitest';
import type { Content, EntryMemory } from '../../../shared/ledger/entry.ts';
import { unitDirectory } from '../../../shared/ledger/unit-names.ts';
import type { RegisterId } from '../../../shared/registers/index.ts';
import { rememberedAfter, rememberedBefore } from '../../../shared/verdict/memory.ts';
import { judge, plan2022 } from '../support/measures.ts';

const PERIOD = '2022-01-01/2022-12-31';
const directory = unitDirectory(
  [{ id: 'U', register: 'units', revision: 1, content: { name: '区发改委', aliases: '发展和改革委员会' }, memory: {} }],
  '乌达区',
);
const before = (content: Content, stored: { content: Content; memory: EntryMemory } | null, register: RegisterId = 'measures') =>
  rememberedBefore({ register, content }, stored, '2022-06-30', plan2022, directory);

describe('what an entry remembers', () => {
  test('of a wording that is new: the day and the period it was first read with', () => {
    expect(before({ due: '本月底' }, null)).toEqual({ wordedOn: '2022-06-30', readIn: PERIOD });
    const stored = { content: { due: '下月底' }, memory: { wordedOn: '2021-03-01', readIn: '2021-01-01/2021-12-31' } };
    expect(before({ due: '本月底' }, stored)).toEqual({ wordedOn: '2022-06-30', readIn: PERIOD });
  });

  test('of a wording that stays: the day and the period it was read with before', () => {
    const memory = { wordedOn: '2021-03-01', readIn: '2021-01-01/2021-12-31' };
    expect(before({ due: '本月底' }, { content: { due: '本月底' }, memory })).toEqual(memory);
    expect(before({ due: '本月底' }, { content: { due: '本月底' }, memory: {} })).toEqual({ wordedOn: '2022-06-30', readIn: PERIOD });
  });

  test('without a deadline: neither', () => {
    expect(before({ title: '甲' }, null)).toEqual({});
    expect(before({ title: '甲' }, { content: { due: '本月底' }, memory: { wordedOn: '2021-03-01', readIn: PERIOD } })).toEqual({});
  });

  test('the progress of the version before, and the first due date ever pushed, whatever the wording', () => {
    const stored = { content: { due: '本月底', progress: 0 }, memory: { firstDue: '2022-05-31', lastProgress: 90 } };
    expect(before({ due: '下月底', progress: 40 }, stored)).toEqual({ wordedOn: '2022-06-30', readIn: PERIOD, firstDue: '2022-05-31', lastProgress: 0 });
    expect(before({}, { content: {}, memory: { firstDue: '2022-05-31', lastProgress: 90 } })).toEqual({ firstDue: '2022-05-31' });
  });

  describe('with another unit begins anew, but for the wording, which decides the year', () => {
    const wording = { wordedOn: '2021-03-01', readIn: PERIOD };
    const all = { ...wording, firstDue: '2022-05-31', lastProgress: 90 };
    const handed = (from: Content, to: Content, register?: RegisterId): EntryMemory =>
      before({ due: '6月底前', progress: 10, ...to }, { content: { due: '6月底前', progress: 80, ...from }, memory: all }, register);
    const kept = { ...wording, firstDue: '2022-05-31', lastProgress: 80 };

    test.each<[string, Content, Content, EntryMemory]>([
      ['another lead', { unit: '区住建局' }, { unit: '区发改委' }, wording],
      ['the helping unit in the lead', { unit: '区住建局、区发改委' }, { unit: '区发改委、区住建局' }, wording],
      ['another spelling of the same', { unit: '区发改委' }, { unit: '乌达区发展和改革委员会' }, kept],
      ['other helping units', { unit: '区发改委' }, { unit: '区发改委', coUnits: '区住建局' }, kept],
    ])('a measure of %s', (_, from, to, expected) => {
      expect(handed(from, to)).toEqual(expected);
    });

    test.each<[string, Content, Content, EntryMemory]>([
      ['another unit', { unit: '区住建局' }, { unit: '区发改委' }, wording],
      ['one unit more', { unit: '区住建局' }, { unit: '区住建局、区发改委' }, wording],
      ['the same in another order', { unit: '区住建局、区发改委' }, { unit: '发展和改革委员会、区住建局' }, kept],
    ])('a problem of %s', (_, from, to, expected) => {
      expect(handed(from, to, 'problems')).toEqual(expected);
    });
  });
});

describe('the first due date', () => {
  test.each([
    ['a date', { due: '6月底前' }, '2022-06-30'],
    ['days from the start', { due: '5日内', start: '2022-06-01' }, '2022-06-06'],
    ['at once', { due: '立行立改', start: '2022-06-01' }, '2022-06-01'],
  ])('is remembered of %s', (_, content, firstDue) => {
    expect(rememberedAfter({ lastProgress: 1 }, judge(content))).toEqual({ lastProgress: 1, firstDue });
  });

  test.each([
    ['what recurs, for it moves by itself', { due: '每月25日前' }],
    ['what has none', { due: '长期坚持' }],
    ['what cannot be read', { due: '会议召开前' }],
  ])('is not remembered of %s', (_, content) => {
    expect(rememberedAfter({}, judge(content))).toEqual({});
  });

  test('stays the first, and needs a verdict', () => {
    expect(rememberedAfter({ firstDue: '2022-05-31' }, judge({ due: '6月底前' }))).toEqual({ firstDue: '2022-05-31' });
    expect(rememberedAfter({}, null)).toEqual({});
  });
});
