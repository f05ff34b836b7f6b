import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { bundleWorker } from './bundle.ts';
import { KEY, startScratch } from './runtime.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The worker as it would be deployed, one file. */
    readonly bundle: string;
    /** A running one that all test files share, and the key to make workspaces there: each makes its own. */
    readonly server: { readonly url: string; readonly key: string };
  }
}

/** Bundles the worker once for all tests, as a deployment would, and starts one for those that need none of their own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'taizhang-bundle-'));
  const bundle = await bundleWorker(folder);
  const shared = await startScratch(bundle);
  project.provide('bundle', bundle);
  project.provide('server', { url: shared.url, key: KEY });
  return async () => {
    await shared.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
