import { expect, test } from 'vitest';
import { newId } from '../../../addin/work/new-id.ts';
import { ULID_PATTERN } from '../../../shared/contract/primitives.ts';

test('ids are well formed and all different, over many draws of random bytes', () => {
  const ids = Array.from({ length: 5_000 }, newId);
  expect(ids.every((id) => ULID_PATTERN.test(id))).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
});

test('every character of the alphabet comes up in the random part', () => {
  const characters = new Set(Array.from({ length: 200 }, () => newId().slice(10)).join(''));
  expect(characters.size).toBe(32);
});
