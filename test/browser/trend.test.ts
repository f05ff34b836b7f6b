import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Browser } from 'playwright-core';
import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../scripts/lib/chromium.ts';
import { startPreview, type RunningPreview } from '../../scripts/lib/start-preview.ts';
import { databaseFile } from '../../scripts/lib/database-file.ts';
import { PreviewPage } from './support/preview-page.ts';

/** The course of scores in the pane, over snapshots that the worker's own cron has taken. Its own server: other tests know nothing of these rows. */
const UNIT = '区发改委';
const ROWS = [
  [UNIT, '压减企业开办环节', '6月25日', '进行中', 60],
  [UNIT, '一网通办', '年底前', '进行中', 30],
  ['区住建局', '施工许可并联审批', '6月22日', '进行中', 20],
  ['区教育局', '校外培训治理', '年底前', '进行中', 50],
];
/** Each takes a week: from 20 June until after the day shown. */
const RUNS = 3;

let browser: Browser;
let server: RunningPreview;
let dataDir: string;
let preview: PreviewPage;

/** Asks the server on this machine, whose certificate is its own; rejects unless it answers 200. */
function ask(method: string, path: string, body?: object): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { Authorization: `Bearer ${server.key}`, 'Content-Type': 'application/json' };
    const sent = request(`${server.url}${path}`, { method, headers, rejectUnauthorized: false }, (response) => {
      response.resume().on('end', () => (response.statusCode === 200 ? resolve() : reject(new Error(`${path}: ${response.statusCode}`))));
    });
    sent.on('error', reject).end(body === undefined ? undefined : JSON.stringify(body));
  });
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'taizhang-trend-'));
  server = await startPreview({ dataDir });
  const rows = ROWS.map((cells) => [ulid(), ...cells]);
  const pushed = { base: 0, asOf: '2022-06-20', request: ulid(), columns: ['id', 'unit', 'title', 'due', 'status', 'progress'], rows };
  await ask('POST', '/v1/registers/measures/push', pushed);
  const database = new DatabaseSync(await databaseFile(dataDir));
  database.exec(`UPDATE revision SET at = '2022-06-20T01:00:00.000Z'; UPDATE plan SET created_at = '2022-01-01T00:00:00.000Z'`);
  database.close();
  for (let run = 0; run < RUNS; run += 1) await ask('GET', '/cdn-cgi/local/scheduled');
  browser = await launchChromium();
  preview = await PreviewPage.open(browser, '', server.address);
  await preview.button('连接').click();
  await preview.pane.getByRole('tab', { name: '评分' }).click();
});
afterAll(async () => {
  await preview.close();
  await browser.close();
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

test('every ranked unit has its course beside its change since last month', async () => {
  const row = preview.button(new RegExp(UNIT));
  await row.locator('svg path').waitFor();
  expect(await row.innerText()).toMatch(/较上月末 −\d/);
  expect(await preview.pane.locator('button svg[width="48"]').count()).toBe(3);
});

test('a receipt shows the course of its unit, and says it in words', async () => {
  await preview.button(new RegExp(UNIT)).click();
  const chart = preview.pane.getByRole('img', { name: /2022-06-20 得 \d+\.\d\d 分，2022-06-30 得/ });
  await chart.waitFor();
  expect(await chart.locator('path').getAttribute('d')).toMatch(/^M4 [\d.]+(L[\d.]+ [\d.]+){10}$/);
});
