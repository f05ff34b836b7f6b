import { describe, expect, test } from 'vitest';
import { catalogs } from '../../../addin/i18n/i18n.ts';

type Words = Readonly<Record<string, string>>;

/** A catalog as flat keys, plural forms under one key. */
function flat(catalog: object, prefix = ''): Words {
  return Object.fromEntries(
    Object.entries(catalog).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'object' && value !== null ? Object.entries(flat(value, `${prefix}${key}.`)) : [[prefix + key, String(value)]],
    ),
  );
}

const withoutPlural = (key: string): string => key.replace(/_(one|other)$/, '');
const keys = (words: Words): string[] => [...new Set(Object.keys(words).map(withoutPlural))].toSorted();
const placeholders = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').toSorted();

const chinese = flat(catalogs['zh-CN']);
const english = flat(catalogs.en);

describe('the catalogs', () => {
  test('have the same keys', () => {
    expect(keys(english)).toEqual(keys(chinese));
  });

  test('have the same placeholders under every key', () => {
    for (const [key, text] of Object.entries(english)) {
      const other = chinese[key] ?? chinese[`${withoutPlural(key)}_other`] ?? '';
      expect([key, placeholders(text)]).toEqual([key, placeholders(other)]);
    }
  });

  test('have both plural forms in English, and the one that Chinese has', () => {
    for (const key of Object.keys(english).filter((name) => /_(one|other)$/.test(name))) {
      expect(english).toHaveProperty([`${withoutPlural(key)}_one`]);
      expect(english).toHaveProperty([`${withoutPlural(key)}_other`]);
      expect(chinese).toHaveProperty([`${withoutPlural(key)}_other`]);
    }
  });

  test('leave nothing blank, shout at nobody and use no emoji', () => {
    for (const [key, text] of [...Object.entries(chinese), ...Object.entries(english)]) {
      expect([key, text.trim() !== '']).toEqual([key, true]);
      expect([key, /[!！]|\p{Extended_Pictographic}/u.test(text)]).toEqual([key, false]);
    }
  });
});
