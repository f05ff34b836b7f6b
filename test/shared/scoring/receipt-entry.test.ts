import { expect, test } from 'vitest';
import type { Content, Entry } from '../../../shared/ledger/entry.ts';
import type { RegisterId } from '../../../shared/registers/index.ts';
import { measureEntry, receiptEntry, titleOf } from '../../../shared/scoring/receipt-entry.ts';
import { judge, measure } from '../support/measures.ts';

const entry = (register: RegisterId, content: Content): Entry => ({ id: 'E', register, revision: 1, content, memory: {} });

test.each<[RegisterId, Content, string]>([
  ['measures', { title: '压减环节', date: '2022-05-05' }, '压减环节'],
  ['problems', { title: '窗口缺岗', no: '7' }, '窗口缺岗'],
  ['reports', { month: '2022-05', title: '月报' }, '2022-05'],
  ['inspections', { no: '督〔2022〕7号', date: '2022-05-05', title: '甲' }, '督〔2022〕7号 2022-05-05'],
  ['inspections', { date: '2022-05-05' }, '2022-05-05'],
  ['spotchecks', { checkedOn: '2022-05-05', draw: 'D1', date: '2022-01-01' }, '2022-05-05 D1'],
  ['surveys', { date: '2022-05-05', score: 90 }, '2022-05-05'],
  ['adjustments', { date: '2022-05-05', reason: '典型经验' }, '2022-05-05 典型经验'],
  ['measures', {}, ''],
])('a row of %s is known by %o: %s', (register, content, title) => {
  expect(titleOf(entry(register, content))).toBe(title);
});

test('a row stands with what it gave, and what it weighed where it weighed', () => {
  const row = entry('surveys', { date: '2022-05-05' });
  expect(receiptEntry(row, 0.9)).toEqual({ id: 'E', register: 'surveys', title: '2022-05-05', role: 'lead', gave: 0.9 });
  expect(receiptEntry(row, 0.9, 0)).toEqual({ id: 'E', register: 'surveys', title: '2022-05-05', role: 'lead', gave: 0.9, weight: 0 });
});

test('a measure stands with the unit’s part in it', () => {
  const fact = { entry: { ...measure({}), id: 'M', content: { title: '压减环节' } }, verdict: judge({}), lead: '甲', co: ['乙'] };
  expect(measureEntry({ fact, role: 'co' }, 0.5)).toEqual({ id: 'M', register: 'measures', title: '压减环节', role: 'co', gave: 0.5 });
  expect(measureEntry({ fact, role: 'lead' }, 0.5, 2)).toEqual({ id: 'M', register: 'measures', title: '压减环节', role: 'lead', gave: 0.5, weight: 2 });
  const untitled = { ...fact, entry: { ...fact.entry, content: {} } };
  expect(measureEntry({ fact: untitled, role: 'lead' }, 1).title).toBe('');
});
