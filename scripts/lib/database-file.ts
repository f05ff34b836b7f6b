import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The SQLite file of the local D1 database under a data directory. Throws when there is not exactly one. */
export async function databaseFile(dataDir: string): Promise<string> {
  const names = await readdir(dataDir, { recursive: true });
  const files = names.filter((name) => /d1[\\/].*[0-9a-f]{64}\.sqlite$/.test(name));
  const [file] = files;
  if (file === undefined || files.length > 1) throw new Error(`expected one database under ${dataDir}, found ${files.length}`);
  return join(dataDir, file);
}
