import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { manifestFaults } from '../../scripts/lib/manifest.ts';

const icons = new URL('../../addin/public/icons/', import.meta.url);
const manifest = await readFile(new URL('../../manifest.xml', import.meta.url), 'utf8');

describe('the manifest', () => {
  test('has nothing that Office would refuse', async () => {
    expect(await manifestFaults(manifest, icons)).toEqual([]);
  });

  test.each([
    ['an id that is no GUID', /<Id>[^<]*/, '<Id>taizhang', 'is not a GUID'],
    ['a resource that does not exist', 'resid="Open.Tip"', 'resid="Nowhere"', 'resid “Nowhere” names no resource'],
    ['a plain http address', 'https://localhost:3000/taskpane.html', 'http://localhost:3000/taskpane.html', 'is not https'],
    ['a label that is too long', 'DefaultValue="台账已就绪"', `DefaultValue="${'长'.repeat(126)}"`, 'expected 1 to 125'],
    ['a text in one language only', /<bt:Override Locale="en-US" Value="Ledgers" \/>/, '', 'has no en-US text'],
    ['an icon of another size', 'icons/icon-80.png', 'icons/icon-79.png', 'icon-79.png is missing'],
    ['no 16 pixel icon', /<bt:Image size="16" resid="Icon.16" \/>/, '', 'lacks size 16'],
  ])('is refused with %s', async (_, from, to, fault) => {
    expect((await manifestFaults(manifest.replace(from, to), icons)).join('\n')).toContain(fault);
  });
});
