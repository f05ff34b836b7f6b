import { defineConfig } from 'vitest/config';

/** The tests of one area of the rules, in Node, without database or browser: `scripts/mutation.ts` names the area, and Stryker runs them in its copy of the project. */
export default defineConfig({
  test: {
    include: [`${process.env['MUTATION_TESTS'] ?? 'test/worker/auth'}/**/*.test.ts`],
    setupFiles: ['test/mutation/setup.ts'],
    globalSetup: ['test/issuer/setup.ts'],
    // A mutant has a worker of its own anyway; one for each file of tests beside it would double the time.
    isolate: false,
  },
});
