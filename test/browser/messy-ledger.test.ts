import { beforeAll, expect, test } from 'vitest';
import { cellAt, putCell } from '../../addin/preview/model/book.ts';
import type { Book } from '../../addin/preview/model/book.ts';
import { openXlsx, saveXlsx } from '../../addin/preview/xlsx/index.ts';
import { resultHeaders } from '../../shared/ledger/result-columns.ts';
import { messyBooks } from '../addin/messy/corpus/index.ts';
import { draw } from '../addin/messy/support/drawing.ts';
import { area } from '../addin/messy/support/messy-book.ts';
import { pictureOf } from '../addin/messy/support/picture.ts';
import type { Results } from '../addin/messy/support/picture.ts';
import { PreviewPage } from './support/preview-page.ts';
import { ownWorkspace } from './support/workspace.ts';

/** A clerk's day with the messiest ledger: connect, put one column right, check, mend, push, sort, push again. */
const FILE = '第二次调度.xlsx';
const HEADER = 3;
/** Zero-based: the rows under 二、法治环境, which a clerk can sort; those above are merged. */
const FIRST = 10;
const LAST = 13;
const ENTRIES = [5, 6, FIRST, 11, 12, LAST];
const [NO, TITLE, DUE, PROGRESS] = [0, 3, 4, 5];
/** Points; set for every row, so that the test knows where a row is drawn. */
const HEIGHT = 24;
const ROW_PIXELS = 32;
const HEADINGS = { width: 46, height: 20 };

/** The corpus' messiest workbook, with more rows to sort and its deadlines under a name nobody knows. */
function messiest(): Book {
  const book = messyBooks.find(({ name }) => name === 'everything at once')?.build();
  if (book === undefined) throw new Error('not in the corpus');
  const sheet = book.activeSheet;
  putCell(sheet, 2, DUE, { ...cellAt(sheet, 2, DUE), value: '甲栏（2022年）' });
  sheet.merges.splice(-1, 1, area('A15:H15'));
  draw(
    sheet,
    `
      | #5 | 区公安分局 | 钱七 | 一窗办理户籍业务 | 9月底前 | %0.5 | | #1 |
      | #6 | 区检察院 | 周九 | 公开听证涉企案件 | 每季度 | %0.25 | | #6 |
      | 合计 | | | | | | | =H8+SUM(H11:H14) → #21 |
    N | 注：完成进度按百分比填写。 | | | | | | | |
    N | 填表人：李四 | | 审核人：王五 | | | | | |
    `,
    { row: 12, column: 0 },
  );
  sheet.filter = { area: area('A4:H15'), isActive: false };
  for (let row = 0; row <= 16; row += 1) sheet.rows.set(row, { ...sheet.rows.get(row), height: HEIGHT });
  book.settings.set('taizhang.asOf', '2022-06-30');
  return book;
}

let preview: PreviewPage;
let asOpened: Picture;

interface Picture {
  readonly sheets: readonly [{ readonly cells: readonly (readonly [row: number, column: number, cell: unknown])[] }];
}

beforeAll(async () => {
  preview = await PreviewPage.open(await ownWorkspace());
  await preview.openBook(FILE, await saveXlsx(messiest()));
  asOpened = (await saved()).picture;
});

const button = (name: string | RegExp) => preview.button(name);
const counts = () => preview.counts('未变');
const sheetLine = (book: Book, row: number) => [...(book.activeSheet.cells.get(row) ?? [])];

/** Where the results stand, once there are any. */
function resultsIn(book: Book): (Results & { readonly id: number }) | undefined {
  const { flag: _flag, ...headers } = resultHeaders['zh-CN'];
  const ours = sheetLine(book, HEADER).filter(([column, { value }]) => column > 7 && value !== null);
  const id = ours.find(([, { value }]) => value === headers.id)?.[0];
  return id === undefined ? undefined : { sheet: book.activeSheet.name, headerRow: HEADER, columns: new Set(ours.map(([column]) => column)), id };
}

/** The workbook as the person's file has it: the clerk's part of it, and the id of each measure. */
async function saved(): Promise<{ readonly picture: Picture; readonly ids: ReadonlyMap<unknown, unknown> }> {
  const book = await openXlsx(await preview.save());
  const results = resultsIn(book);
  const sheet = book.activeSheet;
  const ids = new Map(ENTRIES.map((row) => [cellAt(sheet, row, TITLE).value, results && cellAt(sheet, row, results.id).value]));
  return { picture: pictureOf(book, results) as Picture, ids };
}

const selection = () => preview.page.evaluate(() => window.preview?.session.book.selection);

test('the ledger is found under titles and a header of two rows; one column has a name nobody knows', async () => {
  await button('连接').click();
  await preview.pane.getByText('在“责任清单”第 4 行找到表头，看来是责任清单').waitFor();
  const text = await preview.pane.locator('body').innerText();
  expect(text).toContain('表头下面有 6 行');
  expect(text).toContain('跳过 7 行，不推送：分节标题 2、小计合计 2、表下说明 2、空行 1');
  expect(text).toContain('1 列没有对应的字段，原样保留，不读取：甲栏（2022年）');
});

test('the clerk says with the keyboard what the column is', async () => {
  const choice = preview.pane.getByLabel('甲栏（2022年）');
  await preview.choose(choice, 'due');
  expect(await preview.pane.locator('body').innerText()).not.toContain('没有对应的字段');
  await button('确认，使用这张表').click();
});

test('the check names the cells at fault, a click selects each, and they are mended', async () => {
  await button('检查').click();
  const deadline = preview.pane.getByRole('button', { name: /^E12 .*#REF!/ });
  const progress = preview.pane.getByRole('button', { name: /^F12 .*#DIV\/0!/ });
  await deadline.click();
  await expect.poll(selection).toMatchObject({ row: 11, column: DUE });
  await progress.click();
  await expect.poll(selection).toMatchObject({ row: 11, column: PROGRESS });
  await preview.type(11, DUE, '10月底前');
  await preview.type(11, PROGRESS, '40');
  await button('检查').click();
  await deadline.waitFor({ state: 'detached' });
  await progress.waitFor({ state: 'detached' });
});

test('pushed, every row is new, and the clerk’s part of the sheet is as it was', async () => {
  await button(/^推送 6 行/).click();
  await expect.poll(counts, { timeout: 30_000 }).toEqual({ 新增: 6, 更新: 0, 未变: 0, 冲突: 0, 未接受: 0 });
  const mended = new Set([`11 ${DUE}`, `11 ${PROGRESS}`]);
  const others = ({ sheets: [sheet, ...rest] }: Picture) => [{ ...sheet, cells: sheet.cells.filter(([row, column]) => !mended.has(`${row} ${column}`)) }, rest];
  const { picture, ids } = await saved();
  expect(others(picture)).toEqual(others(asOpened));
  expect(new Set(ids.values()).size).toBe(6);
});

test('sorted by 序号 from the menu and pushed again, every row is unchanged and the cells are as they were but for the order', async () => {
  const before = await saved();
  await preview.select(`A${FIRST + 1}:N${LAST + 1}`);
  await rightClickOn(LAST);
  await preview.page.getByText('排序', { exact: true }).hover();
  await preview.page.getByText('当前区域降序', { exact: true }).click();
  await expect.poll(async () => (await preview.cell(FIRST, NO)).value).toBe(6);

  await button(/^推送/).click();
  await expect.poll(counts, { timeout: 30_000 }).toEqual({ 新增: 0, 更新: 0, 未变: 6, 冲突: 0, 未接受: 0 });

  const after = await saved();
  expect(after.ids).toEqual(before.ids);
  const moved = (row: number) => (row >= FIRST && row <= LAST ? FIRST + LAST - row : row);
  const [sheet] = before.picture.sheets;
  const cells = sheet.cells.map(([row, column, cell]) => [moved(row), column, cell] as const);
  const sorted = cells.toSorted((one, other) => one[0] - other[0] || one[1] - other[1]);
  expect(after.picture).toEqual({ ...before.picture, sheets: [{ ...sheet, cells: sorted }] });
});

/** Clicks the first cell of a row with the right button. Row 7 is hidden. */
async function rightClickOn(row: number): Promise<void> {
  const grid = await preview.page.locator('#grid canvas').first().boundingBox();
  if (grid === null) throw new Error('the grid is not drawn');
  const above = row - 1;
  await preview.page.mouse.click(grid.x + HEADINGS.width + 10, grid.y + HEADINGS.height + (above + 0.5) * ROW_PIXELS, { button: 'right' });
}
