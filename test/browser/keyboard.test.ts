import { beforeAll, expect, test } from 'vitest';
import { saveXlsx } from '../../addin/preview/xlsx/index.ts';
import { ledgerBook } from '../addin/excel/support/ledger-book.ts';
import { PreviewPage } from './support/preview-page.ts';
import { shot } from './support/shot.ts';
import { ownWorkspace } from './support/workspace.ts';

/** Whoever works by keyboard goes on where they were after a dialog, a popover or a page is left. */
let preview: PreviewPage;
beforeAll(async () => {
  preview = await PreviewPage.open(await ownWorkspace());
  const { book } = ledgerBook();
  book.settings.set('taizhang.asOf', '2022-06-30');
  await preview.openBook('键盘.xlsx', await saveXlsx(book));
  await preview.connectAndPush('责任清单');
});

const press = (key: string) => preview.page.keyboard.press(key);
const focused = () => preview.pane.locator('body').evaluate(() => document.activeElement?.textContent ?? '');
const asOf = () => preview.button(/^截至/).first();

test('Esc in the as-of popover goes back to its button, and a date is taken when it is whole', async () => {
  await asOf().focus();
  await press('Enter');
  const field = preview.pane.getByLabel('截至日期');
  await field.focus();
  await press('Escape');
  await field.waitFor({ state: 'detached' });
  await expect.poll(focused).toBe('截至 2022-06-30');

  await press('Enter');
  await field.focus();
  await preview.page.keyboard.type('06', { delay: 60 });
  await preview.page.keyboard.type('29', { delay: 60 });
  await preview.page.keyboard.type('0202', { delay: 60 });
  await preview.pane.getByText('截至 2022-06-30').waitFor(); // nothing of it was pinned on the way
  await press('Enter');
  await preview.pane.getByText('请填 2000 年到 2099 年之间的日期。').waitFor();
  await shot(preview, 'as-of-refused');
  await field.fill('2022-06-29');
  await press('Enter');
  await field.waitFor({ state: 'detached' });
  await expect.poll(focused).toBe('截至 2022-06-29');
});

test('a dialog from the menu goes back to the menu, one from a button to that button', async () => {
  await preview.button('更多操作').click();
  await preview.pane.getByRole('menuitem', { name: '帮助' }).click();
  await preview.pane.getByRole('dialog').waitFor();
  await press('Escape');
  await preview.pane.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(() => preview.pane.locator('body').evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('更多操作');

  await preview.tab('历史').click();
  await preview.button(/新增 3/).click();
  await preview.button('撤销这次推送').focus();
  await press('Enter');
  await preview.pane.getByRole('alertdialog').waitFor();
  await press('Escape');
  await preview.pane.getByRole('alertdialog').waitFor({ state: 'detached' });
  await expect.poll(focused).toBe('撤销这次推送');
});

test('leaving a page goes back to what opened it', async () => {
  await preview.button('返回').click();
  await expect.poll(focused).toMatch(/新增 3/);
  await preview.tab('推送').click();
  await preview.button('预览').click();
  await preview.button('取消').click();
  await expect.poll(focused).toBe('预览');
  await preview.tab('评分').click();
  await preview.button(/区市场监督管理局/).click();
  await preview.button('返回').click();
  await expect.poll(focused).toMatch(/区市场监督管理局/);
  await preview.tab('更多').click();
  await preview.button(/^考核方案/).click();
  await preview.button('返回').click();
  await expect.poll(focused).toMatch(/^考核方案/);
});
