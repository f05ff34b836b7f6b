import { describe, expect, it } from 'vitest';
import { chineseNumber, withDigits } from '../../../shared/text/numerals.ts';

describe('chineseNumber', () => {
  it.each([
    ['〇', 0],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['廿五', 25],
    ['卅', 30],
    ['三十一', 31],
    ['一百', 100],
    ['一百零五', 105],
    ['一百二十', 120],
    ['二〇二二', 2022],
    ['两', 2],
  ])('%s is %d', (numeral, value) => expect(chineseNumber(numeral)).toBe(value));

  it.each(['', '十四五', '五十五五', '百十百', '六月'])('%s is no number', (numeral) => expect(chineseNumber(numeral)).toBeNull());
});

describe('withDigits', () => {
  it.each([
    ['二〇二二年六月三十日', '2022年6月30日'],
    ['二○二二年', '2022年'],
    ['二O二O年', '2020年'],
    ['零八年', '08年'],
    ['八月十五', '8月15'],
    ['第一季度', '第1季度'],
    ['一至三季度', '1至3季度'],
    ['每周五', '每周5'],
    ['两个月内', '2个月内'],
    ['十一月', '11月'],
    ['一百二十日内', '120日内'],
  ])('%s is written %s', (text, digits) => expect(withDigits(text)).toBe(digits));

  it.each(['统一部署', '“十四五”末', '五一前', '十一前', '六一儿童节', '万一'])('%s stays', (text) => expect(withDigits(text)).toBe(text));
});
