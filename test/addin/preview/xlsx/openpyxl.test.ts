import { beforeAll, describe, expect, it } from 'vitest';
import { cellAt, putCell, type Book, type Sheet } from '../../../../addin/preview/model/book.ts';
import { openXlsx, saveXlsx } from '../../../../addin/preview/xlsx/index.ts';
import { pythonWorkbook, seenByOpenpyxl, type OpenpyxlBook } from './support/other-programs.ts';
import { partsOf } from './support/packages.ts';

const LEDGER = '台账 2022';
let bytes: Uint8Array;
let before: OpenpyxlBook;
let book: Book;
let ledger: Sheet;

beforeAll(async () => {
  bytes = pythonWorkbook('rich_workbook.py');
  before = seenByOpenpyxl(bytes);
});

async function reopened(): Promise<void> {
  book = await openXlsx(bytes, 'in.xlsx');
  ledger = book.sheets[0]!;
}

async function afterSave(): Promise<OpenpyxlBook> {
  return seenByOpenpyxl(await saveXlsx(book));
}

describe('a workbook that openpyxl wrote', () => {
  it('is read: values, dates as serials, percent, booleans, errors, formulas', async () => {
    await reopened();
    expect(ledger.cells.get(1)?.get(3)).toMatchObject({ value: 44_713, style: { numberFormat: 'yyyy"年"m"月"d"日"' } });
    expect(cellAt(ledger, 10, 5)).toMatchObject({ value: 0.11, style: { numberFormat: '0.0%' } });
    expect(cellAt(ledger, 4, 2).value).toBe(true);
    expect(cellAt(ledger, 5, 2).value).toEqual({ error: '#N/A' });
    expect(cellAt(ledger, 6, 2).value).toBe('  首尾空格 \n第二行');
    expect(cellAt(ledger, 1, 6).formula).toBe('=F2*2');
    expect(cellAt(ledger, 1, 1).style).toMatchObject({ fill: '#FCD5B5', font: { name: '仿宋_GB2312', size: 12, bold: true, color: '#376092' } });
  });

  it('is read: tables, formats, validations, notes, names, hidden sheets', async () => {
    await reopened();
    expect(ledger.tables).toMatchObject([
      { name: '任务表', area: { row: 0, column: 0, rows: 30, columns: 7 }, showFilterButton: true, style: 'TableStyleMedium6' },
    ]);
    expect(ledger.conditionalFormats.map(({ type }) => type).toSorted()).toEqual(['cellValue', 'custom', 'other', 'other']);
    expect(ledger.conditionalFormats.find(({ type }) => type === 'cellValue')).toMatchObject({
      formula: '=0.1',
      formula2: '=0.2',
      operator: 'between',
      format: { fill: '#FFC7CE' },
      stopIfTrue: true,
    });
    expect(ledger.conditionalFormats.find(({ type }) => type === 'custom')?.format.borders).toEqual({ top: { style: 'thin' } });
    expect(ledger.validations[0]).toMatchObject({
      list: ['已完成', '进行中', '未启动'],
      areas: [{ row: 1, column: 4, rows: 999, columns: 1 }],
      errorAlert: { title: '错误', message: '请选择' },
    });
    expect(ledger.comments.map(({ row, column, text }) => [row, column, text])).toEqual([
      [7, 1, '请核对\n日期'],
      [8, 4, '另一条'],
    ]);
    expect(ledger.frozen).toEqual({ rows: 1, columns: 2 });
    expect(ledger.tabColor).toBe('#1072BA');
    expect(book.names.map(({ name, formula }) => [name, formula])).toEqual([
      ['起始', "='台账 2022'!$A$2"],
      ['本地', '=名单!$A$1:$A$3'],
    ]);
    expect(book.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      [LEDGER, 'visible'],
      ['名单', 'visible'],
      ['隐藏', 'veryHidden'],
    ]);
    expect(book.sheets[1]).toMatchObject({
      isProtected: true,
      filter: { isActive: true, criteria: [{ filterOn: 'Values', values: ['1', '2', ''] }] },
      merges: [{ row: 0, column: 4, rows: 2, columns: 3 }],
    });
  });

  it('comes out as it went in when nothing was done', async () => {
    await reopened();
    expect(await afterSave()).toEqual(before);
  });

  it('keeps every part it does not change byte for byte', async () => {
    await reopened();
    const [was, now] = [partsOf(bytes), partsOf(await saveXlsx(book))];
    const rewritten = /^\[Content_Types\]|^xl\/(workbook|styles|sharedStrings)\.xml$|^xl\/worksheets\/sheet\d\.xml$|^xl\/_rels\/workbook\.xml\.rels$/;
    const kept = Object.keys(was).filter((path) => !rewritten.test(path));
    expect(kept.length).toBeGreaterThan(8);
    expect(kept.map((path) => [path, now[path]])).toEqual(kept.map((path) => [path, was[path]]));
  });

  it('changes one cell and nothing else when one cell is written', async () => {
    await reopened();
    const cell = cellAt(ledger, 2, 4);
    putCell(ledger, 2, 4, { value: '未启动', style: { ...cell.style!, fill: '#FFC7CE' } });
    const after = await afterSave();
    const changed = after.sheets[LEDGER]!.cells['E3']!;
    expect(changed.value).toBe('未启动');
    expect(changed.fill).toContain('FFFFC7CE');
    const { value, fill } = before.sheets[LEDGER]!.cells['E3']!;
    after.sheets[LEDGER]!.cells['E3'] = { ...changed, value, fill };
    expect(after).toEqual(before);
  });

  it('can be saved twice', async () => {
    await reopened();
    putCell(ledger, 40, 10, { value: '一', style: { fill: '#FF0000' } });
    const first = seenByOpenpyxl(await saveXlsx(book));
    expect(seenByOpenpyxl(await saveXlsx(book))).toEqual(first);
    expect(seenByOpenpyxl(await saveXlsx(await openXlsx(await saveXlsx(book))))).toEqual(first);
  });

  it('keeps each row its looks when the rows are sorted', async () => {
    await reopened();
    const lines = Array.from({ length: 29 }, (_, at) => ledger.cells.get(at + 1)!);
    lines.toReversed().forEach((line, at) => ledger.cells.set(at + 1, line));
    const after = (await afterSave()).sheets[LEDGER]!.cells;
    for (let row = 2; row <= 30; row++) {
      for (const column of ['A', 'B', 'D', 'E', 'F']) {
        const { comment: _noteStays, ...moved } = after[`${column}${32 - row}`]!;
        const { comment: _note, ...original } = before.sheets[LEDGER]!.cells[`${column}${row}`]!;
        expect(moved).toEqual(original);
      }
    }
  });
});
