import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Cell } from '../../../shared/cell.ts';
import { dataRows, findLedgers } from '../../../shared/ledger/find.ts';
import type { Merge } from '../../../shared/ledger/merges.ts';

const HEADER = ['序号', '责任单位', '工作措施', '完成时限'];

/** Units and deadlines of the entries read, in order. */
function read(cells: readonly (readonly Cell[])[], merges: readonly Merge[]): readonly (readonly Cell[])[] {
  const [guess] = findLedgers(cells, { merges });
  if (guess === undefined) return [];
  const rows = dataRows(cells, guess, { merges });
  return rows.entries.map((row) => [1, 2, 3].map((column) => rows.cells[row]?.[column] ?? null));
}

it('a ledger with units merged down reads as the same ledger with every unit written out', () => {
  const group = fc.record({ unit: fc.constantFrom('区发改委', '区财政局、区住建局', '区教育局'), size: fc.integer({ min: 1, max: 5 }) });
  fc.assert(
    fc.property(fc.array(group, { minLength: 1, maxLength: 8 }), (groups) => {
      const merged: Cell[][] = [];
      const written: Cell[][] = [];
      const merges: Merge[] = [];
      for (const { unit, size } of groups) {
        if (size > 1) merges.push({ row: merged.length + 1, column: 1, rows: size, columns: 1 });
        for (let at = 0; at < size; at += 1) {
          const title = `措施${merged.length}`;
          merged.push([merged.length + 1, at === 0 ? unit : null, title, '6月底']);
          written.push([written.length + 1, unit, title, '6月底']);
        }
      }
      expect(read([HEADER, ...merged], merges)).toEqual(read([HEADER, ...written], []));
    }),
  );
});

it('merges that reach beyond the cells, or hold nothing, do no harm', () => {
  const cells = [HEADER, [1, '区发改委', '印发方案', '6月底']];
  const merges = [
    { row: 1, column: 1, rows: 9, columns: 1 },
    { row: 1, column: 9, rows: 2, columns: 3 },
  ];
  expect(read(cells, merges)).toEqual([['区发改委', '印发方案', '6月底']]);
});
