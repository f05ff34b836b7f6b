import { expect, it } from 'vitest';
import { toSimplified } from '../../../shared/text/simplified.ts';

it.each([
  ['烏達區', '乌达区'],
  ['發展與改革委員會', '发展与改革委员会'],
  ['醫療保障局', '医疗保障局'],
  ['乌达区发改委', '乌达区发改委'],
  ['㜢 A1、', '𡞱 A1、'],
  ['薴', '苎'],
  ['', ''],
])('%s is %s', (traditional, simplified) => expect(toSimplified(traditional)).toBe(simplified));

it('twice is as once, for every character', () => {
  const all = Array.from({ length: 0x9fff - 0x3400 }, (_, at) => String.fromCodePoint(0x3400 + at)).join('');
  expect(toSimplified(toSimplified(all))).toBe(toSimplified(all));
});
