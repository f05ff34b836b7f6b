import { expect, test } from 'vitest';
import { packageName } from '../../../../addin/features/offline/package-file.ts';

test('a package carries the day it was made by the workspace’s clock, not by Greenwich’s', () => {
  expect(packageName({ sheet: '责任清单', madeAt: '2022-06-30T16:30:00.000Z' }, 'Asia/Shanghai')).toBe('责任清单-2022-07-01.tzpkg');
  expect(packageName({ sheet: '责任清单', madeAt: '2022-06-30T16:30:00.000Z' }, 'UTC')).toBe('责任清单-2022-06-30.tzpkg');
});
