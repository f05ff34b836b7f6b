import { expect, test } from 'vitest';
import { sentenceGap } from '../../../addin/ui/sentences.ts';

test('no space follows a Chinese full stop, and one follows an English one', () => {
  expect(['这是第 6 版。', '查看现行版。'].join(sentenceGap('zh-CN'))).toBe('这是第 6 版。查看现行版。');
  expect(['This is version 6.', 'See the one in force.'].join(sentenceGap('en'))).toBe('This is version 6. See the one in force.');
});
