import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { serveChromium } from '../../../scripts/lib/chromium.ts';
import { startPreview } from '../../../scripts/lib/start-preview.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** What `npm start` starts, with an empty database: where its page is, and the key of its first workspace. */
    preview: { readonly address: string; readonly key: string };
    /** Where the Chromium of each of vitest's workers takes connections. */
    chromiums: readonly string[];
  }
}

/**
 * Starts one server for all tests, on a free port with an empty database, and a Chromium for each worker: those of one Chromium would share its clipboard.
 * Stops them after the tests.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'taizhang-browser-'));
  const preview = await startPreview({ dataDir });
  const chromiums = await Promise.all(Array.from({ length: project.config.maxWorkers }, () => serveChromium()));
  project.provide('preview', { address: preview.address, key: preview.key });
  project.provide(
    'chromiums',
    chromiums.map((chromium) => chromium.wsEndpoint()),
  );
  return async () => {
    await Promise.all([preview.stop(), ...chromiums.map((chromium) => chromium.close())]);
    await rm(dataDir, { recursive: true, force: true });
  };
}
