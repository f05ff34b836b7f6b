import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { cellAt, putCell, type CellValue } from '../../../../addin/preview/model/book.ts';
import { openXlsx, saveXlsx } from '../../../../addin/preview/xlsx/index.ts';
import { movedFormula } from '../../../../addin/preview/xlsx/formulas.ts';
import { bookOf, partsOf, relationships, savedSheet, sheetPackage } from './support/packages.ts';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

async function throughFile(value: CellValue): Promise<CellValue> {
  const { book } = bookOf([{ value }]);
  return cellAt((await openXlsx(await saveXlsx(book))).sheets[0]!, 0, 0).value;
}

describe('values', () => {
  it('any text comes back, whatever characters it holds', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.constantFrom('_x000D_', 'a\r\nb', ' x ', '\u0001', '<&>"\'', '𠮷'),
    );
    await fc.assert(
      fc.asyncProperty(text, async (one) => {
        expect(await throughFile(one)).toBe(one);
      }),
      { numRuns: 60 },
    );
  });

  it('any number comes back exactly', async () => {
    await fc.assert(
      fc.asyncProperty(fc.double({ noNaN: true, noDefaultInfinity: true }), async (one) => {
        expect(await throughFile(one)).toBe(one === 0 ? 0 : one);
      }),
      { numRuns: 60 },
    );
  });

  it.each([[true], [false], [{ error: '#REF!' }]])('%j comes back', async (value) => {
    expect(await throughFile(value)).toEqual(value);
  });

  it('a date is the serial in the file, in every time zone', async () => {
    const zone = process.env['TZ'];
    for (const place of ['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati']) {
      process.env['TZ'] = place;
      const { sheets } = await openXlsx(
        sheetPackage(
          '<sheetData><row r="1"><c r="A1"><v>44742</v></c><c r="B1" t="d"><v>2022-06-30</v></c><c r="C1" t="d"><v>2022-06-30T12:00:00</v></c></row></sheetData>',
        ),
      );
      expect([0, 1, 2].map((column) => cellAt(sheets[0]!, 0, column).value)).toEqual([44_742, 44_742, 44_742.5]);
    }
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it('text that is no longer in a cell leaves the file', async () => {
    const { book, sheet } = bookOf(['机密', '公开']);
    const opened = await openXlsx(await saveXlsx(book));
    putCell(opened.sheets[0]!, 0, 0, { value: null });
    expect(sheet.cells.size).toBe(1);
    expect(Object.values(partsOf(await saveXlsx(opened))).join('')).not.toContain('机密');
  });
});

describe('rich text', () => {
  const rich = `<si><r><t xml:space="preserve">平常 </t></r><r><rPr><b/><color rgb="FFFF0000"/></rPr><t>红字</t></r><rPh sb="0" eb="1"><t>注音</t></rPh></si>`;
  const file = sheetPackage('<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>', {
    'xl/sharedStrings.xml': `<sst ${MAIN}>${rich}</sst>`,
    'xl/_rels/workbook.xml.rels': relationships(['worksheet', 'worksheets/sheet1.xml'], ['sharedStrings', 'sharedStrings.xml']),
  });

  it('reads as its text, without the phonetic guide, and keeps its runs', async () => {
    const book = await openXlsx(file);
    expect(cellAt(book.sheets[0]!, 0, 0).value).toBe('平常 红字');
    expect(partsOf(await saveXlsx(book))['xl/sharedStrings.xml']).toContain(rich);
  });

  it('moves with its cell, and yields to a new value', async () => {
    const book = await openXlsx(file);
    const sheet = book.sheets[0]!;
    putCell(sheet, 5, 5, cellAt(sheet, 0, 0));
    putCell(sheet, 0, 0, { ...cellAt(sheet, 0, 0), value: '别的' });
    const saved = await openXlsx(await saveXlsx(book));
    expect(cellAt(saved.sheets[0]!, 0, 0)).toEqual({ value: '别的' });
    expect(cellAt(saved.sheets[0]!, 5, 5)).toMatchObject({ value: '平常 红字', origin: { rich: { text: '平常 红字' } } });
  });
});

describe('formulas', () => {
  it('keep their last result, of any type', async () => {
    const inside =
      '<sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1" t="b"><f>1=1</f><v>1</v></c></row></sheetData>';
    const book = await openXlsx(sheetPackage(inside));
    expect([0, 1, 2, 3].map((column) => cellAt(book.sheets[0]!, 0, column))).toEqual([
      { value: 2, formula: '=1+1' },
      { value: 'ab', formula: '="a"&"b"' },
      { value: { error: '#DIV/0!' }, formula: '=1/0' },
      { value: true, formula: '=1=1' },
    ]);
    expect(await savedSheet(book)).toContain(inside);
  });

  it('shared by several cells are spelled out for each', async () => {
    const book = await openXlsx(
      sheetPackage(
        '<sheetData><row r="2"><c r="C2"><f t="shared" ref="C2:C3" si="0">SUM($A$1:A2)*B2</f><v>1</v></c></row><row r="3"><c r="C3"><f t="shared" si="0"/><v>2</v></c></row></sheetData>',
      ),
    );
    expect(cellAt(book.sheets[0]!, 2, 2)).toEqual({ value: 2, formula: '=SUM($A$1:A3)*B3' });
  });

  it('of arrays and data tables stay what they are, also in another place', async () => {
    const book = await openXlsx(
      sheetPackage(
        '<sheetData><row r="1"><c r="A1" cm="1"><f t="array" ref="A1:A3">TRANSPOSE(C1:E1)</f><v>1</v></c><c r="B1"><f t="dataTable" ref="B1:B4" dt2D="0" dtr="0" r1="D1"/><v>5</v></c></row></sheetData>',
      ),
    );
    const sheet = book.sheets[0]!;
    sheet.cells.set(4, sheet.cells.get(0)!);
    sheet.cells.delete(0);
    const saved = await savedSheet(book);
    expect(saved).toContain('<c r="A5" cm="1"><f t="array" ref="A5:A7">TRANSPOSE(C1:E1)</f><v>1</v></c>');
    expect(saved).toContain('<c r="B5"><f t="dataTable" ref="B5:B8" dt2D="0" dtr="0" r1="D1"></f><v>5</v></c>');
  });

  it.each([
    ['A1+$B2+C$3+$D$4', 1, 1, 'B2+$B3+D$3+$D$4'],
    ['SUM(A:B)+SUM(1:2)+SUM($A:C)', 2, 3, 'SUM(D:E)+SUM(3:4)+SUM($A:F)'],
    ['"A1"&\'A1 表\'!A1&表一!B2', 1, 0, '"A1"&\'A1 表\'!A2&表一!B3'],
    ['LOG10(A1)+任务表[A1]+TODAY1', 1, 0, 'LOG10(A2)+任务表[A1]+TODAY1'],
    ['A1', -1, 0, '#REF!'],
    ['IF(A1=1,"说""A2""",A3)', 1, 1, 'IF(B2=1,"说""A2""",B4)'],
  ])('%s copied %i down, %i right reads %s', (formula, rows, columns, expected) => {
    expect(movedFormula(formula, rows, columns)).toBe(expected);
  });

  it('are reckoned anew by Excel once a cell was written, and only then', async () => {
    const file = sheetPackage('<sheetData><row r="1"><c r="A1"><f>B1</f><v>1</v></c><c r="B1"><v>1</v></c></row></sheetData>');
    const book = await openXlsx(file);
    expect(partsOf(await saveXlsx(book))['xl/workbook.xml']).not.toContain('calcPr');
    putCell(book.sheets[0]!, 0, 1, { value: 2 });
    book.notify({ kind: 'cells', source: 'addin', sheet: book.sheets[0]! });
    expect(partsOf(await saveXlsx(book))['xl/workbook.xml']).toContain('<calcPr fullCalcOnLoad="1"/>');
  });
});
