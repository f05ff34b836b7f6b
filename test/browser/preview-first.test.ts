import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { saveXlsx } from '../../addin/preview/xlsx/index.ts';
import { newId } from '../../addin/work/new-id.ts';
import { registers } from '../../shared/registers/index.ts';
import { FIRST_ROW, LINES, ledgerBook, titleOf } from '../addin/excel/support/ledger-book.ts';
import { revisionsKept } from './support/last-known.ts';
import { PreviewPage } from './support/preview-page.ts';
import { ownWorkspace, type Workspace } from './support/workspace.ts';

/** “推送前总是预览” holds for every way to the server: files, a row decided on, a push kept in the workbook. */
const PROGRESS = 6;
const API = '**/v1/**';
const shots = process.env['SHOTS'];

let workspace: Workspace;
let preview: PreviewPage;

beforeAll(async () => {
  workspace = await ownWorkspace();
  preview = await PreviewPage.open(workspace, { expected: /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to load resource/ });
});

async function shot(name: string): Promise<void> {
  if (shots) await preview.page.screenshot({ path: join(shots, `${name}.png`) });
}

interface Entries {
  readonly revision: number;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

async function stored(): Promise<Entries> {
  return (await (await workspace.api.get('/v1/registers/measures/entries')).json()) as Entries;
}

/** What the server holds of a field, by title. */
async function storedOf(field: string): Promise<Readonly<Record<string, unknown>>> {
  const { columns, rows } = await stored();
  return Object.fromEntries(rows.map((row) => [String(row[columns.indexOf('title')]), row[columns.indexOf(field)]]));
}

const go = (name: string) => preview.tab(name).click();
const dialog = () => preview.pane.getByRole('alertdialog');
const [first = [], second = []] = LINES;

test('files: first what each would write, then the push, or nothing at all', async () => {
  const { book } = ledgerBook();
  book.settings.set('taizhang.asOf', '2022-06-30');
  const bytes = Buffer.from(await saveXlsx(book));
  await preview.openBook('先看再推.xlsx', bytes);
  await preview.button('连接').click();
  await go('更多');
  await preview.button(/批量推送/).click();
  await preview.pane.getByRole('checkbox', { name: '推送前总是预览' }).check();
  const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });
  const choose = () => preview.pane.locator('input[type=file]').setInputFiles([file('甲.xlsx', bytes), file('损坏.xlsx', bytes.subarray(0, 2_000))]);
  await choose();
  await preview.pane.getByText(/还没有推送/).waitFor({ timeout: 60_000 });
  await preview.button('推送 3 行').waitFor();
  await preview.pane
    .getByRole('region', { name: '甲.xlsx' })
    .getByText(/新增 3/)
    .waitFor();
  await shot('files-preview');
  expect((await stored()).revision).toBe(0);
  await preview.button('取消').click();
  await preview.button('选择文件').waitFor();
  expect((await stored()).revision).toBe(0);

  await choose();
  await go('历史'); // the batch goes on, and is there again on the way back
  await go('更多');
  await preview.button(/批量推送/).click();
  await preview.button('推送 3 行').click();
  await preview.pane.getByText('2 个文件处理完').waitFor({ timeout: 60_000 });
  expect(Object.keys(await storedOf('progress'))).toHaveLength(3);
});

test('a row decided on: what would be written is asked about first', async () => {
  await go('推送');
  await preview.button('确认，使用这张表').click();
  await preview.button(/^推送/).click();
  await preview.pane.getByText('没有新增或改动的行').waitFor({ timeout: 60_000 });
  await preview.button('推送').click();
  await preview.pane.getByText(/推送完成/).waitFor({ timeout: 60_000 });

  const { columns, rows, revision } = await stored();
  const id = rows.find((row) => row[columns.indexOf('title')] === titleOf(second))?.[columns.indexOf('id')];
  const theirs = { base: revision, asOf: '2022-06-30', request: newId(), columns: ['id', 'progress'], rows: [[id, 66]] };
  await workspace.api.post('/v1/registers/measures/push', { data: theirs });
  await preview.button('检查').click();
  await preview.button('保留我的').click();
  await dialog()
    .getByText(/服务器上的 1 行会换回本表的内容/)
    .waitFor();
  await shot('choice-asked');
  await dialog().getByRole('button', { name: '取消' }).click();
  expect((await storedOf('progress'))[titleOf(second)]).toBe(66);
  await preview.button('保留我的').click();
  await dialog().getByRole('button', { name: '保留我的' }).click();
  await preview.pane.getByText('已处理 1 条').waitFor({ timeout: 60_000 });
  expect((await storedOf('progress'))[titleOf(second)]).toBe(40);
});

test('a push kept in the workbook: its counts first, and the sheet goes on waiting for its own preview', async () => {
  const { revision } = await stored();
  await expect.poll(() => revisionsKept(preview)).toEqual(registers.map(() => revision));
  await preview.page.context().route(API, (route) => route.abort('internetdisconnected'));
  await preview.type(FIRST_ROW, PROGRESS, '90');
  await preview.button(/^推送/).click();
  await preview.pane.getByRole('list', { name: '要写入的行' }).getByText('100% → 90%').waitFor({ timeout: 60_000 });
  await shot('preview-offline');
  await preview.button('推送 1 行').click();
  await preview.pane.getByText(/1 行改动（整表 3 行）没有收到服务器的回复，已存进工作簿/).waitFor({ timeout: 60_000 });
  await preview.page.context().unroute(API);
  for (const frame of preview.page.frames()) await frame.evaluate(() => window.dispatchEvent(new Event('online')));
  await preview.pane.getByText(/服务器可以连上/).waitFor({ timeout: 60_000 });

  await preview.button('立即发送').click();
  await dialog().getByText('更新').waitFor();
  await shot('unsent-preview');
  await dialog().getByRole('button', { name: '取消' }).click();
  expect((await storedOf('progress'))[titleOf(first)]).toBe(100);
  await preview.button('立即发送').click();
  await dialog().getByRole('button', { name: '立即发送' }).click();
  await preview.pane.getByText('工作簿里的推送（3 行）已发送').waitFor({ timeout: 60_000 });
  await shot('unsent-sent');
  expect((await storedOf('progress'))[titleOf(first)]).toBe(90);
});
