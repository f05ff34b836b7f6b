import { beforeAll, beforeEach, expect, test } from 'vitest';
import { officeWorkbook } from '../../addin/excel/office-workbook.ts';
import { Book } from '../../addin/preview/model/book.ts';
import { headlessHost } from '../../addin/preview/node/headless-host.ts';
import { saveXlsx } from '../../addin/preview/xlsx/index.ts';
import { ranking } from '../addin/excel/support/reports.ts';
import { PreviewPage } from './support/preview-page.ts';
import { ownWorkspace } from './support/workspace.ts';

/** Charts in the preview: drawn over the grid from the cells, and in nobody's way. */
let preview: PreviewPage;
let ranked: Uint8Array;
const SCORE = 3;
const FIRST = 3;

beforeAll(async () => {
  const book = new Book();
  book.addSheet('台账');
  headlessHost(book);
  await officeWorkbook().writeReport(ranking());
  ranked = await saveXlsx(book);
  preview = await PreviewPage.open(await ownWorkspace());
});
beforeEach(() => preview.openBook('排名.xlsx', ranked));

/** The values of the bars in view, as they are drawn from the cells. */
async function bars(): Promise<readonly number[]> {
  const rects = await preview.page.locator('.charts > div').first().locator('svg rect[data-value]').all();
  return Promise.all(rects.map(async (rect) => Number(await rect.getAttribute('data-value'))));
}

test('a chart lies over the grid where its cells are, and scrolls with them under the frozen rows', async () => {
  const chart = preview.page.locator('.charts svg[aria-label="各单位得分"]').first();
  await chart.waitFor();
  expect(await bars()).toHaveLength(13);
  const before = (await chart.boundingBox())!;
  const grid = (await preview.page.locator('#grid canvas').first().boundingBox())!;
  await preview.page.mouse.move(grid.x + 300, grid.y + 400);
  await preview.page.mouse.wheel(0, 100);
  await expect.poll(async () => (await chart.boundingBox())!.y).toBeLessThan(before.y - 40);
  expect((await chart.boundingBox())!.x).toBe(before.x);
});

test('a chart is drawn anew when a score is typed, and undone with it', async () => {
  await expect.poll(() => bars()).toContain(97.25);
  await preview.type(FIRST, SCORE, '12.5');
  await expect.poll(() => bars()).toContain(12.5);
  await preview.page.keyboard.press('Control+z');
  await expect.poll(() => bars()).toContain(97.25);
});

test('cells under a chart can be clicked and typed into', async () => {
  const chart = (await preview.page.locator('.charts svg').first().boundingBox())!;
  await preview.page.mouse.click(chart.x + chart.width / 2, chart.y + 30); // its foot may be out of sight
  const onTop = await preview.page.evaluate(([x, y]) => document.elementsFromPoint(x, y)[0]?.tagName, [chart.x + 40, chart.y + 40] as const);
  expect(onTop).toBe('CANVAS');
  const row = () => preview.page.evaluate(() => window.preview?.session.book.selection.row ?? 0);
  await expect.poll(row).toBeGreaterThan(FIRST + 13); // below the table of 13 units
});

test('another sheet shows no chart, and a deleted one is gone', async () => {
  const charts = preview.page.locator('.charts');
  await charts.waitFor({ state: 'attached' });
  await preview.openSheet('台账');
  await expect.poll(() => charts.count()).toBe(0);
  await preview.openSheet('综合排名');
  await expect.poll(() => charts.count()).toBe(1);
  await preview.page.evaluate(() => {
    const book = window.preview?.session.book;
    if (!book) throw new Error('no book');
    book.activeSheet.charts = [];
    book.notify({ kind: 'charts', source: 'addin', sheet: book.activeSheet });
  });
  await expect.poll(() => charts.count()).toBe(0);
});
