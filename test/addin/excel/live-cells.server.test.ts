import { beforeAll, expect, test } from 'vitest';
import { connect } from '../features/push/support.ts';
import type { Server } from '../features/push/support.ts';
import { Book, cellAt, putCell } from '../../../addin/preview/model/book.ts';
import { openXlsx, saveXlsx } from '../../../addin/preview/xlsx/index.ts';
import { textsSeenByOpenpyxl } from '../preview/xlsx/support/other-programs.ts';
import { readers } from './support/independent-readers.ts';
import { findLiveCells } from './support/live-cells.ts';

const TEXTS = 100;

let server: Server;
beforeAll(async () => {
  server = await connect();
});

test('nothing another clerk or the server wrote becomes a live formula, and every text stays what it was', async () => {
  const { pushed, cells, live, changed } = await findLiveCells(server, TEXTS, 20_220_630);
  expect(pushed).toBe(TEXTS);
  expect(cells).toBeGreaterThan(4 * TEXTS);
  for (const [where, formulas] of Object.entries(live)) expect({ where, formulas }).toEqual({ where, formulas: [] });
  for (const [where, texts] of Object.entries(changed)) expect({ where, texts }).toEqual({ where, texts: [] });
});

test.each(Object.entries(readers))('%s tells a formula from a text that looks like one', async (_, read) => {
  const book = new Book();
  const sheet = book.addSheet('表');
  putCell(sheet, 0, 0, { value: '=1+1' });
  putCell(sheet, 1, 0, { value: 2, formula: '=1+1' });
  const { formulas, texts } = await read(await saveXlsx(book));
  expect(formulas).toEqual(['表!A2']);
  expect(texts.get('表!A1')).toBe('=1+1');
});

test('a text that would be read as something else when edited has the mark for text in the file, and keeps its look', async () => {
  const book = new Book();
  const sheet = book.addSheet('表');
  const texts = ['=1+1', ' =1+1', '-2+3', '＠SUM(1)', "'引号", '编制方案', '-', '/'];
  texts.forEach((value, row) => putCell(sheet, row, 0, { value, style: { fill: '#FFF4CE' } }));
  putCell(sheet, 0, 1, { value: '=1+1', style: { numberFormat: '@' } });
  const bytes = await saveXlsx(book);
  const cells = textsSeenByOpenpyxl(bytes)['表'] ?? {};
  expect(texts.map((_, row) => cells[`A${row + 1}`]?.[2])).toEqual([true, true, true, true, true, false, false, false]);
  expect(cells['B1']).toEqual(['s', '=1+1', false]);
  const again = await openXlsx(bytes);
  expect(cellAt(again.sheets[0] ?? sheet, 0, 0)).toMatchObject({ value: '=1+1', style: { fill: '#FFF4CE' } });
});
