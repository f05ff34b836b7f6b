import type { Locator } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { Plan } from '../../shared/scoring/plan.ts';
import { PreviewPage } from './support/preview-page.ts';
import { ownWorkspace, type Workspace } from './support/workspace.ts';

/** 考核方案 in the pane: an admin reads it, changes it, tries the change, adopts it; and meets someone who did so meanwhile. In a workspace of its own. */
const UNIT = '区发改委';
const POINTS = '措施逾期，牵头单位';

let workspace: Workspace;
let preview: PreviewPage;

beforeAll(async () => {
  workspace = await ownWorkspace();
  preview = await PreviewPage.open(workspace, { expected: /^Failed to load resource.*412/ });
  await preview.connectAndPush('责任单位', '责任清单');
});

const shown = (): Promise<string> => preview.pane.locator('body').innerText();
const field = (name: string): Locator => preview.pane.getByLabel(name, { exact: true });

/** The score of a unit on the scores' place. */
async function scoreOf(unit: string): Promise<string> {
  await preview.tab('评分').click();
  const row = preview.button(new RegExp(unit));
  await row.waitFor();
  return /\d+\.\d\d/.exec(await row.innerText())?.[0] ?? '';
}

async function openPlan(): Promise<void> {
  await preview.tab('更多').click();
  await preview.button(/^考核方案/).click();
}

/** Writes another number into a field, by keyboard alone. */
async function write(name: string, text: string): Promise<void> {
  await field(name).focus();
  await preview.page.keyboard.press('ControlOrMeta+A');
  await preview.page.keyboard.type(text);
}

/** Puts a plan in force as someone else would, over the newest version. */
async function changedElsewhere(change: Partial<Plan>): Promise<void> {
  const seen = await workspace.api.get('/v1/plan');
  const { version: _version, ...draft } = (await seen.json()) as Plan;
  const put = await workspace.api.put('/v1/plan', { headers: { 'if-match': String(seen.headers()['etag']) }, data: { ...draft, ...change } });
  expect(put.status()).toBe(200);
}

test('the plan stands there in words and numbers, with its version', async () => {
  await openPlan();
  await preview.pane.getByText('第 1 版 · 2022-06-30 适用').waitFor();
  const text = await shown();
  for (const words of ['2022-12-31', '责任清单落实', '占 40%', '−1 分', '优秀，不低于', '7 天', '20%', '不公开', 'admin']) expect(text).toContain(words);
});

test('a number that cannot be is named at its field as it is typed, and cannot be tried', async () => {
  await preview.button('修改方案').click();
  await preview.pane.getByText('还没有改动').waitFor();
  await write(POINTS, '3');
  await preview.pane.getByText('应为：-1000 到 0 之间的数').waitFor();
  await preview.pane.getByText(`1 处需要改正：${POINTS}`).waitFor();
  expect(await preview.button('试算').getAttribute('aria-disabled')).toBe('true');
});

test('a change outlives a look at another place', async () => {
  await write(POINTS, '-5');
  await preview.tab('今日').click();
  await openPlan();
  expect(await field(POINTS).inputValue()).toBe('-5');
  await preview.pane.getByText('改了 1 处').waitFor();
});

test('trying it shows every unit before and after with the reason, and changes nothing', async () => {
  const before = await scoreOf(UNIT);
  await openPlan();
  await preview.button('试算').click();
  const row = preview.button(new RegExp(`^${UNIT}`));
  await row.waitFor();
  expect(await row.innerText()).toContain(`${before} → `);
  await row.focus();
  await preview.page.keyboard.press('Enter');
  await preview.pane
    .getByText(/^→ \d+ 项，−5(\.\d)? 分$/)
    .first()
    .waitFor();
  expect(await scoreOf(UNIT)).toBe(before);
});

test('adopted after a question, it is version 2 and the scores follow', async () => {
  const before = Number(await scoreOf(UNIT));
  await openPlan();
  await preview.button('试算').click();
  const told = /→ (\d+\.\d\d)/.exec(await preview.button(new RegExp(`^${UNIT}`)).innerText())?.[1];
  await preview.button('采用').click();
  await preview.pane
    .getByRole('alertdialog')
    .getByText(/成为第 2 版，考核期 2022-01-01 至 2022-12-31/)
    .waitFor();
  await preview.pane.getByRole('alertdialog').getByRole('button', { name: '采用' }).click();
  await preview.pane.getByText('已采用，现在是第 2 版').waitFor();
  await preview.pane.getByText('第 2 版 · 2022-06-30 适用').waitFor();
  expect(await shown()).toContain('−5 分');
  await expect.poll(() => scoreOf(UNIT)).toBe(told);
  expect(Number(told)).toBeLessThan(before);
});

test('when someone changed the plan meanwhile, nothing is written over and nothing typed is lost', async () => {
  await openPlan();
  await preview.button('修改方案').click();
  await write(POINTS, '-2');
  await preview.button('试算').click();
  await preview.button(new RegExp(`^${UNIT}`)).waitFor();
  await changedElsewhere({ dueSoonDays: 10 });
  await preview.button('采用').click();
  await preview.pane.getByRole('alertdialog').getByRole('button', { name: '采用' }).click();
  await preview.pane.getByText(/考核方案已被别人修改，现在是第 3 版/).waitFor();
  await preview.pane.getByText('别人改了：提前多少天算临近到期').waitFor();
  expect([await field(POINTS).inputValue(), await field('提前多少天算临近到期').inputValue()]).toEqual(['-2', '10']);

  await preview.button('试算').click();
  await preview.button('采用').click();
  await preview.pane.getByRole('alertdialog').getByRole('button', { name: '采用' }).click();
  await preview.pane.getByText('已采用，现在是第 4 版').waitFor();
});

test('a plan of the next year says that it moves no score of this one, and is not adopted by it', async () => {
  await preview.button('修改方案').click();
  await field('开始日期').fill('2023-01-01');
  await field('结束日期').fill('2023-12-31');
  await preview.button('试算').click();
  await preview.pane.getByText(/考核期 2023-01-01 至 2023-12-31 不含截至日期 2022-06-30，采用后这一天的得分不变/).waitFor();
  expect(await preview.button(new RegExp(`^${UNIT}`)).count()).toBe(0);
  await preview.button('返回修改').click();
  await preview.button('取消').click();
  await preview.pane.getByRole('alertdialog').getByRole('button', { name: '放弃修改' }).click();
});

test('leaving a change asks first', async () => {
  await preview.button('修改方案').click();
  await write('满分', '110');
  await preview.button('取消').click();
  await preview.pane.getByRole('alertdialog').getByRole('button', { name: '取消' }).click();
  expect(await field('满分').inputValue()).toBe('110');
  await preview.button('返回').click();
  await preview.pane.getByRole('alertdialog').getByRole('button', { name: '放弃修改' }).click();
  await preview.pane.getByText('第 4 版 · 2022-06-30 适用').waitFor();
});
