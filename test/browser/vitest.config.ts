import { defineConfig } from 'vitest/config';
import { inProject } from '../../scripts/lib/project.ts';

/** The whole product in a real browser: one server, one test file after the other. */
export default defineConfig({
  root: inProject('test/browser'),
  test: {
    include: ['**/*.test.ts'],
    globalSetup: ['support/server.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    fileParallelism: false,
    maxWorkers: 1,
  },
});
