import ExcelJS from 'exceljs';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { cellAt, type Book } from '../../../../addin/preview/model/book.ts';
import { sampleLedger } from '../../../../addin/preview/sample/ledger.ts';
import { openXlsx, saveXlsx } from '../../../../addin/preview/xlsx/index.ts';
import { convertedByLibreOffice, pythonWorkbook } from './support/other-programs.ts';

function values({ sheets }: Book): unknown[] {
  return sheets.map((sheet) => [...sheet.cells.values()].map((line) => [...line.values()].map(({ value }) => value).filter((value) => value !== null)));
}

describe('LibreOffice', () => {
  it('made from a .csv, opens', async () => {
    const file = convertedByLibreOffice(strToU8('序号,责任单位,完成时限\n1,区发改委,2022-06-30\n'), 'csv', 'xlsx:Calc MS Excel 2007 XML', [
      '--infilter=CSV:44,34,76,1',
    ]);
    const { sheets } = await openXlsx(file);
    expect([0, 1, 2].map((column) => cellAt(sheets[0]!, 1, column).value)).toEqual([1, '区发改委', 44_742]);
  });

  it('rewrote a rich workbook, opens with its table, formats, validations and names', async () => {
    const { sheets, names } = await openXlsx(convertedByLibreOffice(pythonWorkbook('rich_workbook.py'), 'xlsx', 'xlsx:Calc MS Excel 2007 XML'));
    // Without a screen LibreOffice writes no freeze panes.
    expect(sheets[0]!.tables).toMatchObject([{ name: '任务表', area: { row: 0, column: 0, rows: 30, columns: 7 } }]);
    expect(sheets[0]!.validations.some(({ list }) => Array.isArray(list) && list.includes('已完成'))).toBe(true);
    expect(sheets[0]!.conditionalFormats.length).toBeGreaterThanOrEqual(4);
    expect(cellAt(sheets[0]!, 1, 6)).toEqual(expect.objectContaining({ formula: '=F2*2', value: 0.04 }));
    expect(names.map(({ name }) => name)).toContain('起始');
  });

  it('reads what we save', async () => {
    const saved = await saveXlsx(await sampleLedger());
    const again = await openXlsx(convertedByLibreOffice(saved, 'xlsx', 'xlsx:Calc MS Excel 2007 XML'));
    expect(values(again)).toEqual(values(await openXlsx(saved)));
  });
});

describe('exceljs', () => {
  it('wrote a workbook with dates and rich text: it opens with serials', async () => {
    const made = new ExcelJS.Workbook();
    const sheet = made.addWorksheet('表');
    sheet.getCell('A1').value = new Date(Date.UTC(2022, 5, 30));
    sheet.getCell('A1').numFmt = 'yyyy/m/d';
    sheet.getCell('B1').value = { richText: [{ text: '红', font: { bold: true } }, { text: '黑' }] };
    sheet.getCell('C1').value = { formula: 'A1+1', result: 44_743 };
    sheet.getCell('D1').value = { text: '网页', hyperlink: 'https://example.org' };
    const { sheets } = await openXlsx(new Uint8Array(await made.xlsx.writeBuffer()));
    expect([0, 1, 2, 3].map((column) => cellAt(sheets[0]!, 0, column).value)).toEqual([44_742, '红黑', 44_743, '网页']);
  });

  it('reads what we save, though it fails on the file as openpyxl wrote it', async () => {
    const original = pythonWorkbook('rich_workbook.py');
    await expect(new ExcelJS.Workbook().xlsx.load(original as never)).rejects.toThrow(TypeError);
    const sample = new ExcelJS.Workbook();
    await sample.xlsx.load((await saveXlsx(await sampleLedger())) as never);
    expect(sample.worksheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([
      ['责任单位', 15],
      ['责任清单', 75],
      ['月度落实情况', 65],
      ['督查考核', 76],
      ['问题清单', 31],
      ['随机抽查', 14],
      ['群众满意度', 16],
      ['加减分', 5],
    ]);
  });
});
