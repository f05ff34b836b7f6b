import { randomBytes } from 'node:crypto';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildPreview, previewDir } from './build-preview.ts';
import { keepWorker } from './keep-worker.ts';
import type { RunningWorker } from './start-worker.ts';

export interface PreviewOptions {
  /** Default: a free one. */
  readonly port?: number;
  /** Database, key and pages of this machine; made when absent. */
  readonly dataDir: string;
  /** Further variables of the worker. */
  readonly vars?: Readonly<Record<string, string>>;
  /** Called with each line the worker prints. */
  readonly onLine?: (line: string) => void;
}

export interface RunningPreview extends RunningWorker {
  /** Of the preview's page. */
  readonly address: string;
  /** The local database's access key, which the pane finds filled in. */
  readonly key: string;
}

/** The sample ledger is of this year. */
const PLAN_YEAR = '2022';
const KEY_BYTES = 32;

/** Builds what is stale, and serves API, pane and preview over https (office.js asks for it) on localhost. */
export async function startPreview(options: PreviewOptions): Promise<RunningPreview> {
  await mkdir(options.dataDir, { recursive: true });
  const key = await keptKey(join(options.dataDir, 'access-key'));
  await buildPreview();
  const assetsDir = join(options.dataDir, 'pages');
  await rm(assetsDir, { recursive: true, force: true });
  await cp(previewDir, assetsDir, { recursive: true });
  await writeFile(join(assetsDir, 'preview/config.json'), JSON.stringify({ key }));
  const worker = await keepWorker({ ...options, https: true, assetsDir, vars: { BOOTSTRAP_ADMIN_KEY: key, BOOTSTRAP_PLAN_YEAR: PLAN_YEAR, ...options.vars } });
  return { ...worker, key, address: `https://localhost:${worker.port}/preview/` };
}

/** The key in a file that only its owner may read; a new random one when there is none. */
async function keptKey(path: string): Promise<string> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch {
    const key = randomBytes(KEY_BYTES).toString('base64url');
    await writeFile(path, `${key}\n`, { mode: 0o600 });
    return key;
  }
}
