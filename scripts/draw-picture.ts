/** Draws the README's picture: the main job done in the preview on the sample ledger, as a clerk sees it. Run after the look has changed. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { launchChromium } from './lib/chromium.ts';
import { inProject } from './lib/project.ts';
import { startPreview } from './lib/start-preview.ts';

const SIZE = { width: 1680, height: 860 };
/** The grid draws on a canvas and says nothing when it is done. */
const DRAWING_MS = 2_500;

const dataDir = await mkdtemp(join(tmpdir(), 'taizhang-picture-'));
const preview = await startPreview({ dataDir });
const browser = await launchChromium();
try {
  const page = await browser.newPage({ viewport: SIZE, ignoreHTTPSErrors: true });
  await page.goto(preview.address);
  const pane = page.frameLocator('iframe');
  const press = (name: string | RegExp) => pane.getByRole('button', { name }).first().click();
  const pushed = () => pane.getByText(/推送完成/).waitFor();
  await press('连接');
  await press(/打开“责任单位”/);
  await press(/^确认/);
  await press(/^推送/);
  await pushed();
  await press(/打开“责任清单”/);
  await press(/^确认/);
  await press(/^推送/);
  await pushed();
  await sleep(DRAWING_MS);
  await page.screenshot({ path: inProject('docs/preview.png') });
} finally {
  await browser.close();
  await preview.stop();
  await rm(dataDir, { recursive: true, force: true });
}
