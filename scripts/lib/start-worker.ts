import { mkdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { migrate } from './migrate.ts';
import { freePort, isFree } from './ports.ts';
import { copyDocsAssets, siteDir } from './site.ts';
import { statusOf } from './status-of.ts';
import { exitOf, onLines, signalGroup, wrangler } from './wrangler.ts';

export interface WorkerOptions {
  /** Default: a free one. */
  readonly port?: number;
  /** Where the local D1 database lives; made and migrated when needed. */
  readonly dataDir: string;
  /** Serve https with a self-signed certificate (office.js asks for it). Default: plain http. */
  readonly https?: boolean;
  /** The static site to serve beside the API. Default: `dist/site`. */
  readonly assetsDir?: string;
  /** Variables for the worker, such as BOOTSTRAP_ADMIN_KEY. */
  readonly vars?: Readonly<Record<string, string>>;
  /** Called with each line the worker prints. */
  readonly onLine?: (line: string) => void;
}

export interface RunningWorker {
  /** Such as `http://127.0.0.1:8787`, without a trailing slash. */
  readonly url: string;
  readonly port: number;
  /** The leader of the process group, for tests that kill it. */
  readonly pid: number;
  /** Resolves when the process has ended, for whatever reason. */
  readonly ended: Promise<number | null>;
  /** Ends the worker and everything it started; resolves when the port is free again. */
  stop(): Promise<void>;
}

const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 5_000;
/** Lines kept to explain a worker that did not start. */
const LAST_LINES = 30;

/** Migrates the local database, serves API and site on 127.0.0.1, and resolves once the API answers. */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const port = options.port ?? (await freePort());
  if (!(await isFree(port))) throw new Error(`port ${port} is taken: choose another one with PORT`);
  const assetsDir = options.assetsDir ?? siteDir;
  await mkdir(options.dataDir, { recursive: true });
  await copyDocsAssets(assetsDir);
  await migrate(options.dataDir);

  const protocol = options.https ? 'https' : 'http';
  const vars = Object.entries(options.vars ?? {}).flatMap(([name, value]) => ['--var', `${name}:${value}`]);
  const listening = ['--ip', '127.0.0.1', '--port', String(port), '--inspector-port', '0', '--local-protocol', protocol];
  const serving = ['--persist-to', options.dataDir, '--assets', assetsDir, '--show-interactive-dev-session', 'false'];
  const child = wrangler(['dev', ...listening, ...serving, ...vars]);
  const lines: string[] = [];
  onLines(child, (line) => {
    lines.push(line);
    if (lines.length > LAST_LINES) lines.shift();
    options.onLine?.(line);
  });
  const ended = exitOf(child);
  const killWithUs = (): void => signalGroup(child, 'SIGKILL');
  process.once('exit', killWithUs);

  const stop = async (): Promise<void> => {
    signalGroup(child, 'SIGTERM');
    const isLate = await Promise.race([ended.then(() => false), sleep(STOP_TIMEOUT_MS, true, { ref: false })]);
    if (isLate) signalGroup(child, 'SIGKILL');
    await ended;
    signalGroup(child, 'SIGKILL');
    process.removeListener('exit', killWithUs);
    for (let waited = 0; waited < STOP_TIMEOUT_MS && !(await isFree(port)); waited += 50) await sleep(50);
  };

  const url = `${protocol}://127.0.0.1:${port}`;
  const failed = ended.then((code) => {
    throw new Error(`the worker ended with code ${code} before it answered:\n${lines.join('\n')}`);
  });
  try {
    await Promise.race([untilItAnswers(`${url}/v1/health`), failed]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, port, pid: child.pid ?? 0, ended, stop };
}

/** Resolves when the address answers 200; fails after START_TIMEOUT_MS. */
async function untilItAnswers(address: string): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  let status: number | null = null;
  while (Date.now() < deadline) {
    status = await statusOf(address);
    if (status === 200) return;
    await sleep(100);
  }
  throw new Error(`${address} did not answer in ${START_TIMEOUT_MS / 1000} s (last status: ${status ?? 'none'})`);
}
