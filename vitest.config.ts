import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Where the add-in and the tools talk to a running worker. */
const WITH_SERVER = ['test/addin/**/*.server.test.ts', 'test/project/**/*.server.test.ts'];

/** The tests that need no browser and no workerd around them: the domain, the add-in over the headless host, the tools. */
export default defineConfig({
  test: {
    testTimeout: 60_000,
    // Many wait for other programs: a core is not kept free for vitest itself.
    maxWorkers: availableParallelism(),
    // A process of its own for every file would take as long as the tests. None needs it: a workbook host brings its own Excel.
    isolate: false,
    projects: [
      {
        extends: true,
        test: { name: 'alone', include: ['test/shared/**/*.test.ts', 'test/addin/**/*.test.{ts,tsx}', 'test/project/**/*.test.ts'], exclude: WITH_SERVER },
      },
      { extends: true, test: { name: 'with a server', include: WITH_SERVER, globalSetup: ['test/support/setup.ts'] } },
    ],
  },
});
