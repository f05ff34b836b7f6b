import { beforeAll, expect, test } from 'vitest';
import { cellAt } from '../../addin/preview/model/book.ts';
import type { Sheet } from '../../addin/preview/model/book.ts';
import { openXlsx } from '../../addin/preview/xlsx/index.ts';
import { PreviewPage } from './support/preview-page.ts';
import { firstWorkspace } from './support/workspace.ts';

/** The main job, as a clerk does it in the preview: connect, push the units, push the list, see flags and scores, mend one, push again, save. */
const UNITS = '责任单位';
const LIST = '责任清单';
const HEADER = 1;
/** 区发改委's measure due on 15 June at 40 %, the as-of day being 30 June. */
const OVERDUE_ROW = 7;
const UNIT = '区发改委';
const STATUS = 7;
const DONE_ON = 9;
const RED = '#FDE7E9';
const GREEN = '#DFF6DD';
const RED_MARK = '#A4262C';
const GREEN_MARK = '#0B6A0B';
/** Of the sample's own cells. */
const OWN_BORDER = '#BFBFBF';

let preview: PreviewPage;

beforeAll(async () => {
  preview = await PreviewPage.open(await firstWorkspace());
});

const button = (name: string | RegExp) => preview.pane.getByRole('button', { name });

/** Column (zero-based) of a header on the active sheet. */
async function columnOf(header: string): Promise<number> {
  const found = await preview.page.evaluate(
    ([row, wanted]) => [...(window.preview?.session.book.activeSheet.cells.get(row) ?? [])].find(([, cell]) => cell.value === wanted)?.[0],
    [HEADER, header] as const,
  );
  if (found === undefined) throw new Error(`no column ${header}`);
  return found;
}

/** The score the pane shows for a unit after a push. */
async function shownScore(unit: string): Promise<number> {
  const text = await preview.pane.locator('body').innerText();
  const score = new RegExp(`${unit}\\s+(\\d+\\.\\d\\d)`).exec(text)?.[1];
  if (score === undefined) throw new Error(`the pane shows no score of ${unit}: ${text}`);
  return Number(score);
}

/** The revision the pane says the sheet has seen; other tests push to the same workspace. */
async function shownRevision(): Promise<number> {
  return Number(/版次 (\d+)/.exec(await preview.pane.locator('body').innerText())?.[1]);
}

async function push(expected: RegExp): Promise<void> {
  await button(/^推送/).click();
  await preview.pane.getByText(expected).waitFor({ timeout: 60_000 });
}

test('the key is filled in, and connecting is one click', async () => {
  await button('连接').click();
  await expect.poll(() => preview.pane.locator('body').innerText()).toContain('第 2 步');
});

test('before anything was pushed the scores say so, and lead to the push', async () => {
  await preview.tab('评分').click();
  await preview.pane.getByText('还没有得分').waitFor();
  await button('去推送').click();
  await expect.poll(() => preview.tab('推送').getAttribute('aria-selected')).toBe('true');
});

test('the units are recognised, confirmed and pushed', async () => {
  await preview.openSheet(UNITS);
  await button(/^确认/).click();
  await push(/推送完成/);
  expect((await preview.cell(HEADER, await columnOf('预警'))).value).toBe('预警');
});

test('the list under its title row is recognised and pushed: every row has a flag, coloured by its card', async () => {
  await preview.openSheet(LIST);
  await button(/^确认/).click();
  await push(/推送完成/);
  const flag = await columnOf('预警');
  await expect.poll(() => preview.drawn(OVERDUE_ROW, flag)).toEqual({ text: '已逾期', fill: RED });
  expect((await preview.cell(OVERDUE_ROW, await columnOf('剩余天数'))).value).toBe(-15);
  for (let row = HEADER + 1; row <= HEADER + 73; row += 1) expect((await preview.cell(row, flag)).value).not.toBe(null);
});

test('each row is marked at its start in the colour of its card, beside the borders its cells have', async () => {
  const own = { top: OWN_BORDER, right: OWN_BORDER, bottom: OWN_BORDER };
  expect(await preview.drawnBorders(OVERDUE_ROW, 0)).toEqual({ ...own, left: RED_MARK });
  expect(await preview.drawnBorders(HEADER + 1, 0)).toEqual({ ...own, left: GREEN_MARK });
  expect((await preview.cell(OVERDUE_ROW, 0)).style.borders?.left?.color).toBe(OWN_BORDER);
});

test('Office.js in the pane reads the same cells and colours', async () => {
  const flag = await columnOf('预警');
  const frame = preview.page.frame({ url: /taskpane/ });
  const read = await frame?.evaluate(
    ([row, column]) =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        const cell = sheet.getRangeByIndexes(row, column, 1, 1).load('values');
        const formats = cell.conditionalFormats.load('items/type');
        await context.sync();
        const fills = formats.items.map((format) => format.custom.format.fill.load('color'));
        await context.sync();
        return { value: cell.values[0]?.[0] as string, fills: fills.map((fill) => fill.color) };
      }),
    [OVERDUE_ROW, flag] as const,
  );
  expect(read?.value).toBe('已逾期');
  expect(read?.fills).toContain(RED);
});

test('a measure marked done with a date and pushed again loses its flag, and its unit gains', async () => {
  const before = await shownScore(UNIT);
  await preview.type(OVERDUE_ROW, STATUS, '已完成');
  await preview.type(OVERDUE_ROW, DONE_ON, '2022-06-14');
  await push(new RegExp(`推送完成，版次 ${(await shownRevision()) + 1}$`));
  await expect.poll(async () => preview.drawn(OVERDUE_ROW, await columnOf('预警'))).toEqual({ text: '已完成', fill: GREEN });
  expect((await preview.drawnBorders(OVERDUE_ROW, 0)).left).toBe(GREEN_MARK);
  await expect.poll(() => shownScore(UNIT)).toBeGreaterThan(before);
});

test('the saved workbook holds values, look, the title and the hidden ids', async () => {
  const flag = await columnOf('预警');
  const id = await columnOf('编号');
  const opened = await openXlsx(await preview.save());
  const list = opened.sheetNamed(LIST) as Sheet;
  expect(cellAt(list, OVERDUE_ROW, flag).value).toBe('已完成');
  expect(cellAt(list, OVERDUE_ROW, STATUS).value).toBe('已完成');
  expect(cellAt(list, OVERDUE_ROW, DONE_ON).value).toBe(44_726);
  expect(list.conditionalFormats.map(({ format }) => format.fill)).toEqual(expect.arrayContaining([RED, GREEN]));
  expect(list.conditionalFormats.map(({ format }) => format.borders?.left?.color)).toEqual(expect.arrayContaining([RED_MARK, GREEN_MARK]));
  expect(list.merges[0]).toMatchObject({ row: 0, column: 0, rows: 1 });
  expect(list.columns.get(id)?.hidden).toBe(true);
  expect(cellAt(list, OVERDUE_ROW, id).value).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
  expect(JSON.stringify([...opened.settings])).not.toContain(
    await preview.page.evaluate(async () => ((await (await fetch('/preview/config.json')).json()) as { key: string }).key),
  );
});
