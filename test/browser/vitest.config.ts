import { defineConfig } from 'vitest/config';
import { inProject } from '../../scripts/lib/project.ts';

/** The whole product in a real browser: one server, two test files at a time, each in a workspace of its own. */
export default defineConfig({
  root: inProject('test/browser'),
  test: {
    include: ['**/*.test.ts'],
    globalSetup: ['support/server.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 15_000 } },
    maxWorkers: 2,
  },
});
