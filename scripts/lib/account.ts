import { spawnSync } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { databaseIdIn, withDatabaseId } from './deployment.ts';
import { inProject, projectDir } from './project.ts';

/** The name of the product's database in an account. */
export const DATABASE = 'taizhang';
/** The configuration for an account, while `withAccount` runs. Beside wrangler.toml, because the paths in it are relative. */
export const configPath = inProject('wrangler.deploy.toml');

/** Runs one of the project's tools and returns what it printed; ends the script when it fails. */
export function tool(name: string, args: readonly string[], input?: string): string {
  const { status, stdout } = spawnSync(name, args, {
    cwd: projectDir,
    encoding: 'utf8',
    input,
    stdio: [input === undefined ? 'inherit' : 'pipe', 'pipe', 'inherit'],
  });
  if (status !== 0) {
    console.error(stdout);
    console.error(`${name} ${args.join(' ')} failed; nothing after it was done`);
    process.exit(1);
  }
  return stdout;
}

/** The id of the product's database in the account that wrangler is logged in to; null when there is none. */
export function databaseInAccount(): string | null {
  return databaseIdIn(tool('wrangler', ['d1', 'list', '--json']), DATABASE);
}

/** Does something with the configuration at `configPath` for the account's own database. */
export async function withAccount(databaseId: string, act: () => Promise<void>): Promise<void> {
  await writeFile(configPath, withDatabaseId(await readFile(inProject('wrangler.toml'), 'utf8'), databaseId));
  try {
    await act();
  } finally {
    await rm(configPath, { force: true });
  }
}
