import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PackageContent } from '../../../shared/contract/package.ts';
import { openPackage, sealPackage } from '../../../shared/sync/package.ts';
import type { Digest } from '../../../shared/text/digest.ts';

const sha256: Digest = (text) => Promise.resolve(createHash('sha256').update(text, 'utf8').digest('hex'));
const ULID = '01J00000000000000000000001';

const content: PackageContent = {
  workspace: { id: 'W1', name: '乌达区' },
  register: 'measures',
  sheet: '责任清单',
  asOf: '2022-06-30',
  madeBy: '发改委一号',
  madeAt: '2022-06-30T08:00:00.000Z',
  pushes: [{ base: 3, bases: { [ULID]: 2 }, request: ULID, pending: [], workspace: 'W1', columns: ['id', 'unit', 'progress'], rows: [[ULID, '区发改委', 60]] }],
};

describe('a package (报送包)', () => {
  test('opens as it was sealed', async () => {
    expect(await openPackage(await sealPackage(content, sha256), sha256)).toMatchObject({ content });
  });

  test('opens laid out anew, with its keys in another order', async () => {
    const { seal, content: inner, ...rest } = JSON.parse(await sealPackage(content, sha256)) as Record<string, unknown>;
    const reversed = Object.fromEntries(Object.entries(inner as object).toReversed());
    expect(await openPackage(JSON.stringify({ seal, content: reversed, ...rest }, null, 2), sha256)).toMatchObject({ content });
  });

  test('is refused as tampered with when any one character of its content was changed', async () => {
    const text = await sealPackage(content, sha256);
    const [from, to] = [text.indexOf('"content":') + '"content":'.length, text.indexOf(',"seal"')];
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: from, max: to - 1 }), fc.constantFrom(...'0123456789abcXYZ甲"{},: '), async (at, letter) => {
        const changed = text.slice(0, at) + letter + text.slice(at + 1);
        const opened = await openPackage(changed, sha256);
        const isWhole = 'content' in opened && isDeepStrictEqual(opened.content, content); // the same letter, or a blank between two parts
        expect(isWhole || 'fault' in opened).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    ['a cell', (one: PackageContent) => ({ ...one, pushes: [{ ...one.pushes[0], rows: [[ULID, '区发改委', 100]] }] })],
    ['a base', (one: PackageContent) => ({ ...one, pushes: [{ ...one.pushes[0], base: 99 }] })],
    ['who made it', (one: PackageContent) => ({ ...one, madeBy: '别人' })],
    ['an added word', (one: PackageContent) => ({ ...one, note: '可信' })],
  ])('%s changed: tampered', async (_, change) => {
    const sealed = JSON.parse(await sealPackage(content, sha256)) as { content: PackageContent };
    expect(await openPackage(JSON.stringify({ ...sealed, content: change(sealed.content) }), sha256)).toEqual({ fault: 'tampered' });
  });

  test('opens with a byte order mark before it, as some editors leave one', async () => {
    const text = await sealPackage(content, sha256);
    expect(await openPackage(`\uFEFF${text}`, sha256)).toMatchObject({ content });
    expect(await openPackage(`${text}\uFEFF`, sha256)).toEqual({ fault: 'notAPackage' });
  });

  test('whose seal holds but whose content is none of a push is no package', async () => {
    const text = await sealPackage({ ...content, pushes: [{}] } as unknown as PackageContent, sha256);
    expect(await openPackage(text, sha256)).toEqual({ fault: 'notAPackage' });
  });

  test.each(['', 'not json', '7', 'null', '[]', '{"format":"taizhang-package"}', '{"format":"other","content":{},"seal":""}'])(
    '%j is no package',
    async (text) => {
      expect(await openPackage(text, sha256)).toMatchObject({ fault: 'notAPackage' });
    },
  );
});
