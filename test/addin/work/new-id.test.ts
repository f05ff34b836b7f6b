import { expect, test } from 'vitest';
import { newId } from '../../../addin/work/new-id.ts';
import { ULID_PATTERN } from '../../../shared/contract/primitives.ts';

test('ids are well formed, all different, and in the order they were made', () => {
  const ids = Array.from({ length: 5_000 }, newId);
  expect(ids.every((id) => ULID_PATTERN.test(id))).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);
});
