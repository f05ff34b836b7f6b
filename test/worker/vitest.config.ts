import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';
import { inProject, projectDir } from '../../scripts/lib/project.ts';

/** The worker in workerd, over real D1: one workerd for each core, not for each file, since starting it takes longer than most files; `setup.ts` empties the database before each test. */
export default defineConfig(async () => ({
  root: projectDir,
  plugins: [
    cloudflareTest({
      wrangler: { configPath: inProject('wrangler.toml') },
      miniflare: { bindings: { TEST_MIGRATIONS: await readD1Migrations(inProject('worker/store/migrations')) } },
    }),
  ],
  test: {
    isolate: false,
    testTimeout: 60_000,
    include: ['test/worker/**/*.test.ts'],
    setupFiles: [inProject('test/worker/setup.ts')],
    globalSetup: [inProject('test/issuer/setup.ts')],
  },
}));
