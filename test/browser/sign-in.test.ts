import { beforeAll, describe, expect, test } from 'vitest';
import type { MeAnswer } from '../../shared/contract/workspace.ts';
import { Microsoft, PERSON, TENANT } from './support/microsoft.ts';
import { PreviewPage } from './support/preview-page.ts';
import { ownServer, type Workspace } from './support/workspace.ts';

/** Signing in with a work account: Office's own dialog and Microsoft's library, with Microsoft's side played in the browser's network. */
let microsoft: Microsoft;
let workspace: Workspace;
let preview: PreviewPage;
const scripts: string[] = [];

beforeAll(async () => {
  microsoft = await Microsoft.start();
  workspace = await ownServer(microsoft.vars);
  preview = await PreviewPage.open(workspace, { expected: /status of 40[139]/ }); // the browser itself notes what was refused
  await microsoft.playIn(preview.page.context());
  preview.page.on('request', (request) => scripts.push(request.url()));
  await preview.page.reload();
  await preview.ready();
});

const signIn = () => preview.button('用单位账号登录');

/** Signs in on Microsoft's page in the window that opens. */
async function goThroughWindow(): Promise<void> {
  const [opened] = await Promise.all([preview.page.context().waitForEvent('page'), signIn().click()]);
  await Promise.all([opened.waitForEvent('close'), opened.getByRole('link', { name: '张三' }).click()]);
}

test('is offered beside the key; Microsoft’s library is not loaded before it is used', async () => {
  await signIn().waitFor();
  expect(scripts.filter((url) => /msal/i.test(url))).toEqual([]);
});

test('a window that is closed again leaves everything as it was', async () => {
  const [opened] = await Promise.all([preview.page.context().waitForEvent('page'), signIn().click()]);
  await opened.getByRole('link', { name: '张三' }).waitFor();
  await opened.close();
  await signIn().waitFor();
  expect(await preview.pane.getByText('登录没有完成').count()).toBe(0);
});

test('someone of the tenant who is no member is told by which id to be added', async () => {
  await goThroughWindow();
  expect(await preview.pane.getByText('还没有加入任何考核区').innerText()).toContain(`请把账号编号 ${PERSON} 发给考核评价组负责人`);
});

test('a member is in, under the own name', async () => {
  const answer = await workspace.api.put(`/v1/members/${TENANT}/${PERSON}`, { data: { kind: 'person', name: '张三', role: 'assessor' } });
  expect(answer.status()).toBe(200);
  await goThroughWindow();
  await preview.tab('评分').waitFor();
  await preview.button('更多操作').click();
  await preview.pane.getByRole('menuitem', { name: '关于' }).click();
  await preview.pane.getByText('张三').waitFor();
  await preview.page.keyboard.press('Escape');
});

test('a refused token is renewed once, without asking anyone', async () => {
  let refused = 0;
  await preview.page.context().route('**/v1/scores*', async (route) => {
    if ((refused += 1) > 1) return route.fallback();
    return route.fulfill({ status: 401, contentType: 'application/problem+json', json: { code: 'credentialExpired', params: {} } });
  });
  const before = microsoft.grants.length;
  await preview.tab('评分').click();
  await expect.poll(() => microsoft.grants.slice(before)).toEqual(['refresh_token']);
  await expect.poll(() => refused).toBeGreaterThan(1);
  await preview.pane.getByText('还没有得分').waitFor();
  expect(microsoft.grants.slice(before)).toEqual(['refresh_token']);
});

describe('who is a member of several workspaces', () => {
  const choices = () => preview.pane.getByRole('list').getByRole('button');
  const heading = (name: string) => preview.pane.getByRole('heading', { name: new RegExp(name) });

  let first: string;

  test('chooses one, by keyboard, and stays in it', async () => {
    const me = (await (await workspace.api.get('/v1/me')).json()) as MeAnswer;
    first = me.workspace.name;
    const made = await workspace.api.post('/v1/workspaces', { data: { name: '另一区' } });
    const { adminKey } = (await made.json()) as { adminKey: string };
    const added = await workspace.api.put(`/v1/members/${TENANT}/${PERSON}`, {
      data: { kind: 'person', name: '张三', role: 'viewer' },
      headers: { Authorization: `Bearer ${adminKey}` },
    });
    expect(added.status()).toBe(200);
    await preview.page.reload();
    await preview.ready();
    await preview.pane.getByRole('heading', { name: '选择考核区' }).waitFor();
    expect(await choices().allInnerTexts()).toEqual([first, '另一区']);
    await choices().nth(1).focus();
    await preview.page.keyboard.press('Enter');
    await heading('另一区').waitFor();
    await preview.page.reload();
    await preview.ready();
    await heading('另一区').waitFor();
  });

  test('changes it where one signs out', async () => {
    await preview.button('更多操作').click();
    await preview.pane.getByRole('menuitem', { name: '更换考核区' }).click();
    await choices().first().click();
    await heading(first).waitFor();
    await preview.button('更多操作').click();
    await preview.pane.getByRole('menuitem', { name: '关于' }).click();
    expect(await preview.pane.getByText(/^考核区 /).innerText()).toBe(`考核区 ${first}`);
    await preview.page.keyboard.press('Escape');
  });

  test('and stays in the one chosen last when leaving without choosing', async () => {
    await preview.button('更多操作').click();
    await preview.pane.getByRole('menuitem', { name: '更换考核区' }).click();
    await preview.button('返回').click();
    await signIn().waitFor();
    await preview.page.reload();
    await preview.ready();
    expect(await heading(first).innerText()).toContain(first);
  });
});

test('disconnecting forgets the account', async () => {
  await preview.button('更多操作').click();
  await preview.pane.getByRole('menuitem', { name: '断开连接' }).click();
  await preview.button('断开').click();
  await signIn().waitFor();
  await preview.page.reload();
  await preview.ready();
  await signIn().waitFor();
  expect(await preview.pane.getByRole('tab').count()).toBe(0);
});
