import { beforeAll, expect, test } from 'vitest';
import { cellAt } from '../../addin/preview/model/book.ts';
import { openXlsx } from '../../addin/preview/xlsx/index.ts';
import type { BulletinAnswer } from '../../shared/contract/reports.ts';
import { PreviewPage } from './support/preview-page.ts';
import { ownWorkspace, type Workspace } from './support/workspace.ts';

/** What the rows add up to: the sample pushed with all its registers, then bulletin, roll-up, ranking and an order, in a workspace of its own. */
const SHEETS = ['责任单位', '责任清单', '月度落实情况', '督查考核', '问题清单', '随机抽查', '群众满意度', '加减分'];
const RED_UNIT = '区住房和城乡建设局';

let workspace: Workspace;
let preview: PreviewPage;

beforeAll(async () => {
  workspace = await ownWorkspace();
  preview = await PreviewPage.open(workspace);
  await preview.connectAndPush(...SHEETS);
});

/** Opens a page under More. */
async function openPage(title: string): Promise<void> {
  await preview.tab('评分').click();
  await preview.tab('更多').click();
  await preview.button(new RegExp(`^${title}`)).click();
  await preview.pane.getByRole('heading', { name: title }).waitFor();
}

/** Presses a button that writes a report, and waits for its sheet. */
async function write(button: string | RegExp, sheet: string): Promise<void> {
  await preview.button(button).click();
  await preview.page.waitForFunction((wanted) => window.preview?.session.book.activeSheet.name === wanted, sheet);
}

/** The charts of the active sheet as the workbook has them. */
const charts = () => preview.page.evaluate(() => window.preview?.session.book.activeSheet.charts.map(({ type, title }) => ({ type, title })));

test('the bulletin states the figures of the sample, in the pane and from the API in both languages', async () => {
  await openPage('通报');
  const figures = [
    /^报送责任清单的单位\s*13$/,
    /^责任清单措施\s*73$/,
    /^督查考核\s*9$/,
    /实地督查\s*4$/,
    /书面督办\s*3$/,
    /^走访单位\s*43$/,
    /^发现问题\s*29$/,
    /^涉及方面\s*5$/,
  ];
  for (const figure of figures) await preview.button(figure).waitFor();
  await preview.pane.getByText('13个单位报送责任清单，共73项措施。').waitFor();

  const answer = await workspace.api.get('/v1/bulletin?asOf=2022-06-30');
  const { text } = (await answer.json()) as BulletinAnswer;
  expect(text['zh-CN']).toContain('督查考核9次，其中实地督查4次、书面督办3次');
  expect(text.en).toContain('9 inspections were carried out, of which 4 field, 3 written');
  expect(text.en).toContain('29 were found in 5 aspects');
});

test('a figure opens by keyboard to its rows, and a row is found on its own sheet', async () => {
  const written = preview.button(/书面督办件\s*4$/);
  await written.focus();
  await preview.page.keyboard.press('Enter');
  expect(await written.getAttribute('aria-expanded')).toBe('true');
  await preview.button(/督办2022-3/).click();
  await preview.page.waitForFunction(() => window.preview?.session.book.activeSheet.name === '督查考核');
  const row = await preview.page.evaluate(() => window.preview?.session.book.selection.row ?? -1);
  const line = await Promise.all([0, 1, 2, 3, 4].map((column) => preview.cell(row, column)));
  expect(line.map(({ value }) => value)).toContain('督办2022-3');
});

test('the text is copied', async () => {
  await preview.button('复制').click();
  await preview.button('已复制').waitFor();
  expect(await preview.pane.getByRole('button', { name: '复制', exact: true }).count()).toBe(0);
});

test('the bulletin goes to a sheet', async () => {
  await write('写入工作表', '通报');
  expect(await preview.cell(0, 0)).toMatchObject({ value: '考核评价情况通报' });
});

test('the roll-up of another month is a step away, opens to a unit’s rows, and goes to a sheet', async () => {
  await openPage('月度汇总');
  await preview.pane.getByText('2022年6月').waitFor();
  await preview.button('上个月').click();
  await preview.pane.getByText(/截至 2022-05-31/).waitFor();
  await preview.button(new RegExp(`^.*${RED_UNIT}`)).click();
  await preview.button(/^措施总数\s*\d+$/).waitFor();
  await write('写入工作表', '2022年5月汇总');
  expect((await preview.cell(0, 0)).value).toBe('2022年5月责任清单落实情况汇总表');
});

test('the ranking goes to a sheet with a native chart', async () => {
  await preview.tab('评分').click();
  await write('写入排名表', '排名表');
  expect(await charts()).toEqual([{ type: 'bar', title: '各单位得分' }]);
});

test('an order for a red unit is a sheet to print, and is there in the saved workbook', async () => {
  await openPage('督办单');
  expect(await preview.button('生成督办单').getAttribute('aria-disabled')).toBe('true');
  await preview.pane.getByRole('checkbox', { name: new RegExp(RED_UNIT) }).check();
  await write('生成 1 份督办单', `督办单 ${RED_UNIT}`);
  await preview.pane.getByText('已生成 1 张工作表').waitFor();

  const saved = await openXlsx(await preview.save());
  const order = saved.sheetNamed(`督办单 ${RED_UNIT}`);
  if (!order) throw new Error('the order is not in the file');
  expect([cellAt(order, 0, 0).value, cellAt(order, 1, 0).value]).toEqual(['督办单', expect.stringMatching(/^编号：督办〔2022〕0630-\d\d号$/)]);
  expect(order.page).toMatchObject({ orientation: 'portrait', fit: { wide: 1 } });
  expect(saved.sheetNamed('排名表')?.charts).toHaveLength(1);
});
