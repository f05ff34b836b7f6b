import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { openXlsx, saveXlsx } from '../../addin/preview/xlsx/index.ts';
import { registers } from '../../shared/registers/index.ts';
import { FIRST_ROW, LINES, ledgerBook, titleOf } from '../addin/excel/support/ledger-book.ts';
import { revisionsKept } from './support/last-known.ts';
import { PreviewPage, readDownload } from './support/preview-page.ts';
import { ownWorkspace, type Workspace } from './support/workspace.ts';

/** Without a network nothing is lost: the push waits in the workbook, or goes to another machine as a package. */
const PROGRESS = 6;
const API = '**/v1/**';
const LOST = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch|Failed to load resource/;
const shots = process.env['SHOTS'];

let workspace: Workspace;
let preview: PreviewPage;
let kept: Uint8Array;

beforeAll(async () => {
  workspace = await ownWorkspace();
  preview = await PreviewPage.open(workspace, { expected: LOST });
});

/** A picture for who works on the pane; none without a folder to put it in. */
async function shot(name: string): Promise<void> {
  if (shots) await preview.page.screenshot({ path: join(shots, `${name}.png`) });
}

const lose = (page: PreviewPage) => page.page.context().route(API, (route) => route.abort('internetdisconnected'));
const restore = (page: PreviewPage) => page.page.context().unroute(API);

interface Entries {
  readonly revision: number;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** What the server holds, by title. */
async function stored(): Promise<{ readonly revision: number; readonly progress: Readonly<Record<string, unknown>> }> {
  const answer = await workspace.api.get('/v1/registers/measures/entries');
  const { revision, columns, rows } = (await answer.json()) as Entries;
  return { revision, progress: Object.fromEntries(rows.map((row) => [String(row[columns.indexOf('title')]), row[columns.indexOf('progress')]])) };
}

/** Looks for the server at once, as a machine does whose network has come back. */
async function backOnline(): Promise<void> {
  await restore(preview);
  for (const frame of preview.page.frames()) await frame.evaluate(() => window.dispatchEvent(new Event('online')));
}

test('a push without a network is kept in the workbook, and rows are still checked, flagged and scored', async () => {
  const { book } = ledgerBook();
  book.settings.set('taizhang.asOf', '2022-06-30');
  await preview.openBook('离线.xlsx', await saveXlsx(book));
  await preview.button('连接').click();
  await preview.button('确认，使用这张表').click();
  await preview.button(/^推送/).click();
  await preview.pane.getByText(/推送完成/).waitFor();

  const before = await stored();
  await expect.poll(() => revisionsKept(preview)).toEqual(registers.map(() => before.revision));
  await lose(preview);
  await preview.type(FIRST_ROW + 1, PROGRESS, '90');
  await preview.type(FIRST_ROW + 2, PROGRESS, '150');
  await preview.button('检查').click();
  await preview.pane.getByText('离线').first().waitFor({ timeout: 30_000 });
  await preview.pane.getByText('离线。推送会存进工作簿。').waitFor();
  await expect.poll(() => preview.counts('有改动'), { timeout: 30_000 }).toMatchObject({ 有改动: 1, 需核对: 1 });
  await preview.button('刷新').click();
  await preview.pane.getByText('结果已刷新').waitFor({ timeout: 60_000 });
  await preview.pane.getByText('各单位得分').waitFor();
  await shot('offline-checked');

  await preview.type(FIRST_ROW + 2, PROGRESS, '80');
  await preview.button('预览').click();
  const rows = preview.pane.getByRole('list', { name: '要写入的行' });
  await expect.poll(() => rows.getByRole('definition').allInnerTexts(), { timeout: 30_000 }).toEqual(['40% → 90%', '50% → 80%']);
  await preview.button('推送 2 行').click();
  await preview.pane.getByText(/2 行改动（整表 3 行）没有收到服务器的回复，已存进工作簿，没有丢失/).waitFor({ timeout: 60_000 });
  await preview.pane.getByText(/工作簿里有一次推送（3 行），网络恢复后发送/).waitFor();
  expect(await preview.pane.getByText(/连不上服务器|重试/).count()).toBe(0); // nothing is lost, and nothing looks as if it were
  await shot('offline-kept');
  await preview.button('已存下，再推送').waitFor();
  await preview.button('立即发送').click();
  await preview.pane.getByText(/还是连不上，推送仍在工作簿里/).waitFor({ timeout: 60_000 });
  expect(await stored()).toEqual(before);
});

test('bound again as another kind of ledger the kept push would go: that is said first, with the way to keep it', async () => {
  await preview.button('更多操作').click();
  await preview.pane.getByRole('menuitem', { name: '重新绑定本表' }).click();
  const kind = preview.pane.getByLabel('台账种类');
  await kind.waitFor();
  const told = preview.pane.getByText(/还有一次没发出的推送（3 行）/);
  expect(await told.count()).toBe(0);
  await kind.selectOption('problems');
  await told.waitFor();
  await shot('offline-rebind');
  const [file] = await Promise.all([
    preview.page.waitForEvent('download'),
    told.locator('xpath=ancestor::*[contains(@class,"fui-MessageBar")]').first().getByRole('button', { name: '导出报送包' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.tzpkg$/);
  await kind.selectOption('measures');
  await expect.poll(() => told.count()).toBe(0);
  await preview.button('保留原来的绑定').click();
  await preview.button('已存下，再推送').waitFor();
});

test('what needs someone and the scores are worked out from the rows as they stand, and say from when and where', async () => {
  await preview.tab('评分').click();
  const worked = preview.pane.getByText(/离线，在本机算出：按 \d{4}-\d{2}-\d{2} \d{2}:\d{2} 取得的数据和本表现在的行/);
  await worked.waitFor();
  const unit = preview.pane.getByRole('listitem').filter({ hasText: '区市场监督管理局' });
  const before = await unit.innerText();
  await shot('offline-scores');
  await preview.type(FIRST_ROW + 2, PROGRESS, '20');
  await preview.button('刷新').click();
  await preview.tab('推送').click();
  await preview.button('检查').click();
  await expect.poll(() => preview.counts('有改动'), { timeout: 30_000 }).toMatchObject({ 有改动: 2 });
  await preview.tab('评分').click();
  await expect.poll(() => unit.innerText(), { timeout: 30_000 }).not.toBe(before);
  await unit.getByRole('button').click();
  await worked.waitFor();
  await shot('offline-receipt');
  await preview.tab('今日').click();
  await worked.waitFor();
  await preview.pane.getByRole('list').getByText('推行一窗受理').first().waitFor();
  await shot('offline-today');
  await preview.tab('历史').click();
  await preview.pane.getByText('离线时看不到，恢复后再看。').waitFor();
  expect(await preview.pane.getByText(/连不上服务器|重试/).count()).toBe(0);
  await shot('offline-history');
  await preview.tab('推送').click();
  await preview.type(FIRST_ROW + 2, PROGRESS, '80');
  kept = await preview.save();
  expect((await openXlsx(kept)).customXmlParts.some(({ xml }) => xml.includes('urn:taizhang:unsent:1'))).toBe(true);
});

let packaged: Buffer;

test('it can be exported as a package', async () => {
  const [download] = await Promise.all([preview.page.waitForEvent('download'), preview.button('导出报送包').click()]);
  expect(download.suggestedFilename()).toMatch(/^责任清单-.*\.tzpkg$/);
  packaged = await readDownload(download);
  expect(JSON.parse(packaged.toString())).toMatchObject({ format: 'taizhang-package', content: { register: 'measures', sheet: '责任清单' } });
});

test('reopened from the saved file and back online, it is sent, and the server holds what the sheet says', async () => {
  await preview.openBook('重新打开.xlsx', kept);
  await preview.pane.getByText(/有一次推送（3 行），网络恢复后发送/).waitFor({ timeout: 60_000 });
  await backOnline();
  await preview.pane.getByText(/服务器可以连上。工作簿里有一次推送（3 行）还没有确认送到/).waitFor({ timeout: 60_000 });
  await shot('offline-back');
  await preview.button('立即发送').click();
  await preview.pane.getByText(/推送完成/).waitFor({ timeout: 60_000 });
  await expect.poll(() => preview.pane.getByText(/工作簿里有一次推送/).count()).toBe(0);
  const titles = LINES.map(titleOf);
  expect((await stored()).progress).toMatchObject({ [titles[1] ?? '']: 90, [titles[2] ?? '']: 80 });
  await shot('offline-sent');
});

test('its package, opened in another window, changes nothing any more; one that was tampered with is refused by name', async () => {
  const { revision } = await stored();
  const other = await PreviewPage.open(workspace);
  await other.button('连接').click();
  await other.pane.getByRole('tab', { name: '更多' }).click();
  await other.button(/批量推送/).click();
  const tampered = packaged.toString().replace(',90,', ',99,');
  expect(tampered).not.toBe(packaged.toString());
  await other.pane.locator('input[type=file]').setInputFiles([
    { name: '发改委.tzpkg', mimeType: 'application/json', buffer: packaged },
    { name: '改过.tzpkg', mimeType: 'application/json', buffer: Buffer.from(tampered) },
  ]);
  await other.pane.getByText('2 个文件处理完').waitFor({ timeout: 60_000 });
  const [whole, changed] = [other.pane.getByRole('region', { name: '发改委.tzpkg' }), other.pane.getByRole('region', { name: '改过.tzpkg' })];
  await whole.getByText('未变 3').waitFor();
  await changed.getByText(/与封签不符/).waitFor();
  expect((await stored()).revision).toBe(revision);
  await other.close();
});

test('many files: one that is broken does not stop the others, and every row left is named with its cell', async () => {
  const faulty = LINES.map((line, at) => (at === 2 ? line.with(6, 150).with(2, '进度写错的措施') : line));
  const good = await saveXlsx(ledgerBook(LINES.map((line) => line.with(2, `${titleOf(line)}（二）`))).book);
  await preview.pane.getByRole('tab', { name: '更多' }).click();
  await preview.button(/批量推送/).click();
  await shot('files-empty');
  const file = (name: string, bytes: Uint8Array) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
  await preview.pane
    .locator('input[type=file]')
    .setInputFiles([file('区政务服务局.xlsx', good), file('损坏.xlsx', good.subarray(0, 2_000)), file('有错.xlsx', await saveXlsx(ledgerBook(faulty).book))]);
  await preview.pane.getByText('3 个文件处理完').waitFor({ timeout: 60_000 });
  await shot('files-done');
  expect(await preview.counts('全部推送')).toEqual({ 全部推送: 1, 部分推送: 1, 未推送: 1 });
  await preview.pane
    .getByRole('region', { name: '区政务服务局.xlsx' })
    .getByText(/新增 3/)
    .waitFor();
  await preview.pane
    .getByRole('region', { name: '损坏.xlsx' })
    .getByText(/已损坏/)
    .waitFor();
  const left = preview.pane.getByRole('region', { name: '有错.xlsx' });
  await left.getByText(/G6/).waitFor();
  expect((await stored()).progress).toMatchObject({ [`${titleOf(LINES[0] ?? [])}（二）`]: 100 });
});
