import { expect, test } from 'vitest';
import { agoText } from '../../../addin/ui/moments.ts';

test.each([
  [0, '刚刚', 'just now'],
  [59, '刚刚', 'just now'],
  [60, '1分钟前', '1 minute ago'],
  [3_599, '59分钟前', '59 minutes ago'],
  [3_600, '1小时前', '1 hour ago'],
  [86_400, '昨天', 'yesterday'],
  [6 * 86_400, '6天前', '6 days ago'],
] as const)('%s seconds ago: %s, %s', (seconds, chinese, english) => {
  const now = new Date('2022-06-30T08:00:00Z');
  const moment = new Date(now.getTime() - seconds * 1_000).toISOString();
  expect([agoText(moment, now, 'zh-CN'), agoText(moment, now, 'en')]).toEqual([chinese, english]);
});

test('a week and more ago is a date, and a clock that is behind makes no future', () => {
  const now = new Date('2022-06-30T08:00:00Z');
  expect(agoText('2022-06-01T08:00:00Z', now, 'zh-CN')).toBe('2022年6月1日');
  expect(agoText('2022-06-30T08:05:00Z', now, 'en')).toBe('just now');
});
