import { expect, test } from 'vitest';
import { dateIn } from '../../../shared/calendar/zone.ts';

test('today is the date of the workspace, not of the machine', () => {
  const moment = new Date('2022-06-29T16:30:00Z');
  expect(dateIn('Asia/Shanghai', moment)).toBe('2022-06-30');
  expect(dateIn('UTC', moment)).toBe('2022-06-29');
});
