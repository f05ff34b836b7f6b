import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { inProject } from './project.ts';

/** Where the built pages go; what `[assets] directory` in wrangler.toml names. */
export const siteDir = inProject('dist/site');

/** Puts the reader of the API document (`/docs`) among the assets, so that it comes from our own origin. */
export async function copyDocsAssets(directory: string = siteDir): Promise<void> {
  const target = join(directory, 'docs');
  await mkdir(target, { recursive: true });
  await copyFile(inProject('node_modules/@scalar/api-reference/dist/browser/standalone.js'), join(target, 'scalar.js'));
}
