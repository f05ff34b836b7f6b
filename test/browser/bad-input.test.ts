import { gunzipSync } from 'node:zlib';
import type { Request } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Book } from '../../addin/preview/model/book.ts';
import { saveXlsx } from '../../addin/preview/xlsx/index.ts';
import type { EntriesAnswer } from '../../shared/contract/entries.ts';
import { ledgerBook, put } from '../addin/excel/support/ledger-book.ts';
import type { Line } from '../addin/excel/support/ledger-book.ts';
import { PreviewPage } from './support/preview-page.ts';
import { ownWorkspace, type Workspace } from './support/workspace.ts';

/** What a clerk sees when something is wrong, and that it costs nothing: no row half written, none twice. */
const [UNIT, TITLE, DUE] = [1, 2, 3];
/** What Chromium itself says of an answer that is an error, or that never came. */
const NETWORK = /^Failed to load resource/;
/** The tests in which that may be. */
const LOSE_ANSWERS = /^without a key|^an answer lost/;

let workspace: Workspace;
let preview: PreviewPage;
/** The paths of the API that the pane has asked for in the test. */
let sent: string[] = [];
/** What the page had complained about before the test. */
let faultsBefore = 0;

beforeAll(async () => {
  workspace = await ownWorkspace();
  preview = await PreviewPage.open(workspace, { expected: NETWORK });
  preview.page.on('request', (request) => new URL(request.url()).pathname.startsWith('/v1/') && sent.push(new URL(request.url()).pathname));
});
beforeEach(() => {
  sent = [];
  faultsBefore = preview.faults.length;
});
afterEach(({ task }) => {
  const faults = preview.faults.slice(faultsBefore);
  if (faults.length > 0 && !LOSE_ANSWERS.test(task.name)) throw new Error(`the page complained: ${faults.join('\n')}`);
});

/** Opens a workbook with a ledger; its pane is connected since the first test. */
async function openLedger(book: Book): Promise<void> {
  book.settings.set('taizhang.asOf', '2022-06-30');
  await preview.openBook('台账.xlsx', await saveXlsx(book));
}

/** Whether a request asks what a push would do, and changes nothing. */
async function isDryRun(request: Request): Promise<boolean> {
  const body = request.postDataBuffer() ?? Buffer.alloc(0);
  const text = ((await request.headerValue('content-encoding')) === 'gzip' ? gunzipSync(body) : body).toString();
  return (JSON.parse(text) as { dryRun: boolean }).dryRun;
}

/** The server's measures whose title begins with `prefix`: id and title. */
async function measures(prefix: string): Promise<readonly { readonly id: unknown; readonly title: string }[]> {
  const found: { id: unknown; title: string }[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const answer = await workspace.api.get(`/v1/registers/measures/entries?limit=5000${cursor && `&cursor=${cursor}`}`);
    expect(answer.status()).toBe(200);
    const page = (await answer.json()) as EntriesAnswer;
    const [id, title] = [page.columns.indexOf('id'), page.columns.indexOf('title')];
    found.push(...page.rows.map((row) => ({ id: row[id], title: String(row[title]) })));
    cursor = page.next;
  }
  return found.filter((entry) => entry.title.startsWith(prefix));
}

/** The titles and ids in the sheet, top down. */
async function idsInSheet(): Promise<readonly { readonly id: unknown; readonly title: unknown }[]> {
  return preview.page.evaluate((title) => {
    const { cells } = window.preview!.session.book.activeSheet;
    const [header, ids] = [...cells].flatMap(([row, line]) => [...line].flatMap(([at, { value }]) => (value === '编号' ? [[row, at] as const] : [])))[0] ?? [
      0, -1,
    ];
    const below = [...cells].filter(([row]) => row > header).toSorted(([one], [other]) => one - other);
    return below.map(([, line]) => ({ id: line.get(ids)?.value, title: line.get(title)?.value }));
  }, TITLE);
}

const selection = () => preview.page.evaluate(() => window.preview?.session.book.selection);
const said = () => preview.pane.locator('body').innerText();
const byId = (one: { readonly id: unknown }, other: { readonly id: unknown }) => String(one.id).localeCompare(String(other.id));
const line = (title: string, at: number): Line => [at + 1, `区${at % 7}局`, title, '年底前', '张三', '进行中', 50, null];

test('without a key nothing is sent; a wrong one is said with the request’s number and leaves nothing behind; then the right one works', async () => {
  const key = preview.pane.getByLabel('访问密钥');
  await key.click();
  await preview.page.keyboard.press('Control+a');
  await preview.page.keyboard.press('Delete');
  await preview.button('连接').click();
  await preview.pane.getByText('请填入访问密钥。').waitFor();
  expect(sent).toEqual([]);

  await key.click();
  await preview.page.keyboard.type('not-the-key-of-anybody');
  await preview.button('连接').click();
  await preview.pane.getByText(/密钥不对/).waitFor();
  expect(await said()).toMatch(/请求编号 \S{8,}/);
  expect(sent).toEqual(['/v1/me']);
  const kept = await preview.page.evaluate(() => ({ settings: [...window.preview!.session.book.settings.keys()], machine: JSON.stringify(localStorage) }));
  expect(kept.settings).toEqual(['taizhang.asOf']);
  expect(kept.machine).not.toContain('not-the-key');

  await key.click();
  await preview.page.keyboard.press('Control+a');
  await preview.page.keyboard.type(workspace.key);
  await preview.button('连接').click();
  await preview.pane.getByText('确认本表的台账').waitFor();
});

test('a sheet without a header that is recognised: it is said what was looked for, and the clerk picks row and columns', async () => {
  const { book, sheet } = ledgerBook([line('无表头措施一', 0), line('无表头措施二', 1)], ['子', '丑', '寅', '卯', '辰', '巳', '午', '未']);
  sheet.cells.delete(0);
  sheet.merges.length = 0;
  await openLedger(book);
  await preview.pane.getByText('“责任清单”里没有认出台账的表头。').waitFor();
  expect(await said()).toMatch(/责任清单：责任单位、工作措施/);

  await preview.choose(preview.pane.getByLabel('台账种类'), 'measures');
  await preview.goTo(2, 0);
  await preview.button('用选中的行').click();
  await preview.pane.getByText('按您选的第 3 行表头读取').waitFor();
  expect(await said()).toContain('还缺必填的“责任单位、工作措施');
  expect(await preview.button('确认，使用这张表').getAttribute('aria-disabled')).toBe('true');
  for (const [header, field] of [
    ['丑', 'unit'],
    ['寅', 'title'],
    ['卯', 'due'],
  ] as const) {
    await preview.choose(preview.pane.getByLabel(header), field);
  }
  await preview.button('确认，使用这张表').click();
  await preview.button('推送 2 行').click();
  await expect.poll(() => preview.counts('未变')).toMatchObject({ 新增: 2, 未接受: 0 });
  expect((await measures('无表头措施')).map(({ title }) => title).toSorted()).toEqual(['无表头措施一', '无表头措施二']);
  expect(sent).toContain('/v1/registers/measures/push');
});

test('a row without a unit and one with #REF! are named by cell and reason and stay behind; the others go in', async () => {
  const lines = [line('坏行之间一', 0), line('坏行没有单位', 1), line('坏行时限出错', 2), line('坏行之间二', 3)];
  const { book, sheet } = ledgerBook(lines);
  put(sheet, 4, UNIT, null);
  put(sheet, 5, DUE, { error: '#REF!' });
  await openLedger(book);
  await preview.button('确认，使用这张表').click();
  await preview.button(/^推送/).click();
  await preview.pane.getByText('2 行未被接受，其余已推送').waitFor();
  expect(await preview.counts('未变')).toMatchObject({ 新增: 2, 未接受: 2 });

  await preview.button(/^B5 责任单位.*必须填写/).click();
  await expect.poll(() => selection()).toMatchObject({ row: 4, column: UNIT });
  await preview.button(/^D6 完成时限.*#REF!/).click();
  await expect.poll(() => selection()).toMatchObject({ row: 5, column: DUE });
  expect((await measures('坏行')).map(({ title }) => title).toSorted()).toEqual(['坏行之间一', '坏行之间二']);
});

test('a protected sheet is said before anything is sent', async () => {
  const { book, sheet } = ledgerBook([line('锁住的措施', 0)]);
  sheet.isProtected = true;
  await openLedger(book);
  await preview.button('确认，使用这张表').click();
  await preview.button(/^推送/).click();
  await preview.pane.getByText('工作表“责任清单”受保护，结果写不进去，因此没有推送').waitFor();
  expect(sent).toContain('/v1/me'); // what is sent is seen
  expect(sent.filter((path) => path.endsWith('/push'))).toEqual([]);
  expect(await measures('锁住的措施')).toEqual([]);
});

test('an answer lost on the way is said; the sheet keeps its ids, and pushing again finds every row there', async () => {
  const { book } = ledgerBook([line('没有回音一', 0), line('没有回音二', 1), line('没有回音三', 2)]);
  await openLedger(book);
  await preview.button('确认，使用这张表').click();
  const lost: number[] = [];
  await preview.page.route('**/push', async (route) => {
    if (await isDryRun(route.request())) return route.continue();
    lost.push((await route.fetch()).status());
    return route.abort('connectionreset');
  });
  await preview.button(/^推送/).click();
  await preview.pane.getByText(/3 行没有收到服务器的回复，已存进工作簿，没有丢失/).waitFor();
  expect(lost).toEqual([200]);
  const ids = await idsInSheet();
  expect((await measures('没有回音')).toSorted(byId)).toEqual(ids.toSorted(byId));

  await preview.page.unroute('**/push');
  await preview.button('立即发送').click();
  await expect.poll(() => preview.counts('未变')).toEqual({ 新增: 0, 更新: 0, 未变: 3, 冲突: 0, 未接受: 0 });
  expect(await idsInSheet()).toEqual(ids);
  expect(await measures('没有回音')).toHaveLength(3);
});
