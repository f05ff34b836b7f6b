import { describe, expect, test } from 'vitest';
import { canonicalText, sameFields } from '../../../shared/sync/canonical.ts';
import { hasSeen, isChanged, outcomeOf, type PushedRow, type Version } from '../../../shared/sync/outcome.ts';

const a = { unit: '区发改委', title: '压减环节', progress: 40 };
const b = { ...a, progress: 60 };
const c = { ...a, progress: 80 };
const fields = ['unit', 'title', 'progress'];
const at = (revision: number, content = a, isDeleted = false): Version => ({ content, revision, isDeleted });

/** A row whose sheet has last seen version 3, of content `a`, and which holds `b`. */
function outcome(part: Partial<PushedRow>) {
  return outcomeOf({ isRejected: false, fields, content: b, stored: at(3), seen: at(3), resolved: undefined, ...part });
}

describe('the outcome of a pushed row: the first line that holds', () => {
  test('fails validation, whatever is stored: rejected', () => {
    expect(outcome({ isRejected: true })).toBe('rejected');
    expect(outcome({ isRejected: true, stored: null, seen: null, resolved: 3 })).toBe('rejected');
  });
  test('named in resolve with the stored revision, or with that of its deletion: updated', () => {
    expect(outcome({ stored: at(5, c), resolved: 5 })).toBe('updated');
    expect(outcome({ stored: at(5, c, true), resolved: 5 })).toBe('updated');
    expect(outcome({ stored: at(5, b), resolved: 5 })).toBe('updated');
  });
  test('named in resolve with another revision: as if it were not named', () => {
    expect(outcome({ stored: at(5, c), resolved: 4 })).toBe('conflict');
    expect(outcome({ stored: null, seen: null, resolved: 4 })).toBe('inserted');
  });
  test('id unknown: inserted', () => {
    expect(outcome({ stored: null, seen: null })).toBe('inserted');
  });
  test('deleted at or before the base: inserted', () => {
    expect(outcome({ stored: at(3, a, true), seen: at(3, a, true) })).toBe('inserted');
    expect(outcome({ stored: at(5, a, true), seen: at(3, a, true) })).toBe('inserted');
  });
  test('equals the stored row, whatever others did since: unchanged', () => {
    expect(outcome({ content: a })).toBe('unchanged');
    expect(outcome({ stored: at(5, b) })).toBe('unchanged');
    expect(outcome({ stored: at(5, b), seen: null })).toBe('unchanged');
  });
  test('differs, stored row not changed: updated', () => {
    expect(outcome({})).toBe('updated');
  });
  test('differs, others changed the stored row and put it back: updated', () => {
    expect(outcome({ stored: at(7, a), seen: at(3, a) })).toBe('updated');
  });
  test('differs, others changed only fields that are not pushed: updated', () => {
    expect(outcome({ stored: at(7, { ...a, title: '新标题' }), content: { ...b, title: '新标题' }, fields: ['progress'] })).toBe('updated');
  });
  test('equals its version at the base, changed by others: incoming', () => {
    expect(outcome({ content: a, stored: at(5, c) })).toBe('incoming');
  });
  test('equals its version at the base, deleted by others: incoming', () => {
    expect(outcome({ content: a, stored: at(5, a, true) })).toBe('incoming');
  });
  test('differs from both, changed by others: conflict', () => {
    expect(outcome({ stored: at(5, c) })).toBe('conflict');
  });
  test('differs from its version at the base, deleted by others: conflict', () => {
    expect(outcome({ stored: at(5, a, true) })).toBe('conflict');
  });
  test('differs from an entry the sheet never saw, living or deleted: conflict', () => {
    expect(outcome({ stored: at(5, c), seen: null })).toBe('conflict');
    expect(outcome({ stored: at(5, c, true), seen: null })).toBe('conflict');
  });
  test('differs from one that was deleted when the sheet saw it and is there again: conflict', () => {
    expect(outcome({ stored: at(5, c), seen: at(3, a, true) })).toBe('conflict');
  });
});

test('an entry has changed that came, went or differs in a field that counts', () => {
  const changed = (stored: Version | null, seen: Version | null) => isChanged(stored, seen, ['progress']);
  expect([changed(at(5), null), changed(null, at(3)), changed(at(5, a, true), at(3)), changed(at(5, b), at(3))]).toEqual([true, true, true, true]);
  expect([changed(null, null), changed(at(5), at(3)), changed(at(5, { ...a, title: '新标题' }), at(3))]).toEqual([false, false, false]);
});

test('a sheet has seen what lies at or before its base, and what its own requests wrote', () => {
  const sight = { base: 3, own: new Set([7]) };
  expect([2, 3, 4, 7, 8].map((revision) => hasSeen(sight, at(revision)))).toEqual([true, true, false, true, false]);
});

describe('contents', () => {
  test('have one text whatever the order of their fields', () => {
    expect(canonicalText({ a: 1, b: 'x' })).toBe(canonicalText({ b: 'x', a: 1 }));
  });
  test('are the same in some fields if each holds the same value or none', () => {
    expect(sameFields({ a: 1, b: 2 }, { a: 1, c: 3 }, ['a', 'd'])).toBe(true);
    expect(sameFields({ a: 1 }, { a: '1' }, ['a'])).toBe(false);
    expect(sameFields({ a: 1 }, {}, ['a'])).toBe(false);
  });
});
