import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare';
import { unstable_getMiniflareWorkerOptions } from 'wrangler';
import { databaseFile } from '../../scripts/lib/database-file.ts';
import { applyMigrations } from '../../scripts/lib/migrate.ts';
import { inProject } from '../../scripts/lib/project.ts';

/** The bootstrap admin key of every runtime. */
export const KEY = 'test-key-of-localhost';

/** The worker in workerd over a database file. */
export interface Runtime {
  /** Without a trailing slash. */
  readonly url: string;
  /** Kills workerd where it stands. */
  kill(): void;
  /** Resident memory of workerd, in bytes. */
  memory(): number;
  stop(): Promise<void>;
}

/** Starts the worker of the file `bundle` over the database under `dataDir`, which is made and migrated when it is not there. Without limits of rate: everything comes from one address. */
export async function startRuntime(bundle: string, dataDir: string): Promise<Runtime> {
  const before = new Set(workerds());
  const { compatibilityDate, compatibilityFlags, d1Databases, bindings } = configuration();
  const miniflare = new Miniflare({
    ...convertV4MiniflareOptions({
      name: 'taizhang',
      compatibilityDate,
      compatibilityFlags,
      d1Databases,
      modules: true,
      script: await readFile(bundle, 'utf8'),
      bindings: { ...bindings, BOOTSTRAP_ADMIN_KEY: KEY, BOOTSTRAP_PLAN_YEAR: '2022' },
      host: '127.0.0.1',
      port: 0,
      log: new Log(LogLevel.NONE),
      handleStructuredLogs: () => undefined,
    }),
    resourcePersistencePath: dataDir,
  });
  const url = (await miniflare.ready).href.replace(/\/$/, '');
  await applyMigrations(await miniflare.getD1Database('DB'));
  const pid = workerds().find((one) => !before.has(one));
  if (pid === undefined) throw new Error('workerd was not started');
  return {
    url,
    kill: () => process.kill(pid, 'SIGKILL'),
    memory: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) * 1024,
    stop: () => miniflare.dispose(),
  };
}

/** A runtime over a database of its own that goes with it. */
export interface ScratchRuntime extends Runtime {
  readonly dataDir: string;
  /** Stops the worker and leaves its database, for another to go on with. */
  shutDown(): Promise<void>;
}

/** Starts the worker over a new database with one workspace. */
export async function startScratch(bundle: string): Promise<ScratchRuntime> {
  const dataDir = await mkdtemp(join(tmpdir(), 'taizhang-runtime-'));
  const runtime = await startRuntime(bundle, dataDir);
  // Whoever asks first with the bootstrap key makes the workspace.
  const { ok, status } = await fetch(`${runtime.url}/v1/me`, { headers: { Authorization: `Bearer ${KEY}` } });
  if (!ok) throw new Error(`the worker does not know its own key: ${status}`);
  return {
    ...runtime,
    dataDir,
    shutDown: () => runtime.stop(),
    async stop() {
      await runtime.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** What wrangler.toml says of the worker. Wrangler types it for any version of its options. */
function configuration() {
  const { workerOptions } = unstable_getMiniflareWorkerOptions(inProject('wrangler.toml')) as unknown as {
    readonly workerOptions: {
      readonly compatibilityDate: string;
      readonly compatibilityFlags: string[];
      readonly d1Databases: Record<string, string>;
      readonly bindings: Record<string, string>;
    };
  };
  return workerOptions;
}

/** The process ids of the workerd that this process has started. */
function workerds(): number[] {
  const listing = execFileSync('ps', ['-eo', 'pid=,ppid=,comm='], { encoding: 'utf8' });
  return listing.split('\n').flatMap((line) => {
    const [pid, parent, name] = line.trim().split(/\s+/);
    return name === 'workerd' && Number(parent) === process.pid ? [Number(pid)] : [];
  });
}

/** Opens the database of a runtime beside it. */
export async function openDatabase(dataDir: string): Promise<DatabaseSync> {
  return new DatabaseSync(await databaseFile(dataDir));
}
