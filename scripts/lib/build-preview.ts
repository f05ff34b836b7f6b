import { spawn } from 'node:child_process';
import { readdir, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inProject, projectDir } from './project.ts';

/** Where the pages for this machine go: the pane, the preview around it, and Microsoft's office.js. Never deployed. */
export const previewDir = inProject('dist/local');

/** What the pages are made from. */
const SOURCES = ['addin', 'shared', 'vite.config.ts', 'scripts/lib/vite-plugins.ts', 'package-lock.json'];
const STAMP = join(previewDir, '.built');

/** Builds the pages for this machine, unless nothing has changed since they were last built. Fails with vite's words. */
export async function buildPreview(): Promise<void> {
  const started = new Date();
  if (await isFresh()) return;
  const code = await new Promise<number | null>((resolve, reject) => {
    const args = [inProject('node_modules/vite/bin/vite.js'), 'build', '--mode', 'preview', '--logLevel', 'warn'];
    spawn(process.execPath, args, { cwd: projectDir, stdio: 'inherit' }).once('exit', resolve).once('error', reject);
  });
  if (code !== 0) throw new Error('the pages could not be built');
  await writeFile(STAMP, '');
  await utimes(STAMP, started, started); // a source saved during the build counts as newer
}

async function isFresh(): Promise<boolean> {
  const built = await changedAt(STAMP);
  if (built === 0) return false;
  const newest = await Promise.all(SOURCES.map((path) => newestBelow(inProject(path))));
  return Math.max(...newest) < built;
}

/** When the newest file or folder at or below a path was changed, in milliseconds. */
async function newestBelow(path: string): Promise<number> {
  const own = await stat(path);
  if (!own.isDirectory()) return own.mtimeMs;
  const inside = await Promise.all((await readdir(path)).map((name) => newestBelow(join(path, name))));
  return Math.max(own.mtimeMs, ...inside);
}

/** When a file was changed; 0 when there is none. */
async function changedAt(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs;
  } catch {
    return 0;
  }
}
