import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cell } from '../../../shared/cell.ts';
import type { Content } from '../../../shared/ledger/entry.ts';
import { readRow } from '../../../shared/ledger/rows.ts';
import { readValue } from '../../../shared/ledger/values.ts';
import { registers } from '../../../shared/registers/index.ts';
import type { Field, Register } from '../../../shared/registers/index.ts';
import { officeWorkbook } from '../../../addin/excel/office-workbook.ts';
import { Book } from '../../../addin/preview/model/book.ts';
import { headlessHost } from '../../../addin/preview/node/headless-host.ts';
import { bindActiveSheet, idOf } from './support/ledger-book.ts';

/** Cells a clerk might have written in a field of each kind, from which canonical values come. */
const TEXTS = ['编制方案', '=1+1', '007', '+86 473', "'引号", '@某人', '1/2', 'TRUE', '两行\n文字'];
const kinds: Readonly<Record<Field['kind'], readonly Cell[]>> = {
  text: TEXTS,
  unit: ['区发改委', '区财政局、区司法局'],
  units: ['区财政局、区司法局', '区发改委'],
  date: ['2022-06-30', 44_742, '2022年6月', '2022.5.1'],
  month: ['2022-05', '2022年12月', 44_742],
  deadline: ['2022年6月底前', 44_742, '长期坚持', '6月15日', '每月25日前', '=A1'],
  number: [0, 85, 12.5, '85.25'],
  progress: [0, '60%', 33.3, 100, 57],
  status: ['已完成', '推进中', '未启动', '正在研究'],
  choice: [],
  code: ['第1批', 12, '01', '3-2'],
  ref: [idOf(77)],
};

function cellFor(field: Field): fc.Arbitrary<Cell> {
  const cells: readonly Cell[] = field.choices ? field.choices.map(({ words, id }) => words.at(-1) ?? id) : kinds[field.kind];
  return field.required ? fc.constantFrom(...cells) : fc.option(fc.constantFrom(...cells), { nil: null });
}

function contentOf(register: Register): fc.Arbitrary<Content> {
  return fc.tuple(...register.fields.map(cellFor)).map((cells) =>
    Object.fromEntries(
      register.fields.flatMap((field, at) => {
        const reading = readValue(field, cells[at] ?? null);
        return 'value' in reading && reading.value !== null ? [[field.id, reading.value]] : [];
      }),
    ),
  );
}

/** What stands in the ledger by id, read as a push would. */
async function contents(register: Register, workbook: ReturnType<typeof officeWorkbook>, binding: Awaited<ReturnType<typeof bindActiveSheet>>) {
  const { fields, rows } = await workbook.readLedger(binding);
  return new Map(rows.map(({ id, cells }) => [id, readRow(register, fields, cells, { isNew: false }).content]));
}

const WRITING = { language: 'zh-CN', words: new Map(), replacesFormulas: false } as const;
const ROWS = 3;

test.each(registers.map((register) => ({ id: register.id, register })))('rows of $id read back as what was written', async ({ register }) => {
  const book = new Book();
  book.addSheet('Sheet1');
  headlessHost(book);
  const workbook = officeWorkbook();
  await workbook.createLedger(register.id, 'zh-CN');
  const binding = await bindActiveSheet(workbook);
  await workbook.prepareResults(binding, [], 'zh-CN');
  const allOf = (content: Content) => Object.fromEntries(register.fields.map(({ id }) => [id, content[id] ?? null]));

  const some = fc.array(contentOf(register), { minLength: ROWS, maxLength: ROWS });
  const added = fc.sample(some, 1)[0] ?? [];
  await workbook.writeRows(binding, { updated: [], added: added.map((values, at) => ({ id: idOf(at), values })), removed: [] }, WRITING);
  expect(await contents(register, workbook, binding)).toEqual(new Map(added.map((content, at) => [idOf(at), content])));

  await fc.assert(
    fc.asyncProperty(some, async (rows) => {
      await workbook.writeRows(binding, { updated: rows.map((content, at) => ({ id: idOf(at), values: allOf(content) })), added: [], removed: [] }, WRITING);
      expect(await contents(register, workbook, binding)).toEqual(new Map(rows.map((content, at) => [idOf(at), content])));
    }),
    { numRuns: 25 },
  );
});
