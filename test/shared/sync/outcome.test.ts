import { describe, expect, test } from 'vitest';
import { canonicalText, sameContent } from '../../../shared/sync/canonical.ts';
import { outcomeOf, type PushedRow } from '../../../shared/sync/outcome.ts';

const before = { unit: '区发改委', title: '压减环节', progress: 40 };
const after = { ...before, progress: 60 };
const own: ReadonlySet<number> = new Set([7]);

function row(part: Partial<PushedRow>): PushedRow {
  return { isRejected: false, content: after, stored: { content: before, revision: 3, isDeleted: false }, base: 3, own, ...part };
}

describe('the outcome of a pushed row', () => {
  test('a row that fails validation is rejected, whatever is stored', () => {
    expect(outcomeOf(row({ isRejected: true }))).toBe('rejected');
  });
  test('an unknown id is inserted', () => {
    expect(outcomeOf(row({ stored: null }))).toBe('inserted');
  });
  test('a row deleted at or before the base is inserted again', () => {
    expect(outcomeOf(row({ stored: { content: before, revision: 3, isDeleted: true } }))).toBe('inserted');
  });
  test('a row equal to the stored one is unchanged, even on an old base', () => {
    expect(outcomeOf(row({ content: before }))).toBe('unchanged');
    expect(outcomeOf(row({ content: before, base: 0 }))).toBe('unchanged');
  });
  test('a row that differs from one not changed since the base is updated', () => {
    expect(outcomeOf(row({}))).toBe('updated');
  });
  test('a row that differs from one changed by others since the base is a conflict', () => {
    expect(outcomeOf(row({ base: 2 }))).toBe('conflict');
  });
  test('a row deleted by others since the base is a conflict', () => {
    expect(outcomeOf(row({ base: 2, stored: { content: before, revision: 3, isDeleted: true } }))).toBe('conflict');
  });
  test('what the same push or a lost request wrote is not others’ change', () => {
    expect(outcomeOf(row({ base: 2, stored: { content: before, revision: 7, isDeleted: false } }))).toBe('updated');
  });
});

describe('contents', () => {
  test('are equal whatever the order of their fields', () => {
    expect(sameContent({ a: 1, b: 'x' }, { b: 'x', a: 1 })).toBe(true);
    expect(canonicalText({ a: 1, b: 'x' })).toBe(canonicalText({ b: 'x', a: 1 }));
  });
  test('differ by a value, and by a field that one lacks', () => {
    expect(sameContent({ a: 1 }, { a: '1' })).toBe(false);
    expect(sameContent({ a: 1 }, { a: 1, b: 2 })).toBe(false);
    expect(sameContent({ a: 1, b: 2 }, { a: 1, c: 2 })).toBe(false);
  });
});
