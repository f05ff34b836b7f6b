import { readFile, writeFile } from 'node:fs/promises';
import { endpoints } from '../shared/contract/endpoints/index.ts';
import { openApiDocument } from '../shared/contract/openapi.ts';
import { inProject } from './lib/project.ts';

/** Writes worker/openapi.json from the table of endpoints; with `--check` only says whether it is up to date. */
const path = inProject('worker/openapi.json');
const { version } = JSON.parse(await readFile(inProject('package.json'), 'utf8')) as { version: string };
const text = `${JSON.stringify(openApiDocument(Object.values(endpoints), version), null, 2)}\n`;

if (process.argv.includes('--check')) {
  if ((await readFile(path, 'utf8')) !== text) {
    console.error('worker/openapi.json is not what shared/contract/endpoints/ says: run node scripts/build-openapi.ts');
    process.exitCode = 1;
  }
} else await writeFile(path, text);
