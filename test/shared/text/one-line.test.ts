import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oneLine } from '../../../shared/text/one-line.ts';

test.each([
  ['作风', '作风'],
  ['作风\n=HYPERLINK("http://example.invalid/")', '作风 =HYPERLINK("http://example.invalid/")'],
  ['台账 \t 管理\r\n', '台账 管理'],
  ['\0\u001b[2J办理\u0085时效\u2028\u2029', '[2J办理 时效'],
  ['\n\t ', ''],
])('%j is %j on one line', (text, line) => {
  expect(oneLine(text)).toBe(line);
});

test('whatever the text, nothing of it begins a line or a cell, and once more changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const line = oneLine(text);
      expect(line).not.toMatch(/[\r\n\t\v\f\u0085\u2028\u2029]|\p{Cc}/u);
      expect(oneLine(line)).toBe(line);
    }),
  );
});
