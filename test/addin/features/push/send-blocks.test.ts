import { describe, expect, test } from 'vitest';
import { MAX_BYTES, MAX_ROWS } from '../../../../shared/contract/push.ts';
import { pushBlocks } from '../../../../addin/features/push/send-blocks.ts';
import { idOf } from '../../excel/support/ledger-book.ts';

const rows = (count: number, text: string) => Array.from({ length: count }, (_, at) => ({ sheetRow: at, id: idOf(at), cells: [text], notice: null }));

describe('a ledger is cut into requests within the server’s limits', () => {
  test.each([
    { count: 0, sizes: [0] },
    { count: 1, sizes: [1] },
    { count: MAX_ROWS, sizes: [MAX_ROWS] },
    { count: MAX_ROWS + 1, sizes: [MAX_ROWS, 1] },
  ])('$count rows make requests of $sizes', ({ count, sizes }) => {
    expect(pushBlocks(rows(count, '措施')).map((block) => block.rows.length)).toEqual(sizes);
  });

  test('long texts count by their bytes, and every row is sent once, in order', () => {
    const blocks = pushBlocks(rows(4_000, '很长的措施'.repeat(200)));
    expect(blocks.length).toBeGreaterThan(2);
    for (const block of blocks) expect(new TextEncoder().encode(JSON.stringify(block.cells)).length).toBeLessThan(MAX_BYTES);
    expect(blocks.flatMap((block) => block.cells.map(([id]) => id))).toEqual(rows(4_000, '').map((row) => row.id));
  });

  test('what is said of rows by id goes with them and counts by its bytes; what is said of entries without a row is said once', () => {
    const count = 9_000;
    const revisions = Object.fromEntries(Array.from({ length: count + 85_000 }, (_, at) => [idOf(at), 1_234_567_890_123]));
    const blocks = pushBlocks(rows(count, '措施'.repeat(60)), { bases: revisions, resolve: revisions });
    for (const { cells, bases, resolve } of blocks) {
      expect(cells.length).toBeLessThanOrEqual(MAX_ROWS);
      expect(new TextEncoder().encode(JSON.stringify({ cells, bases, resolve })).length).toBeLessThan(MAX_BYTES);
      expect(cells.map(([id]) => String(id)).filter((id) => bases[id] === undefined || resolve[id] === undefined)).toEqual([]);
    }
    expect(blocks.flatMap(({ bases }) => Object.keys(bases)).toSorted()).toEqual(Object.keys(revisions).toSorted());
    expect(blocks.reduce((sum, { resolve }) => sum + Object.keys(resolve).length, 0)).toBe(count);
  });

  test('every request has an id of its own', () => {
    const requests = pushBlocks(rows(MAX_ROWS * 3, '')).map((block) => block.request);
    expect(new Set(requests).size).toBe(3);
  });
});
