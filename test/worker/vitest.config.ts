import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';
import { inProject, projectDir } from '../../scripts/lib/project.ts';

/** The worker in workerd, over real D1. Storage is per test file; `setup.ts` empties it before each test. */
export default defineConfig(async () => ({
  root: projectDir,
  plugins: [
    cloudflareTest({
      wrangler: { configPath: inProject('wrangler.toml') },
      miniflare: { bindings: { TEST_MIGRATIONS: await readD1Migrations(inProject('worker/store/migrations')) } },
    }),
  ],
  test: { include: ['test/worker/**/*.test.ts'], setupFiles: [inProject('test/worker/setup.ts')], globalSetup: [inProject('test/issuer/setup.ts')] },
}));
