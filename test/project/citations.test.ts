import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inProject } from '../../scripts/lib/project.ts';

/** `(domain, Deadlines: relative)`: the document under docs/ and what in it is meant. */
const CITATION = /\((api|pane|domain|architecture|excel|security|decisions|sign-in), ([A-Z][^):,]*)/g;
/** A heading, or the words in bold that begin a paragraph. */
const HEADING = /^(?:#+ (.+)|(?:- )?\*\*([^*]+?)\.?\*\*)/gm;

async function headingsOf(document: string): Promise<ReadonlySet<string>> {
  const text = await readFile(inProject(`docs/${document}.md`), 'utf8').catch(() => '');
  return new Set([...text.matchAll(HEADING)].map(([, heading, lead]) => heading ?? lead ?? ''));
}

test('every rule that a comment cites stands under that name in the documents', async () => {
  const headings = new Map<string, ReadonlySet<string>>();
  const amiss: string[] = [];
  let cited = 0;
  for (const folder of ['shared', 'worker', 'addin', 'scripts', 'test']) {
    const names = await readdir(inProject(folder), { recursive: true });
    for (const name of names.filter((one) => /\.tsx?$/.test(one) && !one.includes('node_modules'))) {
      for (const [citation, document = '', title = ''] of (await readFile(inProject(join(folder, name)), 'utf8')).matchAll(CITATION)) {
        if (!headings.has(document)) headings.set(document, await headingsOf(document));
        cited += 1;
        if (!headings.get(document)?.has(title.trim())) amiss.push(`${folder}/${name}: ${citation})`);
      }
    }
  }
  expect(amiss).toEqual([]);
  expect(cited).toBeGreaterThan(50);
});

/** A test as the documents name it: a file under test/, by its name alone or by the end of its path. */
const TEST_FILE = /`([\w./-]+\.test\.ts)`/g;

test('every test that a document names is there', async () => {
  const tests = (await readdir(inProject('test'), { recursive: true })).map((name) => `/test/${name}`);
  const amiss: string[] = [];
  let named = 0;
  for (const document of (await readdir(inProject('docs'))).filter((name) => name.endsWith('.md'))) {
    for (const [, file = ''] of (await readFile(inProject(join('docs', document)), 'utf8')).matchAll(TEST_FILE)) {
      named += 1;
      if (!tests.some((name) => name.endsWith(`/${file}`))) amiss.push(`docs/${document}: ${file}`);
    }
  }
  expect(amiss).toEqual([]);
  expect(named).toBeGreaterThan(20);
});
