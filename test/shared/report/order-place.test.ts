import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unitDirectory } from '../../../shared/ledger/unit-names.ts';
import type { Content, Entry } from '../../../shared/ledger/entry.ts';
import { placed, placesOf, type KeptPlace } from '../../../shared/report/order-place.ts';

const rowsOf = (rows: Readonly<Record<string, Content>>): Entry[] =>
  Object.entries(rows).map(([id, content]) => ({ id, register: 'units', revision: 1, content, memory: {} }));
const kept = (place: number, unit: string, row: string | null = null): KeptPlace => ({ place, unit, row });

/** The place of each name under the rows of `units`; undefined where it has none. */
function placesIn(rows: Readonly<Record<string, Content>>, places: readonly KeptPlace[], names: readonly string[]): (number | undefined)[] {
  const units = rowsOf(rows);
  const directory = unitDirectory(units, '乌达区');
  for (const name of names) directory.resolve(name);
  const found = placesOf(places, { directory, units, district: '乌达区' });
  return names.map((name) => found.get(directory.resolve(name))?.place);
}

describe('the place kept for a unit (domain, Supervision order)', () => {
  test('is found by any spelling, and by an alias', () => {
    expect(placesIn({}, [kept(1, '区教育局'), kept(2, '区司法局')], ['乌达区司法局', '区 教育局', '区住建局'])).toEqual([2, 1, undefined]);
    expect(placesIn({ A: { name: '区发改委', aliases: '发展改革局' } }, [kept(1, '区发展改革局')], ['区发改委'])).toEqual([1]);
  });

  test('goes with the unit’s row when that is renamed; what still has the old name is another unit', () => {
    expect(placesIn({ A: { name: '区史志档案局' } }, [kept(1, '区档案馆', 'A')], ['区史志档案局', '区档案馆'])).toEqual([1, undefined]);
  });

  test('is the unit’s by its name again when its row is gone, also for a new row', () => {
    expect(placesIn({}, [kept(1, '区档案馆', 'A')], ['区档案馆'])).toEqual([1]);
    expect(placesIn({ B: { name: '区档案馆' } }, [kept(1, '区档案馆', 'A')], ['区档案馆'])).toEqual([1]);
  });

  test('of a unit that took in another by an alias is its own: by its row, else its name, else the lowest', () => {
    const rows = { A: { name: '区发改委', aliases: '区物价局、区粮食局' } };
    expect(placesIn(rows, [kept(1, '区物价局'), kept(2, '区发改委'), kept(3, '区粮食局', 'A')], ['区发改委'])).toEqual([3]);
    expect(placesIn(rows, [kept(1, '区物价局'), kept(2, '区发改委')], ['区发改委'])).toEqual([2]);
    expect(placesIn(rows, [kept(3, '区粮食局'), kept(1, '区物价局')], ['区发改委'])).toEqual([1]);
  });

  test('is never that of two units, and is the unit’s again once noted, whatever happens to names and rows', () => {
    const name = fc.constantFrom('区甲局', '区乙局', '区丙局', '乌达区甲局');
    const anyRows = fc.dictionary(fc.constantFrom('A', 'B', 'C'), fc.record({ name, aliases: name }, { requiredKeys: ['name'] }));
    const anyKept = fc.array(fc.tuple(name, fc.constantFrom('A', 'B', 'C', null)), { maxLength: 5 });
    fc.assert(
      fc.property(anyRows, anyKept, (rows, notes) => {
        const units = rowsOf(rows);
        const directory = unitDirectory(units, '乌达区');
        const naming = { directory, units, district: '乌达区' };
        const places = notes.map(([unit, row], at) => kept(at + 1, unit, row));
        const found = placesOf(places, naming);
        expect(new Set([...found.values()].map(({ place }) => place)).size).toBe(found.size);
        const noted = [...found].map(([unit, { place }]) => placed(place, unit));
        for (const [unit, { place }] of placesOf(noted, naming)) expect(found.get(unit)?.place).toBe(place);
        // A place added for a unit that has none is found as its own.
        const missing = ['区甲局', '区乙局', '区丙局'].map((one) => directory.resolve(one)).find((unit) => !found.has(unit));
        if (missing === undefined) return;
        expect(placesOf([...places, placed(99, missing)], naming).get(missing)?.place).toBe(99);
      }),
    );
  });
});
