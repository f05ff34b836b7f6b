import { beforeAll, expect, test } from 'vitest';
import type { EntriesAnswer } from '../../shared/contract/entries.ts';
import { readRow } from '../../shared/ledger/rows.ts';
import { registerById } from '../../shared/registers/index.ts';
import { officeWorkbook } from '../../addin/excel/office-workbook.ts';
import { headlessHost } from '../../addin/preview/node/headless-host.ts';
import { openXlsx, saveXlsx } from '../../addin/preview/xlsx/index.ts';
import { ledgerBook } from '../addin/excel/support/ledger-book.ts';
import type { Line } from '../addin/excel/support/ledger-book.ts';
import { PreviewPage } from './support/preview-page.ts';
import { ownWorkspace, type Workspace } from './support/workspace.ts';

/** Two clerks with copies of one workbook change the same rows; what stands against each other is settled with the mouse. */
const [FIRST_ROW, LEADER, PROGRESS] = [3, 4, 6];
const UNIT = '区司法局';
const LINES = ['公开办事指南', '推进证明事项告知承诺', '开展行政执法培训', '清理规范性文件'].map((title, at): Line => [
  at + 1,
  UNIT,
  `冲突测试：${title}`,
  '年底前',
  '张三',
  '进行中',
  50,
  null,
]);

let workspace: Workspace;
let mine: PreviewPage;
let theirs: PreviewPage;
beforeAll(async () => {
  workspace = await ownWorkspace();
  [mine, theirs] = await Promise.all([PreviewPage.open(workspace), PreviewPage.open(workspace)]);
});

/** Sees what a push would change before it is done, and has the pane show that before every push from then on. */
async function pushAfterPreview(preview: PreviewPage): Promise<void> {
  const before = await stored();
  await preview.button('预览').click();
  await preview.pane.getByRole('heading', { name: '推送预览' }).waitFor();
  const rows = preview.pane.getByRole('list', { name: '要写入的行' });
  await expect.poll(() => rows.getByRole('definition').allInnerTexts()).toEqual(['张三 → 李四', '50% → 80%']);
  expect(await preview.counts('未变')).toMatchObject({ 更新: 2, 新增: 0, 未变: LINES.length - 2 });
  await preview.pane.getByRole('checkbox', { name: '推送前总是预览' }).check();
  await preview.button('取消').click();
  expect(await stored()).toEqual(before);

  await preview.button('推送 2 行').click(); // goes through the preview now
  await preview.pane.getByRole('heading', { name: '推送预览' }).waitFor();
  await preview.button('推送 2 行').click();
  await preview.pane.getByText(/推送完成/).waitFor();
}

/** What the server has of the test's unit, by id. */
async function stored(): Promise<ReadonlyMap<string, unknown>> {
  const answer = await workspace.api.get('/v1/registers/measures/entries', { params: { limit: 5000, unit: UNIT } });
  const { columns, rows } = (await answer.json()) as EntriesAnswer;
  return new Map(
    rows.map((cells) => {
      const { id, ...content } = Object.fromEntries(columns.flatMap((column, at) => (cells[at] === null ? [] : [[column, cells[at]]])));
      return [String(id), content];
    }),
  );
}

/** What a saved workbook has, read as a push would. */
async function saved(bytes: Uint8Array): Promise<ReadonlyMap<string, unknown>> {
  headlessHost(await openXlsx(bytes));
  const workbook = officeWorkbook();
  const [binding] = await workbook.bindings();
  const register = registerById('measures');
  if (binding === undefined || register === undefined) throw new Error('the saved workbook has no binding');
  const { fields, rows } = await workbook.readLedger(binding);
  return new Map(rows.map(({ id, cells }) => [String(id), readRow(register, fields, cells, { isNew: false }).content]));
}

test('a change and a conflict are shown side by side and settled with two clicks; the saved workbook equals the server', async () => {
  const { book } = ledgerBook(LINES);
  book.settings.set('taizhang.asOf', '2022-06-30');
  await mine.openBook('我的.xlsx', await saveXlsx(book));
  await mine.button('连接').click();
  await mine.button('确认，使用这张表').click();
  await mine.push();
  await theirs.openBook('对方.xlsx', await mine.save());
  await theirs.button('连接').click();
  await theirs.pane.getByRole('tab', { name: '推送' }).click();

  await theirs.type(FIRST_ROW, LEADER, '李四');
  await theirs.type(FIRST_ROW + 1, PROGRESS, '80');
  await pushAfterPreview(theirs);
  await mine.type(FIRST_ROW + 1, PROGRESS, '60');
  await mine.push();

  await mine.pane.getByRole('heading', { name: '2 条待决定' }).waitFor();
  await mine.pane.getByText(/版次 \d+ · 2 条待决定/).waitFor();
  const compared = mine.pane.getByRole('row', { name: /完成进度/ });
  expect((await compared.innerText()).split(/\s+/)).toEqual(['完成进度', '60', '80']);
  expect(await mine.cell(FIRST_ROW, LEADER)).toMatchObject({ value: '张三' });

  await mine.button('保留我的').click();
  await mine.pane.getByRole('heading', { name: '1 条待决定' }).waitFor();
  await mine.button(/冲突测试：公开办事指南/).click();
  await mine.button('采用对方').click();
  await mine.pane.getByRole('heading', { name: '没有待决定的行' }).waitFor();
  expect(await mine.cell(FIRST_ROW, LEADER)).toMatchObject({ value: '李四' });
  await mine.pane.getByText(/已同步/).waitFor();

  const server = await stored();
  expect([...server.values()]).toHaveLength(LINES.length);
  expect(await saved(await mine.save())).toEqual(server);
});

test('rows that are gone from the sheet are restored or deleted, as the clerk says', async () => {
  for (const row of [FIRST_ROW + 2, FIRST_ROW + 3]) {
    await mine.select(`A${row + 1}:H${row + 1}`);
    await mine.page.keyboard.press('Delete');
    await expect.poll(async () => (await mine.cell(row, LEADER))?.value ?? null).toBeNull();
  }
  await mine.push();
  await mine.pane.getByRole('heading', { name: '2 条待决定' }).waitFor();
  await mine.button('恢复到本表').click();
  await mine.pane.getByRole('heading', { name: '1 条待决定' }).waitFor();
  expect(await mine.cell(FIRST_ROW + 2, LEADER)).toMatchObject({ value: '张三' });

  await mine.button(/冲突测试：清理规范性文件/).click();
  await mine.button('从台账删除').click();
  await mine.pane.getByRole('alertdialog').getByRole('button', { name: '从台账删除' }).click();
  await mine.pane.getByRole('heading', { name: '没有待决定的行' }).waitFor();

  const server = await stored();
  expect([...server.values()]).toHaveLength(LINES.length - 1);
  expect(await saved(await mine.save())).toEqual(server);
});
