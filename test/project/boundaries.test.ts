import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;

/** Runs one of the project's tools on a copy of its configuration with one file of our making. */
async function verdictOn(tool: string, args: string[], file: string, source: string): Promise<{ code: number; output: string }> {
  await mkdir(join(folder, file, '..'), { recursive: true });
  await writeFile(join(folder, file), source);
  return new Promise((resolve) => {
    execFile(join(root, 'node_modules/.bin', tool), args, { cwd: folder }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, output: stdout + stderr });
    });
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'boundaries-'));
  for (const name of ['.oxlintrc.json', 'tsconfig.json']) await cp(join(root, name), join(folder, name));
  await mkdir(join(folder, 'shared'));
  await cp(join(root, 'shared/tsconfig.json'), join(folder, 'shared/tsconfig.json'));
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the boundaries between the folders', () => {
  test.each([
    ['shared/ does not call fetch', 'shared/a.ts', `export const a = fetch('https://example.org');\n`, 'fetch'],
    ['shared/ does not read the clock', 'shared/b.ts', `export const b = (): number => Date.now();\n`, 'The day is passed in.'],
    ['shared/ does not import from the worker', 'shared/c.ts', `export { app } from '../worker/app.ts';\n`, 'shared/ depends on nothing but itself.'],
    ['the worker does not import from the add-in', 'worker/d.ts', `export { x } from '../addin/x.ts';\n`, 'worker/ depends on shared/ alone.'],
    ['use cases know nothing of Hono', 'worker/usecases/e.ts', `export { Hono } from 'hono';\n`, 'Use cases know nothing of HTTP.'],
    ['the add-in does not import from the worker', 'addin/f.ts', `export { app } from '../worker/app.ts';\n`, 'addin/ depends on shared/ alone.'],
    ['only addin/excel/ says Excel', 'addin/features/g.ts', `export const g = typeof Excel.run;\n`, 'Excel'],
    ['only addin/office/ says Office', 'addin/excel/h.ts', `export const h = typeof Office.onReady;\n`, 'Office'],
    [
      'the product does not import its preview',
      'addin/features/i.ts',
      `export { Book } from '../preview/model/book.ts';\n`,
      'The product knows nothing of its preview.',
    ],
    [
      'files are read with nothing of the preview but its reader',
      'addin/files/j.ts',
      `export { ExcelHost } from '../preview/host/excel-host.ts';\n`,
      'Files are read with the preview’s reader, and nothing else of it.',
    ],
  ])('%s', async (_, file, source, said) => {
    const { code, output } = await verdictOn('oxlint', [file], file, source);
    expect(output).toContain(said);
    expect(code).not.toBe(0);
  });

  test('a file that stays within its folder passes', async () => {
    expect(await verdictOn('oxlint', ['shared/ok.ts'], 'shared/ok.ts', 'export const ok = 1;\n')).toMatchObject({ code: 0 });
  });

  test('addin/files/ may use the reader of workbooks', async () => {
    const source = `export { openXlsx } from '../preview/xlsx/open.ts';\n`;
    expect(await verdictOn('oxlint', ['addin/files/ok.ts'], 'addin/files/ok.ts', source)).toMatchObject({ code: 0 });
  });

  test('fetch does not even resolve in the types of shared/', async () => {
    const { output } = await verdictOn('tsc', ['-p', 'shared'], 'shared/typed.ts', `export const typed = fetch('https://example.org');\n`);
    expect(output).toContain("Cannot find name 'fetch'");
  });
});
