import { beforeAll, beforeEach, expect, test } from 'vitest';
import { cellAt } from '../../addin/preview/model/book.ts';
import { openXlsx } from '../../addin/preview/xlsx/index.ts';
import { PreviewPage } from './support/preview-page.ts';
import { ownWorkspace } from './support/workspace.ts';

/** The grid of the preview: what the person does reaches the workbook, what the add-in does reaches the grid. */
let preview: PreviewPage;
const HEADER = 1;
const FIRST = 2;
const TITLE = 3;
const PROGRESS = 8;
const DONE_ON = 9;

beforeAll(async () => {
  preview = await PreviewPage.open(await ownWorkspace());
});
beforeEach(async () => {
  await preview.openSample();
  await preview.openSheet('责任清单');
});

test('text typed into a cell reaches the workbook and keeps the look of the cell', async () => {
  const before = await preview.cell(FIRST, TITLE);
  await preview.type(FIRST, TITLE, '改过的措施');
  expect(await preview.cell(FIRST, TITLE)).toEqual({ ...before, value: '改过的措施' });
});

test('a date is typed as a date and kept as a serial', async () => {
  await preview.type(FIRST, DONE_ON, '2022-06-28');
  expect((await preview.cell(FIRST, DONE_ON)).value).toBe(44_740);
  expect((await preview.drawn(FIRST, DONE_ON)).text).toContain('2022');
});

test('a formula is worked out and its result reaches the workbook', async () => {
  await preview.type(0, 15, '=1+2*3');
  await expect.poll(() => preview.cell(0, 15)).toMatchObject({ formula: '=1+2*3', value: 7 });
});

test('undo takes an edit out of the workbook again', async () => {
  const before = await preview.cell(FIRST, TITLE);
  await preview.type(FIRST, TITLE, '写错了');
  await preview.page.keyboard.press('Control+z');
  await expect.poll(() => preview.cell(FIRST, TITLE)).toEqual(before);
});

test('a deleted cell is empty in the workbook, with its look', async () => {
  const { style } = await preview.cell(FIRST, TITLE);
  await preview.goTo(FIRST, TITLE);
  await preview.page.keyboard.press('Delete');
  await expect.poll(() => preview.cell(FIRST, TITLE)).toEqual({ value: null, formula: undefined, style });
});

test('copy and paste with the keyboard carries value and look', async () => {
  const source = await preview.cell(HEADER, TITLE);
  await preview.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await preview.goTo(HEADER, TITLE);
  await preview.page.keyboard.press('Control+c');
  await preview.goTo(90, TITLE);
  await preview.page.keyboard.press('Control+v');
  await expect.poll(async () => (await preview.cell(90, TITLE)).value).toBe(source.value);
  expect((await preview.cell(90, TITLE)).style.fill).toBe(source.style.fill);
});

test('rows inserted from the menu move everything below, with what the file had of it', async () => {
  const before = await preview.cell(FIRST + 3, TITLE);
  const widths = await preview.page.evaluate(() => window.preview?.session.book.activeSheet.filter?.area.rows);
  await preview.page.evaluate(async () => {
    const { view, book } = window.preview!.session;
    const range = { startRow: 4, endRow: 4, startColumn: 0, endColumn: 20 };
    await view.univer.command('sheet.command.insert-row', { unitId: view.univer.unitId, subUnitId: book.activeSheet.id, range, direction: 3 });
  });
  await expect.poll(() => preview.cell(FIRST + 4, TITLE)).toEqual(before);
  expect(await preview.page.evaluate(() => window.preview?.session.book.activeSheet.filter?.area.rows)).toBe((widths ?? 0) + 1);
  expect((await openXlsx(await preview.save())).sheetNamed('责任清单')?.filter?.area.rows).toBe((widths ?? 0) + 1);
});

test('a conditional format with a border is drawn, follows a column the add-in inserts before it, and goes when it is deleted', async () => {
  const RED = '#A4262C';
  const frame = preview.page.frame({ url: /taskpane/ });
  await frame?.waitForFunction(() => 'Excel' in window);
  await frame?.evaluate(
    (colour) =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        const { custom } = sheet.getRange('B3:B75').conditionalFormats.add('Custom');
        custom.rule.formula = '=$A3=1';
        custom.format.borders.getItem('EdgeLeft').style = 'Continuous';
        custom.format.borders.getItem('EdgeLeft').color = colour;
        await context.sync();
      }),
    RED,
  );
  const left = async (column: number) => (await preview.drawnBorders(FIRST, column)).left;
  const rule = () => preview.page.evaluate(() => window.preview?.session.book.activeSheet.conditionalFormats[0]?.formula);
  await expect.poll(() => left(1)).toBe(RED);
  const other = (await preview.drawnBorders(FIRST + 1, 1)).left;
  expect(other).not.toBe(RED);

  await frame?.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange('A:A').insert('Right');
      await context.sync();
    }),
  );
  await expect.poll(() => left(2)).toBe(RED);
  expect(await rule()).toBe('=$B3=1');

  await frame?.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange('C3').conditionalFormats.getItemAt(0).delete();
      await context.sync();
    }),
  );
  await expect.poll(() => left(2)).toBe(other);
});

test('sorting moves whole rows', async () => {
  const lines = await preview.page.evaluate(async () => {
    const { view, book } = window.preview!.session;
    const rows = [...book.activeSheet.cells.keys()].length;
    const range = { startRow: 2, endRow: 74, startColumn: 0, endColumn: 10 };
    await view.univer.command('sheet.command.sort-range', {
      unitId: view.univer.unitId,
      subUnitId: book.activeSheet.id,
      range,
      orderRules: [{ colIndex: 0, type: 'desc' }],
      hasTitle: false,
    });
    view.settle();
    return rows;
  });
  expect((await preview.cell(FIRST, 0)).value).toBe(73);
  expect((await preview.cell(FIRST + 72, 0)).value).toBe(1);
  expect(await preview.page.evaluate(() => [...window.preview!.session.book.activeSheet.cells.keys()].length)).toBe(lines);
});

test('what the add-in writes through Office.js is shown in the grid', async () => {
  const frame = preview.page.frame({ url: /taskpane/ });
  await frame?.waitForFunction(() => 'Excel' in window);
  await frame?.evaluate(() =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('N3:O4');
      range.values = [
        ['已逾期', 44_742],
        ['正常', 44_743],
      ];
      range.numberFormat = [
        ['General', 'yyyy-mm-dd'],
        ['General', 'yyyy-mm-dd'],
      ];
      range.format.fill.color = '#FDE7E9';
      await context.sync();
    }),
  );
  await expect.poll(() => preview.drawn(2, 13)).toEqual({ text: '已逾期', fill: '#FDE7E9' });
  expect(await preview.drawn(3, 14)).toEqual({ text: '2022-07-01', fill: '#FDE7E9' });
});

test('a sheet added with the button is a sheet of the workbook, and the active one', async () => {
  const before = (await preview.page.evaluate(() => window.preview?.session.book.sheets.length)) ?? 0;
  await preview.page.locator('[data-u-comp="sheet-bar-append-button"]').first().click();
  await expect.poll(() => preview.page.evaluate(() => window.preview?.session.book.sheets.length)).toBe(before + 1);
  expect(await preview.page.evaluate(() => window.preview?.session.book.sheets.indexOf(window.preview.session.book.activeSheet))).toBe(before);
});

test('a saved workbook opens again with what was typed', async () => {
  await preview.type(FIRST, TITLE, '存进文件的措施');
  const bytes = await preview.save();
  const list = (await openXlsx(bytes)).sheetNamed('责任清单');
  expect(list && cellAt(list, FIRST, TITLE).value).toBe('存进文件的措施');
  expect(list?.merges[0]).toMatchObject({ row: 0, column: 0, rows: 1 });
  expect(list?.columns.get(PROGRESS)?.width).toBeGreaterThan(0);
  await preview.openBook('再开一次.xlsx', bytes);
  await preview.openSheet('责任清单');
  expect((await preview.cell(FIRST, TITLE)).value).toBe('存进文件的措施');
  expect(await preview.page.locator('#file-name').textContent()).toBe('再开一次.xlsx');
});

test('a file that is no workbook is refused in words, and the open one stays', async () => {
  await preview.openFile('照片.xlsx', new TextEncoder().encode('not a workbook'));
  await expect.poll(() => preview.page.locator('#notice').textContent()).toContain('不是 .xlsx 工作簿');
  expect((await preview.cell(HEADER, TITLE)).value).toBe('工作措施');
});
