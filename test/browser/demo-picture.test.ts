import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleLedger } from '../../addin/preview/sample/ledger.ts';
import { openXlsx, saveXlsx } from '../../addin/preview/xlsx/index.ts';
import { inProject } from '../../scripts/lib/project.ts';
import { theBrowser } from './support/browser.ts';

/** What stands in the colour of a red or a green card: the flags of the list. The other ledgers but one have no flags. */
const FLAGS = ['#fde7e9', '#dff6dd'];
/** Pixels; a flag's cell has some 1,500. */
const A_FLAG = 500;

/** The mark at the start of a yellow row, the only thing in this colour; its edges may be mixed a little with what is behind. */
const YELLOW_MARK = [0xb8, 0x6e, 0x00];
/** Pixels: of two rows at least, one pixel broad. */
const TWO_MARKS = 60;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taizhang-demo-picture-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function isYellowMark(colour: string): boolean {
  return YELLOW_MARK.every((part, at) => Math.abs(part - Number.parseInt(colour.slice(1 + 2 * at, 3 + 2 * at), 16)) <= 4);
}

/** A picture's size, and how many pixels of each colour (`#rrggbb`) it has. */
async function coloursOf(png: Uint8Array) {
  const page = await (await theBrowser()).newPage();
  const seen = await page.evaluate(async (base64) => {
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    if (canvas === null) throw new Error('no canvas');
    canvas.drawImage(bitmap, 0, 0);
    const { data } = canvas.getImageData(0, 0, bitmap.width, bitmap.height);
    const pixels: Record<string, number> = {};
    for (let at = 0; at < data.length; at += 4) {
      const colour = `#${[...data.subarray(at, at + 3)].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
      pixels[colour] = (pixels[colour] ?? 0) + 1;
    }
    return { width: bitmap.width, height: bitmap.height, pixels };
  }, Buffer.from(png).toString('base64'));
  await page.close();
  return seen;
}

test('npm run demo --screenshot: a picture of the scored list, flags and the marks at the rows’ start in their colours; the file itself opens where the given one did', async () => {
  const [given, scored, picture] = [join(folder, 'in.xlsx'), join(folder, 'out.xlsx'), join(folder, 'picture.png')];
  await writeFile(given, await saveXlsx(await sampleLedger()));
  await promisify(execFile)('node', [inProject('scripts/demo.ts'), given, scored, '--screenshot', picture], { cwd: inProject('.') });
  const { width, height, pixels } = await coloursOf(await readFile(picture));
  expect({ width, height }).toEqual({ width: 1_600, height: 900 });
  expect(Object.keys(pixels).length).toBeGreaterThan(100);
  expect(FLAGS.filter((colour) => (pixels[colour] ?? 0) < A_FLAG)).toEqual([]);
  const marked = Object.entries(pixels).filter(([colour]) => isYellowMark(colour));
  expect(marked.reduce((sum, [, count]) => sum + count, 0)).toBeGreaterThan(TWO_MARKS);
  expect((await openXlsx(await readFile(scored))).activeSheet.name).toBe('责任清单');
});
