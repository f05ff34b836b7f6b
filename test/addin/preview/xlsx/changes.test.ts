import { beforeEach, describe, expect, it } from 'vitest';
import { cellAt, putCell, type Book, type Sheet, type Style } from '../../../../addin/preview/model/book.ts';
import { shiftCells } from '../../../../addin/preview/model/shift.ts';
import { openXlsx, saveXlsx } from '../../../../addin/preview/xlsx/index.ts';
import { pythonWorkbook, seenByOpenpyxl, type OpenpyxlBook } from './support/other-programs.ts';
import { bookOf, partsOf } from './support/packages.ts';

const bytes = pythonWorkbook('rich_workbook.py');
const before = seenByOpenpyxl(bytes).sheets['台账 2022']!;
let book: Book;
let sheet: Sheet;

beforeEach(async () => {
  book = await openXlsx(bytes);
  sheet = book.sheets[0]!;
});

async function saved(): Promise<OpenpyxlBook> {
  return seenByOpenpyxl(await saveXlsx(book));
}

async function savedLedger(): Promise<OpenpyxlBook['sheets'][string]> {
  return (await saved()).sheets['台账 2022']!;
}

async function reopen(): Promise<void> {
  book = await openXlsx(await saveXlsx(book));
  sheet = book.sheets[0]!;
}

function restyle(row: number, column: number, change: Partial<Style>): void {
  const cell = cellAt(sheet, row, column);
  putCell(sheet, row, column, { ...cell, style: { ...cell.style, ...change } });
}

/** How many format records a style sheet has. */
function records(styles: string): number {
  return /<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(styles)![1]!.split('<xf ').length;
}

describe('a style that changed in one aspect keeps the others', () => {
  it.each([
    ['fill', { fill: '#C6EFCE' }, 'fill', 1],
    ['number format', { numberFormat: '0.00' }, 'format', 1],
    ['font colour', { font: { name: '仿宋_GB2312', size: 12, bold: true, color: '#9C0006' } }, 'font', 1],
    ['border', { borders: { top: { style: 'thin', color: '#123456' } } }, 'border', 1],
    ['alignment', { horizontal: 'center', wrap: true }, 'alignment', 1],
    ['lock', { locked: false }, 'protection', 1],
  ] as const)('%s', async (_, change, part, column) => {
    restyle(2, column, change);
    const [now, was] = [(await savedLedger()).cells['B3']!, before.cells['B3']!] as unknown as [Record<string, unknown>, Record<string, unknown>];
    expect(now[part]).not.toEqual(was[part]);
    expect({ ...now, [part]: null }).toEqual({ ...was, [part]: null });
  });

  it('a font made bold keeps its theme colour, a border changed at the top its diagonal', async () => {
    restyle(2, 1, { font: { ...cellAt(sheet, 2, 1).style!.font, bold: false, italic: true } });
    restyle(2, 0, { borders: { ...cellAt(sheet, 2, 0).style!.borders, top: { style: 'thick' } } });
    const { cells } = await savedLedger();
    expect(cells['B3']!.font).toContain('<color theme="4" tint="-0.25"');
    expect(cells['B3']!.font).toContain('<i ');
    expect(cells['A3']!.border).toContain('diagonalDown="1"');
    expect(cells['A3']!.border).toContain('<left style="mediumDashDot"');
  });

  it('a cell without a style of the file gets a new one, and equal styles share it', async () => {
    for (let row = 0; row < 50; row++) putCell(sheet, row, 8, { value: '红', style: { fill: '#FFC7CE', font: { color: '#9C0006' } } });
    const styles = partsOf(await saveXlsx(book))['xl/styles.xml']!;
    expect(records(styles)).toBe(records(partsOf(bytes)['xl/styles.xml']!) + 1);
  });
});

describe('what the product does to a sheet is in the file', () => {
  it('rows inserted: cells, formats, validations, notes and heights move, links too', async () => {
    shiftCells(book, sheet, { kind: 'insert', axis: 'down', area: { row: 1, column: 0, rows: 2, columns: 16_384 } });
    await reopen();
    expect(cellAt(sheet, 3, 2).value).toBe('措施 <2> & “引号”');
    expect(sheet.comments.map(({ row }) => row)).toEqual([9, 10]);
    expect(sheet.rows.get(13)?.hidden).toBe(true);
    expect(sheet.tables[0]?.area.rows).toBe(32);
    const after = await savedLedger();
    expect(after.cells['B10']!.comment).toEqual(before.cells['B8']!.comment);
    expect(after.cells['C6']!).toMatchObject({ link: 'https://example.org/?a=1&b=2' });
  });

  it('columns hidden and widened, and only those', async () => {
    sheet.columns.set(1, { ...sheet.columns.get(1), width: 33 });
    sheet.columns.set(20, { hidden: true });
    const { columns } = (await savedLedger()) as unknown as { columns: Record<string, unknown[]> };
    expect(columns).toEqual({ ...(before['columns'] as object), B: [33, false, 0], U: [expect.any(Number), true, 0] });
  });

  it('conditional formats added and removed; the others stay as they were', async () => {
    sheet.conditionalFormats = sheet.conditionalFormats.filter(({ type }) => type !== 'cellValue');
    sheet.conditionalFormats.push({
      id: 'new',
      area: { row: 1, column: 9, rows: 29, columns: 1 },
      type: 'containsText',
      formula: '逾期',
      operator: 'contains',
      format: { fill: '#FFC7CE' },
      priority: 9,
      stopIfTrue: false,
    });
    const { formats } = await savedLedger();
    expect(formats.flatMap(([, rules]) => rules).filter((rule) => rule.includes('cellIs'))).toEqual([]);
    expect(formats.find(([cells]) => cells === 'J2:J30')?.[1][0]).toContain('text="逾期"');
    for (const [area, rules] of before.formats.filter(([cells]) => cells !== 'F2:F30')) expect(formats).toContainEqual([area, rules]);
    await reopen();
    expect(sheet.conditionalFormats.find(({ type }) => type === 'containsText')).toMatchObject({
      formula: '逾期',
      operator: 'contains',
      format: { fill: '#FFC7CE' },
    });
  });

  it('the border of a conditional format added, changed and taken away', async () => {
    const left = { style: 'thin', color: '#A4262C' } as const;
    sheet.conditionalFormats.push({
      id: 'mark',
      area: { row: 1, column: 1, rows: 29, columns: 1 },
      type: 'custom',
      formula: '=$E2="进行中"',
      format: { borders: { left } },
      priority: 9,
      stopIfTrue: false,
    });
    const ownBorder = (): Sheet['conditionalFormats'][number] => sheet.conditionalFormats.find(({ formula }) => formula === '=$A2>20')!;
    ownBorder().format.borders = { bottom: { style: 'dashed', color: '#0B6A0B' } };
    const { formats } = await savedLedger();
    expect(formats.find(([cells]) => cells === 'B2:B30')?.[1][0]).toContain('<left style="thin"><color rgb="FFA4262C" /></left>');
    await reopen();
    expect(sheet.conditionalFormats.find(({ formula }) => formula === '=$E2="进行中"')?.format).toEqual({ borders: { left } });
    expect(ownBorder().format).toMatchObject({ font: { bold: true }, borders: { bottom: { style: 'dashed', color: '#0B6A0B' } } });
    expect(ownBorder().format.borders).not.toHaveProperty('top');
    delete ownBorder().format.borders;
    await reopen();
    expect(ownBorder().format).not.toHaveProperty('borders');
  });

  it('a table widened, renamed and without its buttons; its columns follow the header', async () => {
    const table = sheet.tables[0]!;
    table.area = { ...table.area, columns: 9 };
    table.name = '新表';
    putCell(sheet, 0, 7, { value: '预警' });
    putCell(sheet, 0, 8, { value: '预警' });
    await reopen();
    expect(sheet.tables[0]).toMatchObject({ name: '新表', area: { columns: 9 }, showFilterButton: true });
    expect((await savedLedger()).tables['新表']).toMatch(/count="9".*name="合计".*name="预警".*name="预警2"/);
    sheet.tables[0]!.showFilterButton = false;
    await reopen();
    expect(sheet.tables[0]?.showFilterButton).toBe(false);
  });

  it('a table added with a filter, another taken away', async () => {
    putCell(sheet, 49, 0, { value: '甲' });
    sheet.tables = [
      {
        id: 't',
        name: '小表',
        area: { row: 49, column: 0, rows: 3, columns: 1 },
        showTotals: false,
        showFilterButton: true,
        style: 'TableStyleLight1',
        filter: { isActive: true, criteria: [{ filterOn: 'Custom', criterion1: '>5', criterion2: '<9', operator: 'And' }] },
      },
    ];
    await reopen();
    expect(sheet.tables).toMatchObject([
      {
        name: '小表',
        style: 'TableStyleLight1',
        filter: { isActive: true, criteria: [{ filterOn: 'Custom', criterion1: '>5', criterion2: '<9', operator: 'And' }] },
      },
    ]);
    expect(Object.keys((await savedLedger()).tables)).toEqual(['小表']);
  });

  it('notes added, changed and removed; the box of the one that stays stays', async () => {
    sheet.comments = [sheet.comments[0]!, { row: 20, column: 3, text: '新的一条' }];
    const { cells } = await savedLedger();
    expect(cells['B8']!.comment).toEqual(before.cells['B8']!.comment);
    expect(cells['E9']!.comment).toBeNull();
    expect(cells['D21']!.comment?.[0]).toBe('新的一条');
  });

  it('panes, tab colour, protection, filter criteria, sheet names and order', async () => {
    const [first, second] = [sheet, book.sheets[1]!];
    first.frozen = { rows: 2, columns: 0 };
    first.tabColor = '#FF0000';
    first.isProtected = true;
    second.isProtected = false;
    second.filter = { ...second.filter!, isActive: false, criteria: [] };
    second.name = '改名';
    book.sheets.splice(0, 2, second, first);
    await reopen();
    expect(book.sheets.map(({ name }) => name)).toEqual(['改名', '台账 2022', '隐藏']);
    expect(book.activeSheet.name).toBe('台账 2022');
    expect(book.sheets[0]).toMatchObject({ isProtected: false, filter: { isActive: false } });
    expect(book.sheets[1]).toMatchObject({ frozen: { rows: 2, columns: 0 }, tabColor: '#FF0000', isProtected: true });
    // A name that belongs to a sheet goes with it.
    const names = (await saved())['names'] as string[][];
    expect(names.find(([name]) => name === '本地')?.at(-1)).toBe('0');
  });

  it('sheets added and removed, with the parts that only they used', async () => {
    book.addSheet('新表');
    book.sheets.splice(0, 1);
    book.activeSheet = book.sheets[0]!;
    const parts = partsOf(await saveXlsx(book));
    expect(Object.keys(parts).filter((path) => /chart|drawing|comment|table/.test(path))).toEqual([]);
    await reopen();
    expect(book.sheets.map(({ name }) => name)).toEqual(['名单', '隐藏', '新表']);
  });
});

describe('a workbook made here', () => {
  it('opens again as it was', async () => {
    const made = bookOf(['甲', '乙'], [1, true]);
    made.sheet.merges.push({ row: 5, column: 0, rows: 1, columns: 3 });
    made.sheet.validations.push({ areas: [{ row: 1, column: 0, rows: 9, columns: 1 }], list: ['是', '否'] });
    made.sheet.validations.push({ areas: [{ row: 1, column: 1, rows: 9, columns: 1 }], list: '=$D$1:$D$3' });
    made.sheet.filter = { area: { row: 0, column: 0, rows: 2, columns: 2 }, isActive: false };
    book = made.book;
    await reopen();
    expect(sheet.merges).toEqual(made.sheet.merges);
    expect(sheet.validations).toMatchObject(made.sheet.validations);
    expect(sheet.filter).toEqual(made.sheet.filter);
    expect(cellAt(sheet, 1, 1).value).toBe(true);
  });
});
