import { defineConfig } from 'vitest/config';

/** The tests that need neither workerd nor a browser: the domain, the add-in over the headless host, the tools. */
export default defineConfig({
  test: {
    include: ['test/shared/**/*.test.ts', 'test/addin/**/*.test.{ts,tsx}', 'test/project/**/*.test.ts'],
    testTimeout: 60_000,
  },
});
