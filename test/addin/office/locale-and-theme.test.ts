import { expect, test } from 'vitest';
import { languageOfLocale } from '../../../addin/office/locale.ts';
import { isDarkColour } from '../../../addin/office/theme.ts';

test.each([
  ['zh-CN', 'zh-CN'],
  ['zh-Hans-CN', 'zh-CN'],
  ['ZH', 'zh-CN'],
  ['en-US', 'en'],
  ['mn-MN', 'en'],
  ['zhx', 'en'],
])('an Office in %s is spoken to in %s', (locale, language) => {
  expect(languageOfLocale(locale)).toBe(language);
});

test.each([
  ['#FFFFFF', false],
  ['E6E6E6', false],
  ['#262626', true],
  ['#0A0A0A', true],
  ['blue', false],
])('a background of %s is dark: %s', (colour, isDark) => {
  expect(isDarkColour(colour)).toBe(isDark);
});
