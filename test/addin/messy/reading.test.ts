import { describe, expect, test } from 'vitest';
import { messyBooks } from './corpus/index.ts';
import { bind, openMessy, readingOf } from './support/reading.ts';

const ledgers = messyBooks.flatMap((messy) => messy.ledgers.map((ledger, at) => ({ name: `${messy.name}: ${ledger.register}`, messy, ledger, at })));

describe(`${messyBooks.length} messy workbooks, saved as .xlsx, opened again and read through Excel’s own interface`, () => {
  test('are at least 25', () => {
    expect(messyBooks.length).toBeGreaterThanOrEqual(25);
  });

  test.each(ledgers)('$name', async ({ messy, ledger, at }) => {
    const { workbook } = await openMessy(messy);
    const { binding, unread } = await bind(workbook, ledger, at === 0);
    const { refused: _, ...expected } = ledger;
    expect(readingOf(await workbook.readLedger(binding), unread)).toEqual({ problems: [], skipped: {}, unread: [], ...expected });
  });
});
