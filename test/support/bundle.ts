import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { exitOf, onLines, wrangler } from '../../scripts/lib/wrangler.ts';

/** Bundles the worker into a folder as a deployment would; the path of the one file it becomes. */
export async function bundleWorker(folder: string): Promise<string> {
  const assets = join(folder, 'site');
  await mkdir(assets);
  const child = wrangler(['deploy', '--dry-run', '--assets', assets, '--outdir', folder]);
  const lines: string[] = [];
  onLines(child, (line) => lines.push(line));
  if ((await exitOf(child)) !== 0) throw new Error(`the worker could not be bundled:\n${lines.join('\n')}`);
  return join(folder, 'index.js');
}
