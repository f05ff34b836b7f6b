import type { Locator } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { MembersAnswer } from '../../shared/contract/members.ts';
import { Microsoft, PERSON } from './support/microsoft.ts';
import { PreviewPage } from './support/preview-page.ts';
import { ownServer, type Workspace } from './support/workspace.ts';

/** An admin lets a person and a group in, changes what the person is, and takes it out again, with mouse and keyboard. */
const GROUP = '8d3b1f6a-0c2e-4a57-9b64-5f1e2d3c4b5a';

let microsoft: Microsoft;
let workspace: Workspace;
let preview: PreviewPage;

beforeAll(async () => {
  microsoft = await Microsoft.start();
  workspace = await ownServer(microsoft.vars);
  preview = await PreviewPage.open(workspace);
  await preview.button('连接').click();
  await preview.tab('更多').click();
  await preview.button(/^成员/).click();
});

const field = (name: string, { pane } = preview): Locator => pane.getByLabel(name, { exact: true });
const row = (name: string): Locator => preview.pane.getByRole('listitem').filter({ hasText: name });
const press = (key: string) => preview.page.keyboard.press(key);
const facts = async (name: string): Promise<readonly string[]> => (await row(name).innerText()).split('\n').filter(Boolean);

/** What `/v1/me` answers to the person's own token: the status, and what the person is. */
async function person(): Promise<readonly unknown[]> {
  const answer = await workspace.api.get('/v1/me', { headers: { Authorization: `Bearer ${await microsoft.accessToken()}` } });
  const { code, role, unit } = (await answer.json()) as Record<string, unknown>;
  return answer.ok() ? [answer.status(), role, unit] : [answer.status(), code];
}

/** The members the server has, oldest first. */
async function stored(): Promise<MembersAnswer['members']> {
  return ((await (await workspace.api.get('/v1/members')).json()) as MembersAnswer).members;
}

test('while there is nobody it says so, and what is missing in the form is said at its fields', async () => {
  await preview.pane.getByText('还没有人可以用单位账号登录').waitFor();
  await preview.button('添加成员').press('Enter');
  await preview.button('保存').press('Enter');
  await preview.pane.getByText('请填写名称').waitFor();
  await preview.pane.getByText('请选择或填写单位').waitFor();
  await preview.pane.getByText(/^应形如 /).waitFor();
  await field('对象 ID').fill('zhangsan@district.example');
  await preview.button('保存').press('Enter');
  await preview.pane.getByText(/^应形如 /).waitFor();
  expect(await stored()).toEqual([]);
});

test('a person is added by keyboard, and is in from then on', async () => {
  expect(await person()).toEqual([403, 'notMember']);
  await field('对象 ID').focus();
  await press('ControlOrMeta+A');
  await preview.page.keyboard.type(PERSON.toUpperCase());
  await press('Tab');
  await preview.page.keyboard.type('张三');
  await press('Tab');
  await preview.choose(field('角色'), 'assessor');
  await press('Tab');
  await press('Enter');
  await row('张三').waitFor();
  expect(await facts('张三')).toEqual(['张三', '考核评价组成员', '还没有登录过', PERSON]);
  expect(await person()).toEqual([200, 'assessor', null]);
});

test('a group is added with the mouse', async () => {
  await preview.button('添加成员').click();
  await field('添加什么').selectOption('group');
  await preview.pane.getByText('在 Entra 管理中心的组页查到').waitFor();
  await field('对象 ID').fill(GROUP);
  await field('名称').fill('区发改委全体');
  await field('单位').fill('区发改委');
  await preview.button('保存').click();
  await row('区发改委全体').waitFor();
  expect(await facts('区发改委全体')).toEqual(['区发改委全体（组）', '责任单位 · 区发改委', GROUP]);
  expect((await stored()).map(({ object, kind }) => [object, kind])).toEqual([
    [PERSON, 'person'],
    [GROUP, 'group'],
  ]);
});

test('a member’s role is changed; who it is stays as it was', async () => {
  await row('张三').getByRole('button').first().press('Enter');
  await preview.pane.getByRole('heading', { name: '修改成员' }).waitFor();
  await preview.pane.getByText(PERSON).waitFor();
  expect(await field('对象 ID').count()).toBe(0);
  expect([await field('名称').inputValue(), await field('角色').inputValue()]).toEqual(['张三', 'assessor']);
  await field('角色').selectOption('clerk');
  await preview.button('保存').click();
  await preview.pane.getByText('请选择或填写单位').waitFor();
  await field('单位').fill('区司法局');
  await press('Tab');
  await press('Enter');
  await expect.poll(() => facts('张三')).toEqual(['张三', '责任单位 · 区司法局', expect.stringMatching(/^最近使用 \d{4}-\d\d-\d\d \d\d:\d\d$/), PERSON]);
  expect(await person()).toEqual([200, 'clerk', '区司法局']);
  expect(await stored()).toHaveLength(2);
});

test('the page is there in English, and nothing of it is wider than a narrow pane', async () => {
  const english = await PreviewPage.open(workspace, { query: '?lang=en' });
  await english.button('Connect').click();
  await english.tab('More').click();
  await english.button(/^Members/).click();
  const list = english.pane.getByRole('list', { name: 'Members' });
  await list.getByText('区发改委全体 (group)').waitFor();
  expect(await english.pane.locator('body').innerText()).not.toMatch(/成员|责任单位|最近使用/);
  await english.page.evaluate(() => document.documentElement.style.setProperty('--pane', '320px'));
  const isWithin = () => english.pane.locator('html').evaluate((page) => page.clientWidth <= 320 && page.scrollWidth <= page.clientWidth);
  expect(await isWithin()).toBe(true);
  await list.getByRole('button', { name: /张三/ }).first().click();
  await english.pane.getByRole('heading', { name: 'Change a member' }).waitFor();
  expect(await field('Unit', english).inputValue()).toBe('区司法局');
  expect(await isWithin()).toBe(true);
  await english.close();
});

test('a member is taken out after a question; cancelled, nothing happens', async () => {
  await row('张三').getByRole('button', { name: '移出 张三' }).press('Enter');
  const dialog = preview.pane.getByRole('alertdialog');
  await dialog.getByText('移出“张三”？').waitFor();
  await press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await person()).toEqual([200, 'clerk', '区司法局']);
  await row('张三').getByRole('button', { name: '移出 张三' }).click();
  await dialog.getByRole('button', { name: '移出' }).click();
  await row('区发改委全体').waitFor(); // the list is hidden from roles while the question is there
  await expect.poll(() => row('张三').count()).toBe(0);
  expect(await person()).toEqual([403, 'notMember']);
});
