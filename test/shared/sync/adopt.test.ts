import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Content } from '../../../shared/ledger/entry.ts';
import { registerById } from '../../../shared/registers/index.ts';
import type { Register, RegisterId } from '../../../shared/registers/index.ts';
import { adoptEntries } from '../../../shared/sync/adopt.ts';

const id = (number: number): string => `01G4${String(number).padStart(22, '0')}`;

function register(name: RegisterId): Register {
  const found = registerById(name);
  if (found === undefined) throw new Error(name);
  return found;
}

const fields = ['unit', 'title', 'progress'];
const row = (unit: string, title: string, progress = 10): { readonly id: string | null; readonly content: Content } => ({
  id: null,
  content: { unit, title, progress },
});
const entry = (number: number, unit: string, title: string, progress = 10) => ({ id: id(number), content: { unit, title, progress } });
const adopt = (rows: Parameters<typeof adoptEntries>[2], entries: Parameters<typeof adoptEntries>[3]) => {
  const { ids, ambiguous } = adoptEntries(register('measures'), fields, rows, entries);
  return { ids: Object.fromEntries(ids), ambiguous: [...ambiguous] };
};

describe('a row without id', () => {
  test('takes the one entry with its required fields, whatever else differs', () => {
    expect(adopt([row('甲局', '一', 80)], [entry(1, '甲局', '一', 20), entry(2, '乙局', '一')])).toEqual({ ids: { 0: id(1) }, ambiguous: [] });
  });

  test('of a register of units takes the entry of its name', () => {
    const rows = [{ id: null, content: { name: '甲局', tier: 'key' } }];
    const found = adoptEntries(register('units'), ['name', 'tier'], rows, [{ id: id(1), content: { name: '甲局' } }]);
    expect([...found.ids]).toEqual([[0, id(1)]]);
  });

  test('is new where no entry has its required fields, or it lacks one itself', () => {
    expect(adopt([row('甲局', '二'), { id: null, content: { unit: '甲局' } }], [entry(1, '甲局', '一')])).toEqual({ ids: {}, ambiguous: [] });
    const untitled = { id: id(1), content: { unit: '甲局' } };
    expect(adopt([{ id: null, content: { unit: '甲局' } }], [untitled])).toEqual({ ids: {}, ambiguous: [] });
  });

  test('is found beside rows that have their ids already, and those keep theirs', () => {
    expect(adopt([{ ...row('甲局', '一'), id: id(9) }, row('甲局', '一')], [entry(1, '甲局', '一')])).toEqual({ ids: { 1: id(1) }, ambiguous: [] });
  });

  test('says the same where both leave a cell blank', () => {
    const blank = { unit: '甲局', title: '一' };
    expect(adopt([{ id: null, content: blank }], [entry(1, '甲局', '一'), { id: id(2), content: blank }])).toEqual({ ids: { 0: id(2) }, ambiguous: [] });
  });

  test('one of more rows alike than there are entries: as many as there are take them, the others are new', () => {
    expect(adopt([row('甲局', '一'), row('甲局', '一')], [entry(1, '甲局', '一')])).toEqual({ ids: { 0: id(1) }, ambiguous: [] });
  });

  test('takes none whose id stands in the sheet', () => {
    expect(adopt([{ ...row('甲局', '一'), id: id(1) }, row('甲局', '一')], [entry(1, '甲局', '一')])).toEqual({ ids: {}, ambiguous: [] });
  });

  test('is new, and said to be, where several entries or several rows are alike', () => {
    expect(adopt([row('甲局', '一', 80)], [entry(1, '甲局', '一', 20), entry(2, '甲局', '一', 30)])).toEqual({ ids: {}, ambiguous: [0] });
    expect(adopt([row('甲局', '一', 80), row('甲局', '一', 90)], [entry(1, '甲局', '一', 20)])).toEqual({ ids: {}, ambiguous: [0, 1] });
  });

  test('takes of two alike the one that says the same throughout, and leaves the other to the row that changed', () => {
    const entries = [entry(1, '甲局', '一', 20), entry(2, '甲局', '一', 30)];
    expect(adopt([row('甲局', '一', 30), row('甲局', '一', 80)], entries)).toEqual({ ids: { 0: id(2), 1: id(1) }, ambiguous: [] });
  });

  test('that says the same as several entries takes the first, so that it is not made once more', () => {
    expect(adopt([row('甲局', '一')], [entry(1, '甲局', '一'), entry(2, '甲局', '一')])).toEqual({ ids: { 0: id(1) }, ambiguous: [] });
  });

  test('is compared by the columns the sheet has', () => {
    const stored = { id: id(1), content: { unit: '甲局', title: '一', progress: 10, note: '只在服务器上' } };
    const other = { id: id(2), content: { unit: '甲局', title: '一', progress: 20 } };
    expect(adopt([row('甲局', '一')], [other, stored])).toEqual({ ids: { 0: id(1) }, ambiguous: [] });
  });
});

test('a ledger that lost all its ids gets one for every row, none twice, and the same contents', () => {
  const contents = fc.array(fc.record({ unit: fc.constantFrom('甲', '乙'), title: fc.constantFrom('一', '二'), progress: fc.integer({ min: 0, max: 2 }) }));
  fc.assert(
    fc.property(contents, fc.func(fc.nat()), (all, order) => {
      const entries = all.map((content, at) => ({ id: id(at), content }));
      const rows = all.map((content) => ({ id: null, content })).toSorted((a, b) => order(a.content) - order(b.content));
      const { ids } = adoptEntries(register('measures'), fields, rows, entries);
      expect(new Set(ids.values()).size).toBe(all.length);
      for (const [at, given] of ids) expect(entries.find((one) => one.id === given)?.content).toEqual(rows[at]?.content);
    }),
  );
});
