import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inProject } from '../../scripts/lib/project.ts';

/** A file of our making, and what must be said of it. */
interface Trespass {
  readonly file: string;
  readonly source: string;
  readonly said: string;
}

const to = (from: string): string => `export { x } from '${from}';\n`;
const NOTHING_BUT_ITSELF = 'shared/ depends on nothing but itself.';
const PURE = 'shared/ is pure: no runtime, no framework.';
const SHARED_ALONE = 'worker/ depends on shared/ alone.';
const ONLY_STORE = 'Only the store says SQL: others speak to its ports.';
const ADDIN_ALONE = 'addin/ depends on shared/ alone.';
const NO_PREVIEW = 'The product knows nothing of its preview.';

const TRESPASSES: Readonly<Record<string, Trespass>> = {
  'shared/ does not call fetch': { file: 'shared/fetch.ts', source: `export const a = fetch('https://example.org');\n`, said: `'fetch'` },
  'shared/ does not read the clock': {
    file: 'shared/clock.ts',
    source: `export const b = (): Date => new Date();\n`,
    said: 'Days are numbers: shared/calendar/.',
  },
  'the calendar does not read it either': {
    file: 'shared/calendar/now.ts',
    source: `export const c = (): number => Date.now();\n`,
    said: 'The day is passed in.',
  },
  'shared/ throws no dice': { file: 'shared/dice.ts', source: `export const d = (): number => Math.random();\n`, said: 'Chance is passed in.' },
  'shared/ does not import from the worker': { file: 'shared/worker.ts', source: to('../worker/app.ts'), said: NOTHING_BUT_ITSELF },
  'shared/ does not import from the add-in': { file: 'shared/addin.ts', source: to('../addin/x.ts'), said: NOTHING_BUT_ITSELF },
  'shared/ does not import from Node': { file: 'shared/node.ts', source: to('node:fs'), said: PURE },
  'shared/ does not import React': { file: 'shared/react.ts', source: to('react'), said: PURE },
  'the worker does not import from the add-in': { file: 'worker/addin.ts', source: to('../addin/x.ts'), said: SHARED_ALONE },
  'the worker does not import from Node': { file: 'worker/node.ts', source: to('node:fs'), said: SHARED_ALONE },
  'use cases know nothing of Hono': { file: 'worker/usecases/hono.ts', source: to('hono'), said: 'Use cases know nothing of HTTP.' },
  'use cases speak to the ports of the store': { file: 'worker/usecases/store.ts', source: to('../store/access.ts'), said: ONLY_STORE },
  'use cases do not say SQL': {
    file: 'worker/usecases/sql.ts',
    source: `export const e = (db: D1Database): unknown => db.prepare('SELECT 1');\n`,
    said: ONLY_STORE,
  },
  'routes speak to the ports of the store': { file: 'worker/http/store.ts', source: to('../store/d1.ts'), said: ONLY_STORE },
  'credentials are judged without the store': { file: 'worker/auth/store.ts', source: to('../store/members.ts'), said: ONLY_STORE },
  'the add-in does not import from the worker': { file: 'addin/worker.ts', source: to('../worker/app.ts'), said: ADDIN_ALONE },
  'the add-in does not import from Node': { file: 'addin/node.ts', source: to('node:fs'), said: NO_PREVIEW },
  'the product does not import its preview': { file: 'addin/features/preview.ts', source: to('../preview/model/book.ts'), said: NO_PREVIEW },
  'only addin/excel/ says Excel': { file: 'addin/features/excel.ts', source: `export const f = typeof Excel.run;\n`, said: `'Excel'` },
  'only addin/office/ says Office': { file: 'addin/excel/office.ts', source: `export const g = typeof Office.onReady;\n`, said: `'Office'` },
  'addin/office/ does not say Excel': { file: 'addin/office/excel.ts', source: `export const h = typeof Excel.run;\n`, said: `'Excel'` },
  'nobody asks in a window of the browser': { file: 'addin/ui/ask.ts', source: `export const i = (): boolean => confirm('?');\n`, said: `'confirm'` },
  'files are read with nothing of the preview but its reader': {
    file: 'addin/files/host.ts',
    source: to('../preview/host/excel-host.ts'),
    said: 'Files are read with the preview’s reader, and nothing else of it.',
  },
  'a push knows nothing of the choices that follow it': {
    file: 'addin/features/push/queue.ts',
    source: to('../queue/settle.ts'),
    said: 'Choices rest on the push, not the push on them.',
  },
  'the preview does not import from features': {
    file: 'addin/preview/page/features.ts',
    source: to('../../features/x.ts'),
    said: "The preview knows only the add-in's address.",
  },
  'the host of the preview has no page': { file: 'addin/preview/host/page.ts', source: `export const j = typeof document.body;\n`, said: `'document'` },
};

const ALLOWED: Readonly<Record<string, Omit<Trespass, 'said'>>> = {
  'a file that stays within its folder': { file: 'shared/ok.ts', source: 'export const ok = 1;\n' },
  'the reader of workbooks in addin/files/': { file: 'addin/files/ok.ts', source: to('../preview/xlsx/open.ts') },
  'the ports of the store in use cases': {
    file: 'worker/usecases/ok.ts',
    source: to('../store/port.ts') + `export type { y } from '../store/access-port.ts';\n`,
  },
  'days in the calendar': { file: 'shared/calendar/ok.ts', source: `export const k = Date.UTC(2022, 5, 30);\n` },
};

let folder: string;
/** What the linter said, by file. */
const said = new Map<string, string>();

/** Runs one of the project's tools in the copy. */
function run(tool: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(join(inProject('node_modules/.bin'), tool), [...args], { cwd: folder }, (_, stdout, stderr) => resolve(stdout + stderr));
  });
}

async function write(file: string, source: string): Promise<void> {
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, file), source);
}

/** A copy of the project's configuration with files of our making, all seen by the linter in one go. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'boundaries-'));
  for (const name of ['.oxlintrc.json', 'tsconfig.json']) await cp(inProject(name), join(folder, name));
  await mkdir(join(folder, 'shared'));
  await cp(inProject('shared/tsconfig.json'), join(folder, 'shared/tsconfig.json'));
  await symlink(inProject('node_modules'), join(folder, 'node_modules'));
  for (const { file, source } of [...Object.values(TRESPASSES), ...Object.values(ALLOWED)]) await write(file, source);
  const { diagnostics } = JSON.parse(await run('oxlint', ['--format=json', '.'])) as {
    readonly diagnostics: readonly { readonly message: string; readonly help?: string; readonly filename: string }[];
  };
  for (const { message, help = '', filename } of diagnostics) said.set(filename, `${said.get(filename) ?? ''}${message} ${help}\n`);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the boundaries between the folders', () => {
  test.each(Object.entries(TRESPASSES))('%s', (_, { file, said: expected }) => expect(said.get(file)).toContain(expected));

  test.each(Object.entries(ALLOWED))('allow %s', (_, { file }) => expect(said.get(file)).toBeUndefined());

  test('fetch does not even resolve in the types of shared/', async () => {
    expect(await run('tsc', ['-p', 'shared'])).toMatch(/shared\/fetch\.ts.*Cannot find name 'fetch'/);
  });
});
