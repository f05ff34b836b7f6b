import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { inProject } from '../../scripts/lib/project.ts';
import { slip as slipSchema } from '../../shared/contract/draws.ts';
import { PreviewPage } from './support/preview-page.ts';
import { ownWorkspace } from './support/workspace.ts';

/** A random draw from end to end in the pane: freeze, two secrets, reveals, the slip verified by the script and written to a sheet. */
const GROUP = '考核评价组';
const SUPERVISORS = '纪检监察组';

let preview: PreviewPage;
let secret: string;

beforeAll(async () => {
  preview = await PreviewPage.open(await ownWorkspace(), { expected: /status of 409/ }); // the browser itself notes the refused reveal
  await preview.connectAndPush('责任单位', '责任清单');
});

const pane = () => preview.pane;
const press = (key: string) => preview.page.keyboard.press(key);

test('the list is frozen without the units to be avoided', async () => {
  await pane().getByRole('tab', { name: '更多' }).click();
  await preview.button(/^随机抽查/).click();
  await preview.button('开始抽查').click();
  await pane().getByLabel('重点部门抽几个').fill('');
  await preview.button('冻结名单').click();
  await pane().getByText('请填写整数，两类合计至少 1 个').first().waitFor();
  await pane().getByLabel('重点部门抽几个').fill('2');
  await preview.button('冻结名单').click();
  await pane().getByText('请至少填写两方').waitFor();
  await pane().getByLabel('回避单位').selectOption('区政务服务局');
  await pane().getByLabel('回避原因').last().fill('检查人员原任职单位');
  await press('Enter');
  await preview.button('不再回避区政务服务局').waitFor();
  await pane().getByLabel('参与方 1').fill(GROUP);
  await press('Tab');
  await preview.page.keyboard.type(SUPERVISORS);
  await preview.button('冻结名单').click();
  await pane()
    .getByText(/回避：区政务服务局（检查人员原任职单位），移出 \d+ 项/)
    .waitFor();
  await preview.button(/冻结的名单/).click();
  expect(await pane().getByText('区政务服务局 · ').count()).toBe(0);
  await preview.button(/冻结的名单/).click();
});

test('a party types a secret and sends only its digest, by keyboard alone; another has one made', async () => {
  const sent: string[] = [];
  preview.page.on('request', (request) => request.url().includes('/commitments') && sent.push(request.postData() ?? ''));
  await pane().getByLabel('密语').focus();
  await preview.page.keyboard.type('short');
  await press('Enter');
  await pane().getByText('至少 16 个字', { exact: true }).waitFor();
  await preview.page.keyboard.type(' of what is asked for');
  await press('Enter');
  await pane().getByText(`“${GROUP}”已提交承诺。`).waitFor();
  await press('Tab'); // from copying, which has the focus, to 我已留好
  await press('Enter');

  await preview.button('替我想一个').click();
  secret = await pane().getByLabel('密语').inputValue();
  expect(secret).toMatch(/^([2-9A-HJ-NP-Z]{5}-){3}[2-9A-HJ-NP-Z]{5}$/);
  await preview.button('提交承诺').click();
  await pane().getByText(`“${SUPERVISORS}”已提交承诺。`).waitFor();
  expect(sent).toHaveLength(2);
  expect(sent.join()).not.toMatch(new RegExp(`short|${secret}`));
  await preview.button('刷新').click();
  await preview.tab('今日').click();
  await preview.tab('更多').click();
  await preview.button(/^随机抽查/).click();
  await preview.button(/^第 .+ 号抽查/).click();
  await expect.poll(() => pane().getByText(secret).count()).toBe(1); // in sight until it is kept, also after a look elsewhere
  await preview.button('我已留好').click();
});

test('a false reveal is refused in words, and the right ones end the draw', async () => {
  await pane().getByRole('heading', { name: '揭示密语' }).waitFor();
  await pane().getByLabel('密语').fill('not what was committed to');
  await preview.button('揭示').click();
  await pane().getByText(`“${GROUP}”的密语与所提交的承诺不符`).waitFor();
  await pane().getByLabel('密语').fill('short of what is asked for');
  await preview.button('揭示').click();
  await expect.poll(() => pane().getByLabel('哪一方').inputValue()).toBe(SUPERVISORS);
  await pane().getByLabel('密语').fill(secret);
  await press('Enter');
  await pane().getByRole('heading', { name: '抽中 4 项' }).waitFor();
});

test('a winner selects its row in the sheet', async () => {
  const winner = pane().getByRole('list', { name: '抽中 4 项' }).getByRole('button').first();
  const title = await winner.locator('[title]').getAttribute('title');
  await winner.click();
  await expect
    .poll(() =>
      preview.page.evaluate(() =>
        [...(window.preview?.session.book.activeSheet.cells.get(window.preview.session.book.selection.row)?.values() ?? [])].map(({ value }) => value),
      ),
    )
    .toContain(title);
});

test('the saved slip is verified offline, and so is the one that was copied', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'slip-'));
  const path = join(folder, 'slip.json');
  const [download] = await Promise.all([preview.page.waitForEvent('download'), preview.button('保存抽查凭单').click()]);
  expect(download.suggestedFilename()).toMatch(/^draw-\d{4}-\d\d\.json$/);
  await download.saveAs(path);
  const slip = slipSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  const noted = await pane().getByText(slip.termsHash).innerText();
  const out = await new Promise<string>((resolve, reject) => {
    execFile(process.execPath, [inProject('scripts/verify-draw.ts'), path, '--noted', noted], (error, stdout) => (error ? reject(error) : resolve(stdout)));
  });
  expect(out).toContain(`OK  第 ${slip.number} 号抽查成立`);
  await rm(folder, { recursive: true });

  await preview.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await preview.button('复制凭单').click();
  await preview.button('已复制').waitFor();
  expect(JSON.parse(await preview.page.evaluate(() => navigator.clipboard.readText()))).toEqual(slip);
});

test('the slip is written to a sheet with the secrets and the winners', async () => {
  await preview.button('写入工作表').click();
  await pane()
    .getByText(/已写入“抽查凭单/)
    .waitFor();
  const texts = await preview.page.evaluate(() =>
    [...(window.preview?.session.book.activeSheet.cells.values() ?? [])].flatMap((row) =>
      [...row.values()].map(({ value }) => (typeof value === 'string' ? value : '')),
    ),
  );
  expect(texts.join('\n')).toContain(secret);
  expect(texts.filter((text) => /^[0-9A-HJKMNP-TV-Z]{26}$/.test(text)).length).toBeGreaterThan(50);
});

test('a draw that is given up says why, in the list too', async () => {
  await preview.button('返回').click();
  await preview.button('开始抽查').click();
  await pane().getByLabel('参与方 1').fill(GROUP);
  await pane().getByLabel('参与方 2').fill(SUPERVISORS);
  await preview.button('冻结名单').click();
  await preview.button('作废').click();
  const dialog = pane().getByRole('alertdialog');
  await dialog.getByRole('button', { name: '作废' }).click();
  await dialog.getByText('请写明原因').waitFor();
  await dialog.getByLabel('原因').fill('一方退出');
  await dialog.getByRole('button', { name: '作废' }).click();
  await pane().getByText('已作废：一方退出').waitFor();
  await preview.button('返回').click();
  await pane().getByText('已作废').waitFor();
  await expect.poll(() => pane().getByText('已抽出').count()).toBe(1);
});
