import { expect, test } from 'vitest';
import { agoText } from '../../../addin/ui/moments.ts';
import { dayText, timeText } from '../../../addin/ui/time-text.ts';

const ZONE = 'Asia/Shanghai';

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
  expect([agoText(moment, now, 'zh-CN', ZONE), agoText(moment, now, 'en', ZONE)]).toEqual([chinese, english]);
});

test('a week and more ago is a date where the workspace is, and a clock that is behind makes no future', () => {
  const now = new Date('2022-06-30T08:00:00Z');
  expect(agoText('2022-06-01T20:00:00Z', now, 'zh-CN', ZONE)).toBe('2022-06-02');
  expect(agoText('2022-06-30T08:05:00Z', now, 'en', ZONE)).toBe('just now');
});

test('a moment is told by the clock of the zone asked for, whatever the machine has', () => {
  const moment = '2022-06-30T16:30:00Z';
  expect([timeText(moment, ZONE), timeText(moment, 'Europe/Berlin'), dayText(moment, ZONE)]).toEqual(['2022-07-01 00:30', '2022-06-30 18:30', '2022-07-01']);
});
