import type { Locator } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { RevisionsAnswer } from '../../shared/contract/revisions.ts';
import type { ScoresAnswer } from '../../shared/contract/scores.ts';
import { PreviewPage } from './support/preview-page.ts';
import { ownWorkspace, type Workspace } from './support/workspace.ts';

/** 历史 in the pane: what a push changed, its undo, and the versions of the selected row. In a workspace of its own. */
const UNIT = '区发改委';
/** A measure of the sample ledger that is overdue, and where it stands. */
const OVERDUE = '组织民营企业座谈会，收集问题并逐条答复';
const [ROW, STATUS, DONE_ON] = [7, 7, 9];

let workspace: Workspace;
let preview: PreviewPage;

beforeAll(async () => {
  workspace = await ownWorkspace();
  preview = await PreviewPage.open(workspace);
  await preview.button('连接').click();
});

const main = (): Locator => preview.pane.locator('main');
const list = (name: string): Locator => preview.pane.getByRole('list', { name });

async function push(): Promise<void> {
  await preview.tab('推送').click();
  await preview.push();
}

/** Asked for past the pane. */
async function stored<Answer>(path: string): Promise<Answer> {
  const answer = await workspace.api.get(path);
  return (await answer.json()) as Answer;
}

async function scoreOf(unit: string): Promise<number | null | undefined> {
  const { units } = await stored<ScoresAnswer>('/v1/scores?asOf=2022-06-30');
  return units.find((one) => one.unit === unit)?.score;
}

const head = async (): Promise<number> => (await stored<RevisionsAnswer>('/v1/revisions?limit=1')).head;

/** The pane is as wide as its text allows. */
async function expectNoSidewaysScroll(): Promise<void> {
  expect(await preview.pane.locator('html').evaluate((page) => page.scrollWidth <= page.clientWidth)).toBe(true);
}

let before: number | null | undefined;
let undone: number;

test('before anything was pushed it says what will be here', async () => {
  await preview.tab('历史').click();
  await preview.pane.getByText('还没有推送过').waitFor();
  await preview.button('去推送').click();
  expect(await preview.tab('推送').getAttribute('aria-selected')).toBe('true');
});

test('pushes stand there newest first: what, who, when and how much', async () => {
  for (const sheet of ['责任单位', '责任清单']) {
    await preview.openSheet(sheet);
    await preview.button(/^确认/).click();
    await push();
  }
  before = await scoreOf(UNIT);
  await preview.type(ROW, STATUS, '已完成');
  await preview.type(ROW, DONE_ON, '2022-06-30');
  await push();
  undone = await head();
  expect(await scoreOf(UNIT)).toBeGreaterThan(Number(before));

  await preview.tab('历史').click();
  const rows = list('推送历史').getByRole('button');
  await rows.first().waitFor();
  expect(await rows.allInnerTexts()).toEqual([
    expect.stringMatching(new RegExp(`推送 责任清单[^]*第 ${undone} 版 · admin[^]*更新 1`)),
    expect.stringMatching(/推送 责任清单[^]*新增 73/),
    expect.stringMatching(/推送 责任单位[^]*新增 13/),
  ]);
  expect(await rows.first().locator('time').getAttribute('title')).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);
  await expectNoSidewaysScroll();
});

test('a push opens, by keyboard, into fields before and after by their labels', async () => {
  await list('推送历史').getByRole('button').first().press('Enter');
  const entry = list('改动的条目').getByRole('listitem');
  await entry.first().waitFor();
  const text = (await entry.first().innerText()).replaceAll(/\s+/g, ' ');
  expect(text).toContain(OVERDUE);
  expect(text).toContain(UNIT);
  expect(text).toMatch(/完成情况 .* → 已完成/);
  expect(text).toMatch(/完成时间 空 → 2022-06-30/);
  expect(await entry.count()).toBe(1);
  await expectNoSidewaysScroll();
});

test('a click on an entry selects its row, from another sheet too', async () => {
  await preview.openSheet('责任单位');
  await preview.button(new RegExp(OVERDUE)).click();
  await expect
    .poll(() => preview.page.evaluate(() => [window.preview?.session.book.activeSheet.name, window.preview?.session.book.selection.row]))
    .toEqual(['责任清单', ROW]);
});

test('undoing it asks first and says what will happen; refused, nothing happens', async () => {
  await preview.button('撤销这次推送').focus();
  await preview.page.keyboard.press('Enter');
  const dialog = preview.pane.getByRole('alertdialog');
  await dialog.getByText('1 行改回之前的内容').waitFor();
  await preview.page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await head()).toBe(undone);
});

test('undone, the score is the one before, and the list of pushes says so', async () => {
  await preview.button('撤销这次推送').click();
  await preview.pane.getByRole('alertdialog').getByRole('button', { name: '撤销' }).click();
  await preview.pane.getByText(`已撤销，记为第 ${undone + 1} 版。`).waitFor();
  expect(await preview.counts('改回')).toEqual({ 改回: 1, 恢复: 0, 删除: 0, 未动: 0 });
  expect(await scoreOf(UNIT)).toBe(before);
  await preview.button('返回').click();
  const rows = list('推送历史').getByRole('button');
  await expect.poll(() => rows.first().innerText()).toContain(`撤销第 ${undone} 版`);
  expect(await rows.nth(1).innerText()).toContain('已撤销');
  await rows.nth(1).click();
  await preview.pane.getByText(`已由第 ${undone + 1} 版撤销`).waitFor();
  expect(await preview.button('撤销这次推送').count()).toBe(0);
  await preview.button('返回').click();
});

test('the sheet still has its own content, and the next push tells that the row changed', async () => {
  await push();
  expect(await preview.counts('未变')).toMatchObject({ 他人已改: 1, 更新: 0 });
  expect(await scoreOf(UNIT)).toBe(before);
  expect((await preview.cell(ROW, STATUS))?.value).toBe('已完成');
});

test('the versions of the selected row follow the selection', async () => {
  await preview.goTo(ROW, 2);
  await preview.tab('历史').click();
  await preview.tab('所选行').click();
  await preview.pane.getByText(`第 ${ROW + 1} 行 · 3 个版本`).waitFor();
  const versions = list('这一行的版本').getByRole('listitem');
  expect((await versions.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' '))).toEqual([
    expect.stringMatching(/更新 admin .*第 4 版 · 撤销.*完成情况 已完成 → /),
    expect.stringMatching(/更新 admin .*第 3 版 · 推送.*完成情况 .* → 已完成/),
    expect.stringMatching(/新增 admin .*第 2 版 · 推送/),
  ]);
  await versions
    .last()
    .getByText(/全部 \d+ 个字段/)
    .click();
  expect(await versions.last().innerText()).toContain(OVERDUE);
  await expectNoSidewaysScroll();

  await preview.page.locator('#univer-sheet-main-canvas_book-1').click({ position: { x: 300, y: 400 } });
  await expect.poll(() => main().innerText()).not.toContain(`第 ${ROW + 1} 行`);
  await preview.goTo(ROW + 1, 2);
  await preview.pane.getByText(`第 ${ROW + 2} 行 · 1 个版本`).waitFor();
  await preview.goTo(0, 0);
  await preview.pane.getByText('请选中台账里的一行').waitFor();
});

test('a row changed since is left by an undo and listed with who changed it; a click selects it', async () => {
  await preview.tab('全部推送').click();
  const rows = list('推送历史').getByRole('button');
  await rows.filter({ hasText: '新增 73' }).click();
  await preview.button('撤销这次推送').click();
  await preview.pane.getByRole('alertdialog').getByText('新增的 73 行从台账删除').waitFor();
  await preview.pane.getByRole('alertdialog').getByRole('button', { name: '撤销' }).click();
  await preview.pane.getByText('1 行保持不动').waitFor();
  expect(await preview.counts('改回')).toEqual({ 改回: 0, 恢复: 0, 删除: 72, 未动: 1 });
  const left = list('1 行保持不动').getByRole('button');
  expect(await left.innerText()).toMatch(new RegExp(`${OVERDUE}[^]*admin .*又改过（第 4 版）`));
  await left.click();
  await expect.poll(() => preview.page.evaluate(() => window.preview?.session.book.selection.row)).toBe(ROW);

  await preview.button('返回').click();
  await rows.first().click();
  await preview.button('撤销这次撤销').click();
  await preview.pane.getByRole('alertdialog').getByText('删除的 72 行恢复').waitFor();
  await preview.pane.getByRole('alertdialog').getByRole('button', { name: '撤销' }).click();
  await preview.pane.getByText('已撤销，记为第 6 版。').waitFor();
  await preview.button('返回').click();
  await expect.poll(() => rows.filter({ hasText: '新增 73' }).innerText()).toContain('撤销后又恢复');
  expect(await scoreOf(UNIT)).toBe(before);
});

test('an admin verifies the history, also against the seal on a bulletin, and a wrong one is named before it is sent', async () => {
  await preview.tab('更多').click();
  await preview.button(/^通报/).click();
  const printed = preview.pane.getByText(/^数据校验码 6:[0-9a-f]{64}$/);
  const seal = /\d+:[0-9a-f]{64}/.exec(await printed.innerText())?.[0] ?? '';
  await preview.button('返回').click();
  await preview.button(/^数据核验/).click();
  await preview.button('核验').click();
  await preview.pane.getByText(/历史完整：共 6 版/).waitFor();
  expect(await preview.pane.locator('code').innerText()).toBe(seal);
  await expectNoSidewaysScroll();

  const field = preview.pane.getByLabel('以前记下的校验码（可不填）');
  await field.fill('6:123');
  await preview.pane.getByText(/应为版次、冒号和 64 位校验值/).waitFor();
  expect(await preview.button('核验').getAttribute('aria-disabled')).toBe('true');
  await field.fill(seal);
  await preview.button('核验').focus();
  await preview.page.keyboard.press('Enter');
  await preview.pane.getByText(/与第 6 版时记下的校验码一致/).waitFor();
  await field.fill(seal.replace(/.$/, (last) => (last === '0' ? '1' : '0')));
  await preview.button('核验').click();
  await preview.pane.getByText(/第 6 版对不上：历史与记下的校验码不同/).waitFor();
  await field.fill(`9${seal.slice(1)}`);
  await preview.button('核验').click();
  await preview.pane.getByText(/第 7 版对不上：历史在记下校验码之后被从末尾截掉/).waitFor();
});
