import { beforeAll, expect, test } from 'vitest';
import { PreviewPage } from './support/preview-page.ts';
import { ownWorkspace, type Workspace } from './support/workspace.ts';

/** From a score to the rows it comes from, and to what it would be: with the sample ledger, in a workspace of its own. */
const UNIT = '区发改委';
/** Led by another unit, overdue at 65 %. */
const SUPPORTED = '开展涉企收费专项检查，重点查处转嫁费用行为';
const OVERDUE = '组织民营企业座谈会，收集问题并逐条答复';

let workspace: Workspace;
let preview: PreviewPage;

beforeAll(async () => {
  workspace = await ownWorkspace();
  preview = await PreviewPage.open(workspace);
  await preview.connectAndPush('责任单位', '责任清单');
});

const selection = () =>
  preview.page.evaluate(() => {
    const book = window.preview?.session.book;
    return { sheet: book?.activeSheet.name, row: book?.selection.row };
  });

/** The last revision of the workspace, asked for past the pane. */
async function storedRevision(): Promise<number> {
  const answer = await workspace.api.get('/v1/registers/measures/entries?limit=1');
  return ((await answer.json()) as { revision: number }).revision;
}

test('three clicks lead from a red unit to the offending row, from another sheet too', async () => {
  await preview.openSheet('责任单位');
  await preview.tab('评分').click();
  await preview.button(new RegExp(UNIT)).click();
  await preview.button(new RegExp(`${OVERDUE}.*−1`)).click();
  await expect.poll(selection).toEqual({ sheet: '责任清单', row: 7 });
});

test('a measure supposed done raises score and rank, and nothing is sent', async () => {
  const revision = await storedRevision();
  const [score = NaN] = /\d+\.\d\d/.exec(await preview.pane.locator('main').innerText()) ?? [];
  await preview.pane.getByRole('switch', { name: '预演' }).click();
  const outcome = preview.pane.getByText(/\d+\.\d\d → \d+\.\d\d，第 \d+ → 第 \d+/);
  const read = async () => (/(\d+\.\d\d) → (\d+\.\d\d)，第 (\d+) → 第 (\d+)/.exec(await outcome.innerText()) ?? []).slice(1).map(Number);
  const [before, same] = await read();
  expect([before, same]).toEqual([Number(score), Number(score)]);

  await preview.pane.getByRole('checkbox', { name: new RegExp(OVERDUE) }).press('Space');
  await expect.poll(async () => (await read())[1]).toBeGreaterThan(Number(score));
  const [, after = 0, rank = 0, newRank = 0] = await read();
  expect(newRank).toBeLessThanOrEqual(rank);

  await preview.pane.getByRole('spinbutton', { name: new RegExp(SUPPORTED) }).fill('100');
  await expect.poll(async () => (await read())[1]).toBeGreaterThan(after);
  await preview.button('重来').click();
  await expect.poll(async () => (await read())[1]).toBe(Number(score));

  const progress = preview.pane.getByRole('spinbutton', { name: new RegExp(OVERDUE) });
  const tick = preview.pane.getByRole('checkbox', { name: new RegExp(OVERDUE) });
  await progress.fill('90');
  await expect.poll(async () => (await read())[1]).not.toBe(Number(score));
  const [, further = 0] = await read();
  await tick.press('Space');
  await expect.poll(async () => (await read())[1]).toBe(after);
  await tick.press('Space');
  await expect.poll(async () => (await read())[1]).toBe(further);
  await progress.fill('150');
  await preview.pane.getByRole('alert').getByText('应为 0 到 100 的数').waitFor();
  expect((await read())[1]).toBe(Number(score));
  await progress.fill('90');
  await expect.poll(async () => (await read())[1]).toBe(further);
  expect(await preview.pane.getByRole('alert').count()).toBe(0);
  await preview.button('重来').click();
  await expect.poll(() => progress.inputValue()).not.toBe('90');
  expect(await storedRevision()).toBe(revision);
});

test('what was supposed is what the server says once it is so', async () => {
  await preview.pane.getByRole('checkbox', { name: new RegExp(OVERDUE) }).press('Space');
  const [, supposed] = /→ (\d+\.\d\d)/.exec(await preview.pane.getByText(/\d+\.\d\d → \d+\.\d\d/).innerText()) ?? [];
  await preview.openSheet('责任清单');
  await preview.type(7, 7, '已完成');
  await preview.type(7, 9, '2022-06-30');
  await preview.tab('推送').click();
  await preview.push();
  await preview.tab('评分').click();
  await expect.poll(() => preview.pane.locator('main').innerText()).toContain(String(supposed));
});
