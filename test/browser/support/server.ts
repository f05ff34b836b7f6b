import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startPreview } from '../../../scripts/lib/start-preview.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the preview's page. */
    address: string;
  }
}

/** Starts what `npm start` starts, on a free port with an empty database, for all tests; stops it after them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'taizhang-browser-'));
  const preview = await startPreview({ dataDir });
  project.provide('address', preview.address);
  return async () => {
    await preview.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
