import { expect, test } from 'vitest';
import { isSensibleDay } from '../../../../addin/features/ledger/as-of.ts';

test('a day half typed, or one that does not exist, is not pinned', () => {
  expect(['', '2022-06', '0002-06-30', '0202-06-30', '1999-12-31', '2100-01-01', '2022-06-31'].filter(isSensibleDay)).toEqual([]);
  expect(['2000-01-01', '2022-06-30', '2099-12-31'].filter((day) => !isSensibleDay(day))).toEqual([]);
});
