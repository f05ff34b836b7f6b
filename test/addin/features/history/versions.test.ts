import { describe, expect, test } from 'vitest';
import type { HistoryAnswer } from '../../../../shared/contract/revisions.ts';
import { nextPart } from '../../../../addin/features/history/parts.ts';
import { titleNow } from '../../../../addin/features/history/title-now.ts';

test('what a push changed comes page by page: the rest of a revision, then the next revision, until the last', () => {
  expect(nextPart([2, 4], { revision: 2, next: 'X' })).toEqual({ revision: 2, cursor: 'X' });
  expect(nextPart([2, 4], { revision: 2, next: null })).toEqual({ revision: 4, cursor: null });
  expect(nextPart([2, 4], { revision: 4, next: null })).toBeNull();
});

type Version = HistoryAnswer['versions'][number];

function version(change: Version['change'], field: string, before: string | null, after: string | null): Version {
  return { revision: 1, kind: 'push', change, madeBy: null, by: '张三', at: '2022-06-30T08:00:00Z', changes: [{ field, before, after }] };
}

describe('what an entry is called', () => {
  test('is its newest title, however long ago it got it', () => {
    expect(titleNow([version('updated', 'progress', '1', '2'), version('updated', 'title', '旧', '新'), version('inserted', 'title', null, '旧')])).toBe('新');
  });

  test('is a unit’s name, and of a deleted entry what it was', () => {
    expect(titleNow([version('inserted', 'name', null, '区发改委')])).toBe('区发改委');
    expect(titleNow([version('deleted', 'title', '旧', null)])).toBe('旧');
    expect(titleNow([version('inserted', 'unit', null, '区发改委')])).toBeNull();
  });
});
