import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../shared/cell.ts';
import { readId } from '../../../shared/ledger/ids.ts';
import { mergeContent, readRow } from '../../../shared/ledger/rows.ts';
import { measures } from '../../../shared/registers/measures.ts';

const columns = ['id', 'unit', 'title', 'due', 'progress'];
const read = (cells: readonly Cell[], isNew = true) => readRow(measures, columns, cells, { isNew });

const readProgressOnly = (isNew: boolean) => readRow(measures, ['id', 'progress'], ['x', 60], { isNew });

describe('a row', () => {
  it('is read by its columns, blank fields left out', () => {
    expect(read(['x', ' 区发改委 ', '印发方案', '2022.6.30', null])).toEqual({
      content: { unit: '区发改委', title: '印发方案', due: '2022-06-30' },
      blanked: ['progress'],
      problems: [],
    });
  });

  it('without its unit or title is refused, naming the field', () => {
    expect(read(['x', '', '印发方案', null, null]).problems).toEqual([{ code: 'problem.required', params: {}, column: 'unit', value: '' }]);
    expect(read(['x', '区发改委', '  ', null, null], false).problems).toMatchObject([{ code: 'problem.required', column: 'title' }]);
  });

  it('with several faults says them all, each with the cell as it stands', () => {
    expect(read(['x', '#REF!', '印发方案', '#N/A', '一半']).problems).toEqual([
      { code: 'problem.errorValue', params: { value: '#REF!' }, column: 'unit', value: '#REF!' },
      { code: 'problem.errorValue', params: { value: '#N/A' }, column: 'due', value: '#N/A' },
      { code: 'problem.unreadableProgress', params: { value: '一半' }, column: 'progress', value: '一半' },
    ]);
  });

  it('that is new needs all required columns; one already stored does not', () => {
    expect(readProgressOnly(false)).toEqual({ content: { progress: 60 }, blanked: [], problems: [] });
    expect(readProgressOnly(true).problems.map(({ code, column }) => [code, column])).toEqual([
      ['problem.requiredColumn', 'unit'],
      ['problem.requiredColumn', 'title'],
    ]);
  });

  it('with more or fewer cells than columns is refused, lest a short row empties fields', () => {
    expect(read(['x', '区发改委', '印发方案']).problems).toMatchObject([{ code: 'problem.cellCount', params: { count: 3, expected: 5 }, column: null }]);
  });
});

describe('merging with what is stored', () => {
  const stored = { unit: '区发改委', title: '旧', progress: 40, note: '原备注' };
  it('a column not pushed keeps its field, one pushed blank empties it', () => {
    const reading = readRow(measures, ['id', 'title', 'progress'], ['x', '新', null], { isNew: false });
    expect(mergeContent(stored, reading)).toEqual({ unit: '区发改委', title: '新', note: '原备注' });
    expect(stored.progress).toBe(40);
  });
  it('of a new row is what was read', () => expect(mergeContent(null, read(['x', '甲', '乙', null, 5]))).toEqual({ unit: '甲', title: '乙', progress: 5 }));
});

describe('ids', () => {
  it('are ULIDs as they stand', () => expect(readId(' 01ARZ3NDEKTSV4RRFFQ69G5FAV ')).toEqual({ id: '01ARZ3NDEKTSV4RRFFQ69G5FAV' }));
  it.each<Cell>([12, '12', '01arz3ndektsv4rrffq69g5fav', '81ARZ3NDEKTSV4RRFFQ69G5FAV', '01ARZ3NDEKTSV4RRFFQ69G5FA'])('%j is none', (cell) =>
    expect(readId(cell)).toMatchObject({ problem: { code: 'problem.idMalformed' } }),
  );
  it('may not be blank', () => expect(readId(null)).toMatchObject({ problem: { code: 'problem.idMissing' } }));
});
