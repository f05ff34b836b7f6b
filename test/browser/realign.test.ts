import { beforeAll, expect, test } from 'vitest';
import { saveXlsx } from '../../addin/preview/xlsx/index.ts';
import { ledgerBook } from '../addin/excel/support/ledger-book.ts';
import type { Line } from '../addin/excel/support/ledger-book.ts';
import { PreviewPage } from './support/preview-page.ts';
import { ownWorkspace } from './support/workspace.ts';

/** Two measures change places without the hidden ids, as by a sort of the visible columns alone: noticed before the push, put right in one click. */
const [FIRST_ROW, TITLE] = [3, 2];
const TITLES = ['换位的第一条措施', '换位的第二条措施'] as const;

let preview: PreviewPage;
beforeAll(async () => {
  preview = await PreviewPage.open(await ownWorkspace());
});

/** The ids in the sheet, by the title they stand beside. */
async function idsByTitle(): Promise<Readonly<Record<string, string>>> {
  const rows = await preview.page.evaluate(
    (first) =>
      [first, first + 1].map((row) =>
        [...(window.preview?.session.book.activeSheet.cells.get(row)?.values() ?? [])].map(({ value }) => (typeof value === 'string' ? value : '')),
      ),
    FIRST_ROW,
  );
  return Object.fromEntries(
    rows.map((cells) => [cells.find((text) => text.startsWith('换位')) ?? '', cells.find((text) => /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(text)) ?? '']),
  );
}

test('a push stops when ids stand beside other rows’ content, and one click puts them back', async () => {
  const { book } = ledgerBook(TITLES.map((title, at): Line => [at + 1, '区发改委', title, '年底前', '张三', '进行中', 50, null]));
  book.settings.set('taizhang.asOf', '2022-06-30');
  await preview.openBook('换位.xlsx', await saveXlsx(book));
  await preview.button('连接').click();
  await preview.button('确认，使用这张表').click();
  await preview.button(/^推送/).click();
  await preview.pane.getByText(/推送完成/).waitFor();
  const before = await idsByTitle();

  await preview.type(FIRST_ROW, TITLE, TITLES[1]);
  await preview.type(FIRST_ROW + 1, TITLE, TITLES[0]);
  expect(await idsByTitle()).not.toEqual(before);
  await preview.button(/^推送/).click();
  await preview.pane
    .getByText(/编号与内容对不上/)
    .first()
    .waitFor();

  await preview.button('把编号放回原来的行').click();
  await expect.poll(idsByTitle).toEqual(before);
  await preview.button(/^推送/).click();
  await preview.pane.getByText(/推送完成/).waitFor();
  expect(await preview.counts('未变')).toMatchObject({ 未变: 2, 新增: 0, 更新: 0 });
});
