/**
 * `npm run deploy`: creates or finds the D1 database, migrates it, deploys the worker with the pane, and writes the manifest for the
 * admin center to `dist/manifest.xml`. Needs `wrangler login`, or CLOUDFLARE_API_TOKEN. PUBLIC_URL names a custom domain; `-- --dry-run` does everything that needs no account.
 */
import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { configPath, DATABASE, databaseInAccount, tool, withAccount } from './lib/account.ts';
import { addressIn, manifestFor } from './lib/deployment.ts';
import { inProject } from './lib/project.ts';
import { copyDocsAssets } from './lib/site.ts';

const isDryRun = process.argv.includes('--dry-run');

function findOrCreateDatabase(): string {
  const found = databaseInAccount();
  if (found !== null) return found;
  tool('wrangler', ['d1', 'create', DATABASE]);
  const created = databaseInAccount();
  if (created === null) throw new Error(`the database ${DATABASE} was created but is not in the account's list`);
  return created;
}

/** Gives a new deployment its first admin key, once; a deployment that has one keeps it. */
function ensureAdminKey(): void {
  const secrets = JSON.parse(tool('wrangler', ['secret', 'list', '--config', configPath])) as readonly { readonly name: string }[];
  if (secrets.some(({ name }) => name === 'BOOTSTRAP_ADMIN_KEY')) return;
  const key = randomBytes(32).toString('base64url');
  tool('wrangler', ['secret', 'put', 'BOOTSTRAP_ADMIN_KEY', '--config', configPath], key);
  console.log(`\nThe first admin key, shown this once:\n${key}\n`);
}

tool('vite', ['build']);
await copyDocsAssets();
const databaseId = isDryRun ? 'dry-run' : findOrCreateDatabase();
await withAccount(databaseId, async () => {
  if (!isDryRun) tool('wrangler', ['d1', 'migrations', 'apply', 'DB', '--remote', '--config', configPath]);
  const output = tool('wrangler', ['deploy', '--config', configPath, ...(isDryRun ? ['--dry-run'] : [])]);
  console.log(output);
  if (!isDryRun) ensureAdminKey();
  const origin = process.env['PUBLIC_URL'] ?? addressIn(output) ?? (isDryRun ? 'https://taizhang.example.org' : null);
  if (origin === null) throw new Error('wrangler named no address: set PUBLIC_URL to the address of the deployment and run again');
  const manifestPath = inProject('dist/manifest.xml');
  await writeFile(manifestPath, manifestFor(await readFile(inProject('manifest.xml'), 'utf8'), origin));
  console.log(`The manifest for ${origin}, for the admin center: dist/manifest.xml`);
});
