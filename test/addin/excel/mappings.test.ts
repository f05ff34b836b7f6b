import { beforeEach, expect, test } from 'vitest';
import { officeWorkbook } from '../../../addin/excel/office-workbook.ts';
import { Book } from '../../../addin/preview/model/book.ts';
import { headlessHost } from '../../../addin/preview/node/headless-host.ts';

const workbook = officeWorkbook();
let book: Book;

beforeEach(() => {
  book = new Book();
  book.addSheet('责任清单');
  headlessHost(book);
});

test('what clerks say of columns is remembered in the workbook, register by register', async () => {
  await workbook.rememberMapping('measures', { 领导意见: 'note', 批示: null });
  await workbook.rememberMapping('measures', { 批示: 'source' });
  await workbook.rememberMapping('problems', { 领导意见: 'aspect' });
  expect(await workbook.mappings()).toEqual({ measures: { 领导意见: 'note', 批示: 'source' }, problems: { 领导意见: 'aspect' } });
});

test('nothing said leaves nothing in the workbook', async () => {
  await workbook.rememberMapping('measures', {});
  expect(book.settings.size).toBe(0);
  expect(await workbook.mappings()).toEqual({});
});

test('of what a workbook brings along only known fields are taken', async () => {
  book.settings.set('taizhang.mappings', { measures: { 甲: 'note', 乙: 'nonsense', 丙: 7 }, 别的: { 丁: 'note' } });
  expect((await workbook.mappings()).measures).toEqual({ 甲: 'note' });
  book.settings.set('taizhang.mappings', 'nonsense');
  expect(await workbook.mappings()).toEqual({});
});
