import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaAddress, parseAddress, quotedSheetName, splitReference } from '../../../../addin/preview/model/address.ts';
import { MAX_COLUMNS, MAX_ROWS, overlaps, subtract } from '../../../../addin/preview/model/areas.ts';
import type { Area } from '../../../../addin/preview/model/book.ts';

const areas: fc.Arbitrary<Area> = fc.record({
  row: fc.nat(MAX_ROWS - 100),
  column: fc.nat(MAX_COLUMNS - 100),
  rows: fc.integer({ min: 1, max: 99 }),
  columns: fc.integer({ min: 1, max: 99 }),
});

describe('addresses', () => {
  it.each([
    ['B2', { row: 1, column: 1, rows: 1, columns: 1 }],
    ['$B$2:$AA$5', { row: 1, column: 1, rows: 4, columns: 26 }],
    ['D5:B2', { row: 1, column: 1, rows: 4, columns: 3 }],
    ['C:C', { row: 0, column: 2, rows: MAX_ROWS, columns: 1 }],
    ['3:4', { row: 2, column: 0, rows: 2, columns: MAX_COLUMNS }],
  ])('%s names an area', (address, area) => {
    expect(parseAddress(address)).toEqual(area);
  });

  it.each(['', 'A', '5', 'A0', 'A1:B', 'XFE1', 'A1048577', '台账', 'A1:B2:C3'])('%j is none', (address) => {
    expect(parseAddress(address)).toBeNull();
  });

  it('come back as they were written', () => {
    fc.assert(
      fc.property(areas, fc.boolean(), (area, fixed) => {
        expect(parseAddress(areaAddress(area, fixed))).toEqual(area);
      }),
    );
  });

  it.each([
    ['台账', '台账'],
    ['Sheet1', 'Sheet1'],
    ['6月', "'6月'"],
    ['A1', "'A1'"],
    ["it's", "'it''s'"],
  ])('the sheet name %s is written %s and read back', (name, quoted) => {
    expect(quotedSheetName(name)).toBe(quoted);
    expect(splitReference(`=${quoted}!$A$1`)).toEqual({ sheet: name, address: '$A$1' });
  });
});

const size = (area: Area): number => area.rows * area.columns;

describe('an area without another', () => {
  it('is cut into pieces that do not overlap and leave nothing out', () => {
    const small = fc.record({ row: fc.nat(9), column: fc.nat(9), rows: fc.integer({ min: 1, max: 9 }), columns: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(small, small, (area, hole) => {
        const pieces = subtract(area, hole);
        const covered = pieces.reduce((sum, piece) => sum + size(piece), 0);
        const taken = size(area) - covered;
        expect(pieces.some((piece) => overlaps(piece, hole))).toBe(false);
        expect(taken > 0).toBe(overlaps(area, hole));
        for (const [index, piece] of pieces.entries()) expect(pieces.slice(index + 1).some((other) => overlaps(piece, other))).toBe(false);
      }),
    );
  });
});
