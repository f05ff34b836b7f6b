import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { checkChain, readHead, type Head, type Link } from '../../../shared/audit/chain.ts';
import { revisionText } from '../../../shared/audit/revision-text.ts';
import type { Digest } from '../../../shared/text/digest.ts';

const digest: Digest = (text) => Promise.resolve(createHash('sha256').update(text).digest('hex'));

async function chainOf(count: number): Promise<Link[]> {
  const links: Link[] = [];
  for (let number = 1; number <= count; number += 1) {
    const counts = { inserted: 0, updated: 0, deleted: 0, ids: [] };
    const made = { kind: 'push', reverts: [], register: 'measures', request: `r${number}`, push: null, principal: 'p', madeBy: null, at: 't', asOf: 'd' };
    const record = { workspace: 'w', number, ...made, ...counts };
    links.push({ ...record, hash: await digest(revisionText(links.at(-1)?.hash ?? '', record, [])) });
  }
  return links;
}

async function brokenAt(links: readonly Link[], noted: Head | null = null) {
  const chain = checkChain(digest, noted);
  for (const link of links) {
    const broken = await chain.follow(link, []);
    if (broken !== null) return broken;
  }
  return chain.end();
}

const without = (links: readonly Link[], number: number) => links.filter((link) => link.number !== number);
const headOf = (link: Link | undefined): Head => ({ revision: link?.number ?? 0, hash: link?.hash ?? '' });

describe('a chain of revisions', () => {
  test('stands as it was made, and an empty one too', async () => {
    expect(await brokenAt(await chainOf(4))).toBeNull();
    expect(await brokenAt([])).toBeNull();
  });
  test('breaks at a revision that is missing, twice or out of place', async () => {
    const links = await chainOf(4);
    expect(await brokenAt(without(links, 2))).toEqual({ revision: 2, why: 'missing' });
    expect(await brokenAt([...links.slice(0, 2), ...links.slice(1)])).toEqual({ revision: 3, why: 'missing' });
    expect(await brokenAt(links.toReversed())).toEqual({ revision: 1, why: 'missing' });
  });
  test('breaks at one that was changed, or has no hash', async () => {
    const links = await chainOf(3);
    expect(await brokenAt(links.map((link) => (link.number === 2 ? { ...link, principal: 'q' } : link)))).toEqual({ revision: 2, why: 'changed' });
    expect(await brokenAt(links.map((link) => (link.number === 2 ? { ...link, hash: '' } : link)))).toEqual({ revision: 2, why: 'unsealed' });
  });
  test('breaks at a version that is marked neither as deleted nor as not, even under a hash over that mark', async () => {
    const follow = async (deleted: number) => {
      const { hash: _, ...record } = (await chainOf(1))[0] as Link;
      const versions = [{ id: 'a', register: 'measures', deleted, content: '{}', memory: '{}' }];
      return checkChain(digest, null).follow({ ...record, hash: await digest(revisionText('', record, versions)) }, versions);
    };
    expect(await follow(1)).toBeNull();
    for (const deleted of [2, -1, Number.NaN]) expect(await follow(deleted)).toEqual({ revision: 1, why: 'changed' });
  });
  test('that was cut off or made anew stands by itself, but not against a head noted before', async () => {
    const links = await chainOf(4);
    const noted = headOf(links.at(-1));
    expect(await brokenAt(links, noted)).toBeNull();
    expect(await brokenAt(links.slice(0, 2))).toBeNull();
    expect(await brokenAt(links.slice(0, 2), noted)).toEqual({ revision: 3, why: 'cutOff' });
    expect(await brokenAt(links, { ...noted, hash: 'f'.repeat(64) })).toEqual({ revision: 4, why: 'rewritten' });
  });
});

test('a head is read as it is printed, and nothing else is one', () => {
  const hash = 'ab'.repeat(32);
  expect(readHead(` 42:${hash.toUpperCase()} `)).toEqual({ revision: 42, hash });
  for (const text of ['', '42', `42:${hash}0`, `x:${hash}`, `42 ${hash}`]) expect(readHead(text)).toBeNull();
});
