import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { startPreview } from './start-preview.ts';

const SIZE = { width: 1600, height: 900 };
/** The grid draws on a canvas and says nothing when it is done: it is when it works nothing out and looks the same for so long. */
const STILL_MS = 2_500;
const MOST_MS = 90_000;
/** What the grid shows while it works out formulas, those of conditional formats among them. */
const WORKING = /正在分析公式|正在计算|Analysing formulas|Calculating/;
/** The pane is not connected to anything here; without it the results beside the rows have room. */
const WITHOUT_PANE = ':root { --pane: 0px; } #pane { display: none; }';

/** Shows a workbook in the preview, on the sheet it was saved on and without the pane, and writes a picture of the page to `path` (PNG). */
export async function screenshotOf(workbook: Uint8Array, fileName: string, path: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'taizhang-picture-'));
  const file = join(folder, fileName);
  await writeFile(file, workbook);
  const preview = await startPreview({ dataDir: join(folder, 'data') });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: SIZE, ignoreHTTPSErrors: true });
    await page.goto(preview.address);
    await page.waitForFunction('window.preview !== undefined');
    await page.addStyleTag({ content: WITHOUT_PANE });
    await page.locator('input[type=file]').setInputFiles(file);
    await page.waitForFunction(`window.preview.session.book.name === ${JSON.stringify(fileName)}`);
    await writeFile(path, await stillPicture(page));
  } finally {
    await browser.close();
    await preview.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A picture of the page when everything is drawn; what there is after `MOST_MS`. */
async function stillPicture(page: Page): Promise<Uint8Array> {
  const end = Date.now() + MOST_MS;
  let before: Buffer | null = null;
  for (;;) {
    await sleep(STILL_MS);
    const isWorking = WORKING.test(await page.locator('body').innerText());
    const picture = await page.screenshot();
    if ((!isWorking && before?.equals(picture)) || Date.now() > end) return picture;
    before = isWorking ? null : picture;
  }
}
