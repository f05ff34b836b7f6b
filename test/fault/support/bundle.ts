import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { exitOf, onLines, wrangler } from '../../../scripts/lib/wrangler.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The worker as it would be deployed, one file. */
    readonly bundle: string;
  }
}

/** Bundles the worker once for all tests, as a deployment would. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'taizhang-bundle-'));
  const assets = join(folder, 'site');
  await mkdir(assets);
  const child = wrangler(['deploy', '--dry-run', '--assets', assets, '--outdir', folder]);
  const lines: string[] = [];
  onLines(child, (line) => lines.push(line));
  if ((await exitOf(child)) !== 0) throw new Error(`the worker could not be bundled:\n${lines.join('\n')}`);
  project.provide('bundle', join(folder, 'index.js'));
  return () => rm(folder, { recursive: true, force: true });
}
