import { defineConfig } from 'vitest/config';
import { inProject } from '../../scripts/lib/project.ts';

/** The worker in processes of its own, one test file after the other: they kill it, and count what the machine's memory holds. */
export default defineConfig({
  root: inProject('test/fault'),
  test: {
    include: ['**/*.test.ts'],
    globalSetup: ['../support/setup.ts'],
    testTimeout: 240_000,
    hookTimeout: 60_000,
    fileParallelism: false,
    maxWorkers: 1,
    reporters: [['default', { summary: false }]],
  },
});
