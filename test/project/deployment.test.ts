import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { unstable_readConfig } from 'wrangler';
import { addressIn, databaseIdIn, manifestFor, withDatabaseId } from '../../scripts/lib/deployment.ts';
import { manifestFaults } from '../../scripts/lib/manifest.ts';

const root = new URL('../../', import.meta.url);

describe('deployment', () => {
  test('the configuration gets the account’s database and keeps everything else', async () => {
    const toml = await readFile(new URL('wrangler.toml', root), 'utf8');
    const deployed = withDatabaseId(toml, 'a1b2');
    expect(deployed).toContain('database_id = "a1b2"');
    expect(deployed.split('\n')).toHaveLength(toml.split('\n').length);
    expect(() => withDatabaseId('name = "x"', 'a1b2')).toThrow('names no database_id');
  });

  test('Cloudflare keeps the worker’s own lines of a request, not its address', () => {
    const { observability } = unstable_readConfig({ config: fileURLToPath(new URL('wrangler.toml', root)) });
    expect(observability).toEqual({ enabled: true, redact_query_string: true, logs: { enabled: true, invocation_logs: false } });
  });

  test('the manifest points to where the add-in was deployed, and is still one Office takes', async () => {
    const manifest = manifestFor(await readFile(new URL('manifest.xml', root), 'utf8'), 'https://ledgers.example.org');
    expect(manifest).not.toContain('localhost');
    expect(manifest).toContain('https://ledgers.example.org/taskpane.html');
    expect(await manifestFaults(manifest, new URL('addin/public/icons/', root))).toEqual([]);
    expect(() => manifestFor(manifest, 'http://ledgers.example.org')).toThrow(RangeError);
  });

  test('the database is found by name', () => {
    const listing = '[{"uuid":"1","name":"other"},{"uuid":"2","name":"taizhang"}]';
    expect(databaseIdIn(listing, 'taizhang')).toBe('2');
    expect(databaseIdIn('[]', 'taizhang')).toBeNull();
  });

  test('the address is read from what wrangler says', () => {
    expect(addressIn('Deployed taizhang triggers (1.2 sec)\n  https://taizhang.district.workers.dev\n')).toBe('https://taizhang.district.workers.dev');
    expect(addressIn('no address')).toBeNull();
  });
});
