import { beforeAll, expect, test } from 'vitest';
import { saveXlsx } from '../../addin/preview/xlsx/index.ts';
import { FIRST_ROW, HEADERS, LINES, ledgerBook } from '../addin/excel/support/ledger-book.ts';
import { PreviewPage } from './support/preview-page.ts';
import { shot } from './support/shot.ts';
import { ownWorkspace } from './support/workspace.ts';

/** A push that could not take a row says so in the pane and beside the row; what is checked later stands before it. */
const PROGRESS = HEADERS.indexOf('完成进度');
const FLAG = HEADERS.length + 1;

let preview: PreviewPage;
beforeAll(async () => {
  preview = await PreviewPage.open(await ownWorkspace());
  const { book } = ledgerBook(LINES.map((line, at) => (at === 1 ? line.with(PROGRESS, 150) : line)));
  book.settings.set('taizhang.asOf', '2022-06-30');
  await preview.openBook('未接受.xlsx', await saveXlsx(book));
  await preview.button('连接').click();
  await preview.button(/^确认/).click();
  await preview.push();
});

test('a row that was not taken makes a warning of the result, and has a look of its own in the sheet', async () => {
  await preview.pane.getByText(/推送完成，版次 \d+；1 行未被接受/).waitFor();
  await preview.pane.getByText(/版次 \d+ · 1 行需核对/).waitFor();
  await preview.goTo(FIRST_ROW + 1, FLAG);
  await shot(preview, 'rejected');
  const fills = await Promise.all([0, 1, 2].map(async (at) => (await preview.drawn(FIRST_ROW + at, FLAG))?.fill));
  expect(fills[1]).toBe('#E1DFDD');
  expect(new Set(fills).size).toBeGreaterThan(1);
});

test('a check after a push stands before its result, which folds to one line; header and block have one count', async () => {
  expect(await preview.pane.getByText(/检查于/).count()).toBe(0);
  await preview.button('检查').click();
  await preview.pane.getByText(/检查于 \d/).waitFor();
  expect(await preview.counts('需核对')).toEqual({ 新增: 0, 有改动: 0, 未改动: 2, 需核对: 1 });
  await preview.pane.getByText(/版次 \d+ · 1 行需核对/).waitFor();
  await preview.pane.getByRole('heading', { name: '需要核对的行' }).waitFor();
  expect(await preview.pane.getByText(/推送完成/).count()).toBe(0);
  const past = preview.button(/上次推送，版次 \d+ · 未接受 1/);
  const [counts, line] = [await preview.pane.locator('dl').first().boundingBox(), await past.boundingBox()];
  expect(counts?.y ?? Infinity).toBeLessThan(line?.y ?? 0);
  await shot(preview, 'checked-after-push');
  await past.click();
  await preview.pane.getByRole('heading', { name: '各单位得分' }).waitFor();
  await preview.tab('今日').click();
  await preview.tab('推送').click();
  await past.waitFor(); // still folded
});

test('an edit after a push does the same without being asked, and the next push takes its place', async () => {
  await preview.type(FIRST_ROW + 1, PROGRESS, '60');
  await preview.push();
  await preview.pane.getByText(/推送完成，版次 \d+$/).waitFor();
  expect(await preview.pane.getByText(/上次推送/).count()).toBe(0);
  await preview.type(FIRST_ROW + 2, PROGRESS, '70');
  await preview.pane.locator('body').dispatchEvent('pointerenter');
  await preview.page.locator('#pane').hover();
  await preview.button('推送 1 行').waitFor();
  await preview.button(/上次推送，版次 \d+$/).waitFor();
});
