import { describe, expect, test } from 'vitest';
import { ULID_PATTERN } from '../../../../shared/contract/primitives.ts';
import { identifyRows } from '../../../../addin/features/push/row-ids.ts';
import { idOf } from '../../excel/support/ledger-book.ts';

const identify = (...ids: readonly (string | null)[]) => identifyRows(ids.map((id, sheetRow) => ({ sheetRow, id, cells: [] })));

describe('every row has an id of its own', () => {
  test('a row that has one keeps it', () => {
    expect(identify(idOf(1), idOf(2)).map((row) => [row.id, row.notice])).toEqual([
      [idOf(1), null],
      [idOf(2), null],
    ]);
  });

  test('a row without gets a new one, which is nothing to tell', () => {
    const [row] = identify(null);
    expect(row?.id).toMatch(ULID_PATTERN);
    expect(row?.notice).toBeNull();
  });

  test('of a row copied below, the copy gets a new one', () => {
    const [first, second] = identify(idOf(1), idOf(1));
    expect(first).toMatchObject({ id: idOf(1), notice: null });
    expect(second?.id).not.toBe(idOf(1));
    expect(second?.notice).toMatchObject({ code: 'sheet.copiedRow' });
  });

  test('an id that was tampered with is replaced', () => {
    const [row] = identify('第3行');
    expect(row?.id).toMatch(ULID_PATTERN);
    expect(row?.notice).toMatchObject({ code: 'sheet.brokenId' });
  });
});
