import { describe, expect, test } from 'vitest';
import { ULID_PATTERN } from '../../../../shared/contract/primitives.ts';
import { identifyRows } from '../../../../addin/features/push/row-ids.ts';
import { idOf } from '../../excel/support/ledger-book.ts';

/** Rows as `[the id beside it, the id it is known by]`. */
const identify = (...rows: readonly (readonly [string | null, string | null])[]) =>
  identifyRows(
    rows.map(([id], sheetRow) => ({ sheetRow, id, cells: [] })),
    rows.map(([, known]) => known),
  );

describe('every row has an id of its own', () => {
  test('a row that has one keeps it', () => {
    expect(identify([idOf(1), idOf(1)], [idOf(2), idOf(2)]).map((row) => [row.id, row.notice])).toEqual([
      [idOf(1), null],
      [idOf(2), null],
    ]);
  });

  test('a row without gets a new one, which is nothing to tell', () => {
    const [row] = identify([null, null]);
    expect(row?.id).toMatch(ULID_PATTERN);
    expect(row?.notice).toBeNull();
  });

  test('a copied row gets a new one', () => {
    const [copy, original] = identify([idOf(1), null], [idOf(1), idOf(1)]);
    expect(original).toMatchObject({ id: idOf(1), notice: null });
    expect(copy?.id).not.toBe(idOf(1));
    expect(copy?.notice).toMatchObject({ code: 'sheet.copiedRow' });
  });

  test('an id that was tampered with is replaced', () => {
    const [row] = identify(['第3行', null]);
    expect(row?.id).toMatch(ULID_PATTERN);
    expect(row?.notice).toMatchObject({ code: 'sheet.brokenId' });
  });

  test('a row whose id was cleared or tampered with and that is known again gets it back', () => {
    const rows = identify([null, idOf(1)], ['第3行', idOf(2)]);
    expect(rows.map(({ id, notice }) => [id, notice?.code])).toEqual([
      [idOf(1), 'sheet.foundAgain'],
      [idOf(2), 'sheet.foundAgain'],
    ]);
  });
});
