import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Miniflare } from 'miniflare';
import { inProject } from './project.ts';

const migrationsDir = inProject('worker/store/migrations');

/** A local D1 database, as Miniflare hands it out. */
type LocalD1 = Awaited<ReturnType<Miniflare['getD1Database']>>;

/**
 * Applies the migrations to the local database of `dataDir`, where `wrangler dev` finds it. Wrangler's own command does the same, but starts
 * a runtime for every migration. Rejects with SQLite's words.
 */
export async function migrate(dataDir: string): Promise<void> {
  // Loaded where it is needed: it takes a second of processor time, also of a script that only says what is wrong with its input.
  const { convertV4MiniflareOptions, Log, LogLevel, Miniflare } = await import('miniflare');
  const miniflare = new Miniflare({
    ...convertV4MiniflareOptions({ name: 'migrate', modules: true, script: '', d1Databases: { DB: await databaseId() }, log: new Log(LogLevel.NONE) }),
    resourcePersistencePath: join(dataDir, 'v3'),
  });
  try {
    await applyMigrations(await miniflare.getD1Database('DB'));
  } finally {
    await miniflare.dispose();
  }
}

/** Applies, in their order, the migrations that a local database has not yet, each whole or not at all, and notes them where wrangler does. */
export async function applyMigrations(db: LocalD1): Promise<void> {
  await db
    .prepare(
      'CREATE TABLE IF NOT EXISTS d1_migrations (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)',
    )
    .run();
  const { results } = await db.prepare('SELECT name FROM d1_migrations').all<{ name: string }>();
  const applied = new Set(results.map(({ name }) => name));
  for (const name of (await readdir(migrationsDir)).toSorted()) {
    if (applied.has(name)) continue;
    const sql = await readFile(join(migrationsDir, name), 'utf8');
    await db.batch([db.prepare(sql), db.prepare('INSERT INTO d1_migrations (name) VALUES (?1)').bind(name)]);
  }
}

/** By the id in wrangler.toml the local runtime names the database's file. */
async function databaseId(): Promise<string> {
  const id = /^database_id = "([^"]*)"$/m.exec(await readFile(inProject('wrangler.toml'), 'utf8'))?.[1];
  if (id === undefined) throw new Error('wrangler.toml names no database_id');
  return id;
}
