import { describe, expect, it } from 'vitest';
import { cellText } from '../../../../addin/preview/host/number-text.ts';
import type { CellValue } from '../../../../addin/preview/model/book.ts';

describe('the text of a cell', () => {
  it.each<[CellValue, string, string]>([
    [null, 'General', ''],
    [true, 'General', 'TRUE'],
    [{ error: '#REF!' }, '0.00', '#REF!'],
    ['文字', '0.00', '文字'],
    [0.1 + 0.2, 'General', '0.3'],
    [123456789012, 'General', '1.23457E+11'],
    [12.345, '0.00', '12.35'],
    [-1234.5, '#,##0.0', '-1,234.5'],
    [5, '000', '005'],
    [0.6, '0%', '60%'],
    [0.125, '0.0%', '12.5%'],
    [1.5, '0.##', '1.5'],
    [-3, '0;(0)', '(3)'],
    [0, '0;-0;"无"', '无'],
    [3, '0"天"', '3天'],
    [12000, '0.00E+00', '1.20E+04'],
    [44742, 'yyyy-mm-dd', '2022-06-30'],
    [44742, 'm/d/yyyy', '6/30/2022'],
    [44742, 'yyyy"年"m"月"d"日"', '2022年6月30日'],
    [44742, '[$-804]yyyy年m月', '2022年6月'],
    [44742.75, 'yyyy/m/d h:mm', '2022/6/30 18:00'],
    [0.5208333333, 'h:mm AM/PM', '12:30 PM'],
    [44742, '@', '44742'],
  ])('%j in %s is %j', (value, format, text) => {
    expect(cellText(value, format)).toBe(text);
  });
});
