import { describe, expect, test } from 'vitest';
import { withWordsWhole } from '../../../addin/excel/reports/fit-words.ts';
import { heightFor } from '../../../addin/excel/reports/heights.ts';
import { order } from './support/reports.ts';

const lines = (text: string, width: number): number => heightFor([{ text, width }], 1);
const HASH = '3f'.repeat(32);

describe('the height of a row', () => {
  test('of Chinese is what fills its lines, for it breaks anywhere', () => {
    expect([lines('推行一窗受理', 13), lines('推行一窗受理', 11), lines('推行\n一窗', 20)]).toEqual([1, 2, 2]);
  });

  test('takes a word to the next line whole', () => {
    expect(lines('Supervision Supervision', 16)).toBe(2);
    expect(lines('Something due soon or behind', 16)).toBe(2);
    expect(lines('ab Supervision Supervision', 14)).toBe(3);
  });

  test('has room for a digest after words, which goes to lines of its own and is cut only there', () => {
    expect(lines(HASH, 66)).toBe(1);
    expect(lines(`封签 ${HASH}`, 69)).toBe(2);
    expect(lines(`历史封签，可据以核对：${HASH}`, 40)).toBe(3);
  });
});

describe('a column', () => {
  const headers = (...texts: string[]) => withWordsWhole({ ...order(), columns: texts.map((header) => ({ header, kind: 'text', width: 6 })), sections: [] });

  test('holds every word of its header, whatever it was asked to be wide', () => {
    expect(headers('Problem', 'Since last month', '较上月末', HASH).columns.map(({ width }) => width)).toEqual([10, 8, 6, 6]);
  });

  test('holds the words of its cells', () => {
    const made = withWordsWhole({
      ...order(),
      columns: [
        { header: 'No.', kind: 'integer', width: 5 },
        { header: '类别', kind: 'text', width: 8 },
      ],
      sections: [{ rows: [[1, 'Supports'], [2, { text: 'Something overdue', card: 'red' }]] }], // prettier-ignore
    });
    expect(made.columns.map(({ width }) => width)).toEqual([6, 13]);
  });
});
