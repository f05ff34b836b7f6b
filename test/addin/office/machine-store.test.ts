import { describe, expect, test } from 'vitest';
import { createMachineStore } from '../../../addin/office/machine-store.ts';
import type { TextStorage } from '../../../addin/office/machine-store.ts';

function storageOver(kept: Map<string, string>): TextStorage {
  return { getItem: (name) => kept.get(name) ?? null, setItem: (name, value) => void kept.set(name, value), removeItem: (name) => void kept.delete(name) };
}

describe('the store on this machine', () => {
  test('keeps what it was given, under Office’s partition', () => {
    const kept = new Map<string, string>();
    const store = createMachineStore(() => storageOver(kept), 'partition-7|');
    store.set('language', 'en');
    expect([...kept.keys()]).toEqual(['partition-7|taizhang.language']);
    expect(store.get('language')).toBe('en');
    store.remove('language');
    expect([store.get('language'), kept.size]).toEqual([null, 0]);
  });

  test('lives as long as the pane where the browser refuses storage', () => {
    const store = createMachineStore(() => {
      throw new DOMException('denied', 'SecurityError');
    }, '');
    expect(store.get('language')).toBeNull();
    store.set('language', 'en');
    expect(store.get('language')).toBe('en');
    store.remove('language');
    expect(store.get('language')).toBeNull();
  });
});
