/**
 * `npm run restore -- export.ndjson`: loads an export into the empty local database of `DATA_DIR` (default `.data/`), all of it or nothing, and
 * verifies its hash chain on the way. Exported again it gives the same bytes. The access keys of the export work as before.
 */
import { mkdir } from 'node:fs/promises';
import { databaseFile } from './lib/database-file.ts';
import { migrate } from './lib/migrate.ts';
import { inProject } from './lib/project.ts';
import { restoreExport, RestoreError } from './lib/restore-export.ts';

const [path, ...rest] = process.argv.slice(2);
if (path === undefined || rest.length > 0) {
  console.error('usage: DATA_DIR=… npm run restore -- export.ndjson');
  process.exit(2);
}
const dataDir = process.env['DATA_DIR'] ?? inProject('.data');
await mkdir(dataDir, { recursive: true });
await migrate(dataDir);
try {
  const { head, rows } = await restoreExport(path, await databaseFile(dataDir));
  console.log(`OK  已恢复 ${rows} 行 / rows restored\nhead  ${head.revision}:${head.hash}`);
} catch (error) {
  if (!(error instanceof RestoreError) && !(error instanceof Error && 'code' in error)) throw error;
  console.error(`✗ 没有写入任何内容 / nothing was written: ${error.message}`);
  process.exitCode = 1;
}
