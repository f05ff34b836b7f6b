import { beforeAll, expect, test } from 'vitest';
import { PreviewPage } from './support/preview-page.ts';
import { ownWorkspace, type Workspace } from './support/workspace.ts';

/** An admin makes a clerk's key and revokes it, with mouse and keyboard, in a workspace of its own. */
let workspace: Workspace;
let preview: PreviewPage;

beforeAll(async () => {
  workspace = await ownWorkspace();
  preview = await PreviewPage.open(workspace);
  await preview.button('连接').click();
});

/** What `/v1/me` answers to a key, asked past the pane: the status, and whom it speaks for. */
async function meOf(key: string): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await workspace.api.get('/v1/me', { headers: { Authorization: `Bearer ${key}` } });
  return { status: answer.status(), body: (await answer.json()) as Record<string, unknown> };
}

test('a clerk’s key is made with the keyboard, shown once, opens its unit, and is revoked with the mouse', async () => {
  const { pane, page } = preview;
  await pane.getByRole('tab', { name: '更多' }).click();
  await preview.button(/^密钥/).click();
  await pane.getByText('正在使用').waitFor();
  expect(await pane.getByRole('listitem').count()).toBe(1);

  await preview.button('新建密钥').press('Enter');
  await preview.button('新建').press('Enter');
  await pane.getByText('请填写名称').waitFor();
  await pane.getByText('请选择或填写单位').waitFor();
  await pane.getByLabel('名称').focus();
  await page.keyboard.type('发改委 张三');
  await page.keyboard.press('Tab');
  expect(await pane.getByLabel('角色').inputValue()).toBe('clerk');
  await page.keyboard.press('Tab');
  await page.keyboard.type('区发改委');
  await page.keyboard.press('Tab');
  await preview.choose(pane.getByLabel('有效期'), 'quarter');
  await preview.button('新建').press('Enter');

  const key = await pane.getByLabel('密钥', { exact: true }).inputValue();
  expect(key).toMatch(/^tz_[0-9A-Z]{26}_[0-9a-f]{64}$/);
  await pane.getByText(/只显示这一次/).waitFor();
  await pane.getByRole('tab', { name: '今日' }).click(); // a look elsewhere does not lose it
  await pane.getByRole('tab', { name: '更多' }).click();
  await preview.button(/^密钥/).click();
  expect(await pane.getByLabel('密钥', { exact: true }).inputValue()).toBe(key);
  expect(await meOf(key)).toMatchObject({ status: 200, body: { role: 'clerk', unit: '区发改委', credential: { name: '发改委 张三' } } });

  await preview.button('已经保存好').click();
  const row = pane.getByRole('listitem').filter({ hasText: '发改委 张三' });
  await row.getByText(/最近使用/).waitFor();
  expect(await row.innerText()).toMatch(/责任单位 · 区发改委\s+有效期至 \d{4}-\d\d-\d\d/);
  expect(await pane.locator('body').innerText()).not.toContain(key.slice(-64));

  await row.getByRole('button', { name: '停用 发改委 张三' }).click();
  await pane.getByRole('button', { name: '取消' }).click();
  expect((await meOf(key)).status).toBe(200);
  await row.getByRole('button').click();
  await pane.getByRole('button', { name: '停用', exact: true }).click();
  await pane.getByText('正在使用').waitFor(); // the list is hidden from roles while the question is there
  await expect.poll(() => pane.getByRole('listitem').count()).toBe(1);
  expect(await meOf(key)).toMatchObject({ status: 401, body: { code: 'credentialUnknown' } });
});
