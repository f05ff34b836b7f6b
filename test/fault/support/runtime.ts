import { execFileSync } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare';
import { inject } from 'vitest';
import { unstable_getMiniflareWorkerOptions } from 'wrangler';
import { inProject } from '../../../scripts/lib/project.ts';
import { databaseFile } from '../../../scripts/lib/database-file.ts';

export const KEY = 'fault-key-of-localhost';

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

/** Starts the bundled worker over the database under `dataDir`, which is made and migrated when it is not there. Without limits of rate: everything comes from one address. */
export async function startRuntime(dataDir: string): Promise<Runtime> {
  const before = new Set(workerds());
  const { compatibilityDate, compatibilityFlags, d1Databases, bindings } = configuration();
  const miniflare = new Miniflare({
    ...convertV4MiniflareOptions({
      name: 'taizhang',
      compatibilityDate,
      compatibilityFlags,
      d1Databases,
      modules: true,
      script: await readFile(inject('bundle'), 'utf8'),
      bindings: { ...bindings, BOOTSTRAP_ADMIN_KEY: KEY, BOOTSTRAP_PLAN_YEAR: '2022' },
      host: '127.0.0.1',
      port: 0,
      log: new Log(LogLevel.NONE),
      handleStructuredLogs: () => undefined,
    }),
    resourcePersistencePath: dataDir,
  });
  const url = (await miniflare.ready).href.replace(/\/$/, '');
  await migrate(miniflare);
  const pid = workerds().find((one) => !before.has(one));
  if (pid === undefined) throw new Error('workerd was not started');
  return {
    url,
    kill: () => process.kill(pid, 'SIGKILL'),
    memory: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) * 1024,
    stop: () => miniflare.dispose(),
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

async function migrate(miniflare: Miniflare): Promise<void> {
  const db = await miniflare.getD1Database('DB');
  const isNew = (await db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'workspace'").first()) === null;
  if (!isNew) return;
  const folder = inProject('worker/store/migrations');
  for (const name of (await readdir(folder)).toSorted()) await db.batch(statementsOf(await readFile(join(folder, name), 'utf8')).map((sql) => db.prepare(sql)));
}

/** The statements of a migration, without its comments. No migration has a semicolon or two dashes inside a text. */
function statementsOf(sql: string): string[] {
  return sql
    .replace(/--.*$/gm, '')
    .split(/;\s*$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}

/** Opens the database of a runtime beside it. */
export async function openDatabase(dataDir: string): Promise<DatabaseSync> {
  return new DatabaseSync(await databaseFile(dataDir));
}
