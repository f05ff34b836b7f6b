import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { endpoints } from '../shared/contract/endpoints.ts';
import { openApiDocument } from '../shared/contract/openapi.ts';
import { inProject } from './lib/project.ts';

/** Writes worker/openapi.json from the table of endpoints; with `--check` only says whether it is up to date. */
const path = inProject('worker/openapi.json');
const { version } = JSON.parse(await readFile(inProject('package.json'), 'utf8')) as { version: string };
const text = JSON.stringify(openApiDocument(Object.values(endpoints), version));

if (process.argv.includes('--check')) {
  // The formatter has its own way with line breaks, so what is said is compared, not how it is set.
  if (JSON.stringify(JSON.parse(await readFile(path, 'utf8'))) !== text) {
    console.error('worker/openapi.json is not what shared/contract/endpoints.ts says: run node scripts/build-openapi.ts');
    process.exitCode = 1;
  }
} else {
  await writeFile(path, text);
  spawnSync(process.execPath, [inProject('node_modules/oxfmt/bin/oxfmt'), path], { stdio: 'inherit' });
}
