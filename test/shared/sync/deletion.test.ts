import { describe, expect, test } from 'vitest';
import { deletionOf, type NamedEntry } from '../../../shared/sync/deletion.ts';
import type { Version } from '../../../shared/sync/outcome.ts';

const a = { title: '压减环节', progress: 40 };
const at = (revision: number, content: Version['content'] = a, isDeleted = false): Version => ({ content, revision, isDeleted });
const outcome = (part: Partial<NamedEntry>) => deletionOf({ isRejected: false, fields: ['title', 'progress'], stored: at(3), seen: at(3), ...part });

describe('the outcome of an entry to be deleted: the first line that holds', () => {
  test('malformed, repeated or not the credential’s: rejected', () => {
    expect(outcome({ isRejected: true, stored: null })).toBe('rejected');
  });
  test('gone already, or never there: unchanged', () => {
    expect(outcome({ stored: at(5, a, true) })).toBe('unchanged');
    expect(outcome({ stored: null, seen: null })).toBe('unchanged');
  });
  test('not changed since the base, or put back: deleted', () => {
    expect(outcome({})).toBe('deleted');
    expect(outcome({ stored: at(7), seen: at(3) })).toBe('deleted');
  });
  test('changed by others, in any field: conflict', () => {
    expect(outcome({ stored: at(5, { ...a, progress: 80 }) })).toBe('conflict');
  });
  test('never seen, or seen deleted and there again: conflict', () => {
    expect(outcome({ seen: null })).toBe('conflict');
    expect(outcome({ stored: at(5), seen: at(3, a, true) })).toBe('conflict');
  });
});
