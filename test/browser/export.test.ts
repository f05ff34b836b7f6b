import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveXlsx } from '../../addin/preview/xlsx/index.ts';
import { ledgerBook } from '../addin/excel/support/ledger-book.ts';
import { PreviewPage, readDownload } from './support/preview-page.ts';
import { ownWorkspace, type Workspace } from './support/workspace.ts';

/** Everything of a workspace as one file, from the pane: the bytes the API gives, which verify offline against the seal the pane shows. */
const shots = process.env['SHOTS'];
const run = promisify(execFile);

let workspace: Workspace;
let folder: string;
let preview: PreviewPage;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taizhang-download-'));
  workspace = await ownWorkspace();
  preview = await PreviewPage.open(workspace, { expected: /ERR_FAILED|Failed to load resource/ });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function shot(page: PreviewPage, name: string): Promise<void> {
  if (shots) await page.page.screenshot({ path: join(shots, `${name}.png`) });
}

async function exported(): Promise<Buffer> {
  return (await workspace.api.get('/v1/export')).body();
}

async function openPage(page: PreviewPage, more: string, name: RegExp): Promise<void> {
  await page.tab(more).click();
  await page.button(name).click();
}

test('the download is what the API gives, is named by workspace and day, and stands against the seal shown beside it', async () => {
  await preview.openBook('台账.xlsx', await saveXlsx(ledgerBook().book));
  await preview.button('连接').click();
  await preview.button('确认，使用这张表').click();
  await preview.push();
  await openPage(preview, '更多', /^下载全部数据/);
  await shot(preview, 'export-before');

  const [download] = await Promise.all([preview.page.waitForEvent('download'), preview.button('下载全部数据').click()]);
  await preview.pane.getByText(/^已下载“/).waitFor();
  await shot(preview, 'export-after');
  expect(download.suggestedFilename()).toMatch(/^.+-\d{4}-\d{2}-\d{2}\.ndjson$/);
  const file = join(folder, download.suggestedFilename());
  await download.saveAs(file);
  expect(await readFile(file)).toEqual(await exported());

  const seal = await preview.pane.locator('code').innerText();
  const { stdout } = await run(process.execPath, ['scripts/verify-export.ts', file, '--head', seal]);
  expect(stdout).toContain('OK');
  expect(stdout).toContain(`head  ${seal}`);
});

test('it can be cancelled while it comes; one that does not arrive says so and is tried again', async () => {
  const path = '**/v1/export';
  await preview.page.context().route(path, () => undefined); // no answer ever comes
  await preview.button('再下载一次').click();
  await preview.pane.getByRole('progressbar', { name: '下载进度' }).waitFor();
  await preview.button('取消').click();
  await preview.pane.getByText('已取消，没有存下文件').waitFor();
  await preview.page.context().unroute(path);

  await preview.page.context().route(path, (route) => route.abort('failed'));
  await preview.button(/下载/).click();
  await preview.pane.getByText(/连不上服务器/).waitFor({ timeout: 30_000 });
  await shot(preview, 'export-failed');
  await preview.page.context().unroute(path);
  const [download] = await Promise.all([preview.page.waitForEvent('download'), preview.button('重试').click()]);
  expect(await readDownload(download)).toEqual(await exported());
});

test('in English too; who is no admin is not offered it', async () => {
  const other = await PreviewPage.open(workspace, { query: '?lang=en' });
  await other.button('Connect').click();
  await openPage(other, 'More', /^Download everything/);
  const [download] = await Promise.all([other.page.waitForEvent('download'), other.button('Download everything').click()]);
  await other.pane.getByText(/^Downloaded “/).waitFor();
  await shot(other, 'export-en');
  expect(await readDownload(download)).toEqual(await exported());
  await other.close();

  const made = await workspace.api.post('/v1/keys', { data: { name: '王五', role: 'viewer' } });
  const { key } = (await made.json()) as { readonly key: string };
  await preview.button('更多操作').click();
  await preview.pane.getByRole('menuitem', { name: '断开连接' }).click();
  await preview.button('断开').click();
  await preview.pane.getByRole('textbox', { name: /密钥/ }).fill(key);
  await preview.button('连接').click();
  await preview.tab('更多').click();
  await preview.button(/^考核方案/).waitFor();
  expect(await preview.button(/^下载全部数据/).count()).toBe(0);
});
