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
