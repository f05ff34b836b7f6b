import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { launchChromium } from './chromium.ts';
import { startPreview } from './start-preview.ts';

const SIZE = { width: 1600, height: 900 };
/** The grid draws on a canvas and says nothing when it is done. */
const DRAWING_MS = 2_500;
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
    await sleep(DRAWING_MS);
    await page.screenshot({ path });
  } finally {
    await browser.close();
    await preview.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
