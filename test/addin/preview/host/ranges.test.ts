import { beforeEach, describe, expect, it } from 'vitest';
import { cellAt, type Sheet } from '../../../../addin/preview/model/book.ts';
import { open, onSheet, failureOf, valuesAt } from './open.ts';

let sheet: Sheet;
beforeEach(() => {
  ({ sheet } = open());
});

describe('writing values', () => {
  it.each([
    ['12', 12],
    ['-1.5', -1.5],
    ['1,234', 1234],
    ['1e3', 1000],
    ['60%', 0.6],
    ['TRUE', true],
    ['2022-06-30', 44742],
    ['6/30/2022', 44742],
    ['6/30', 44742],
    ["'007", '007'],
    ['007', 7],
    ['2022.6.30', '2022.6.30'],
    ['2022年6月30日', '2022年6月30日'],
    ['', ''],
    [' 已完成 ', ' 已完成 '],
    ['-', '-'],
    ['(1)', -1],
    ['（1）', '（1）'],
    ['#REF!', '#REF!'],
  ])('reads %j as typed in en-US: %j', async (typed, value) => {
    await onSheet([[typed]], () => undefined);
    expect(await valuesAt('A1')).toEqual([[value]]);
  });

  it('keeps numbers, dates and formulas as text in a cell of format @', async () => {
    const values = await onSheet([], async (on, context) => {
      const range = on.getRange('A1:A4');
      range.numberFormat = [['@'], ['@'], ['@'], ['@']];
      range.values = [['007'], ['2022-06-30'], ['=1+1'], [5]];
      range.load('values,valueTypes');
      await context.sync();
      return range.values as unknown[][];
    });
    expect(values).toEqual([['007'], ['2022-06-30'], ['=1+1'], ['5']]);
  });

  it('gives a typed date and percentage a number format, and leaves a format that is there', async () => {
    await onSheet([], (on) => {
      on.getRange('B1').numberFormat = [['yyyy"年"m"月"']];
      on.getRange('A1:C1').values = [['2022-06-30', '2022-06-30', '12.5%']];
    });
    const shown = await onSheet([], async (on, context) => {
      const range = on.getRange('A1:C1').load('numberFormat,text');
      await context.sync();
      return { formats: range.numberFormat, text: range.text };
    });
    expect(shown).toEqual({ formats: [['m/d/yyyy', 'yyyy"年"m"月"', '0.00%']], text: [['6/30/2022', '2022年6月', '12.50%']] });
  });

  it('takes what starts with =, + or - for a formula', async () => {
    await onSheet([['=A2*2', '-完成', '+B2', '@某']], () => undefined);
    expect([0, 1, 2, 3].map((column) => cellAt(sheet, 0, column).formula)).toEqual(['=A2*2', '=-完成', '=B2', '=@某']);
    expect(await valuesAt('B1')).toEqual([['#NAME?']]);
  });

  it('leaves cells given null as they are and clears those given the empty text', async () => {
    await onSheet([['a', 'b', 'c']], (on) => {
      on.getRange('A1:C1').values = [[null, '', 'd']];
    });
    expect(await valuesAt('A1:C1')).toEqual([['a', '', 'd']]);
    expect(sheet.cells.get(0)?.has(1)).toBe(false);
  });

  it('puts one value into every cell', async () => {
    await onSheet([], (on) => {
      Object.assign(on.getRange('A1:B2'), { values: 7 });
    });
    expect(await valuesAt('A1:B2')).toEqual([
      [7, 7],
      [7, 7],
    ]);
  });

  it('refuses an array of another size', async () => {
    const failure = await failureOf(onSheet([], (on) => void (on.getRange('A1:B2').values = [[1, 2]])));
    expect(failure).toMatchObject({ code: 'InvalidArgument', debugInfo: { errorLocation: 'Range.values' } });
    expect(failure.message).toContain("doesn't match the size");
  });

  it('refuses a large array of another size too, which the client slices', async () => {
    const failure = await failureOf(onSheet([], (on) => void (on.getRange('A1:B2').values = Array.from({ length: 1000 }, () => [1, 2]))));
    expect(failure.code).toBe('InvalidArgument');
  });

  it('drops what falls on a covered cell of a merged area', async () => {
    await onSheet([], (on) => {
      on.getRange('A1:B1').merge();
      on.getRange('A1:C1').values = [['corner', 'covered', 'free']];
    });
    expect(await valuesAt('A1:C1')).toEqual([['corner', '', 'free']]);
  });
});

describe('reading', () => {
  it('answers blanks, errors and truth values as Excel does', async () => {
    sheet.cells.set(
      0,
      new Map([
        [0, { value: { error: '#DIV/0!' }, formula: '=1/0' }],
        [1, { value: true }],
        [2, { value: 44742, style: { numberFormat: 'yyyy-mm-dd' } }],
      ]),
    );
    const read = await onSheet([], async (on, context) => {
      const range = on.getRange('A1:D1').load('values,valueTypes,formulas,text');
      await context.sync();
      return { values: range.values, types: range.valueTypes, formulas: range.formulas, text: range.text };
    });
    expect(read).toEqual({
      values: [['#DIV/0!', true, 44742, '']],
      types: [['Error', 'Boolean', 'Double', 'Empty']],
      formulas: [['=1/0', true, 44742, '']],
      text: [['#DIV/0!', 'TRUE', '2022-06-30', '']],
    });
  });

  it('answers null for the cells of whole columns', async () => {
    const read = await onSheet([['a']], async (on, context) => {
      const range = on.getRange('A:B').load('values,address,rowCount,isEntireColumn');
      await context.sync();
      return range.toJSON();
    });
    expect(read).toMatchObject({ values: null, address: '台账!A:B', rowCount: 1_048_576, isEntireColumn: true });
  });

  it('finds the used range, with or without merely formatted cells', async () => {
    const used = await onSheet([['a', 'b']], async (on, context) => {
      on.getRange('D5').format.fill.color = '#ff0000';
      const [all, valued, none] = [on.getUsedRange(), on.getUsedRangeOrNullObject(true), on.getRange('H1:H9').getUsedRangeOrNullObject()];
      const column = on.getRange('B:B').getUsedRangeOrNullObject(true);
      for (const range of [all, valued, none, column]) range.load('address');
      await context.sync();
      return [all.address, valued.address, none.isNullObject, column.address];
    });
    expect(used).toEqual(['台账!A1:D5', '台账!A1:B1', true, '台账!B1']);
  });

  it('gets ranges from ranges', async () => {
    const addresses = await onSheet([], async (on, context) => {
      const range = on.getRange('B2:D5');
      const got = [
        range.getCell(1, 1),
        range.getRow(0),
        range.getColumn(2),
        range.getLastRow(),
        range.getLastCell(),
        range.getEntireRow(),
        range.getEntireColumn(),
        range.getResizedRange(1, -1),
        range.getAbsoluteResizedRange(1, 1),
        range.getOffsetRange(-1, 1),
        range.getRowsAbove(1),
        range.getRowsBelow(2),
        range.getColumnsBefore(),
        range.getColumnsAfter(2),
        range.getBoundingRect('F9'),
        range.getIntersection('C1:C9'),
        on.getRangeByIndexes(0, 0, 2, 2),
        on.getCell(3, 3),
      ].map((one) => one.load('address'));
      await context.sync();
      return got.map((one) => one.address.replace('台账!', ''));
    });
    expect(addresses).toEqual([
      'C3',
      'B2:D2',
      'D2:D5',
      'B5:D5',
      'D5',
      '2:5',
      'B:D',
      'B2:C6',
      'B2',
      'C1:E4',
      'B1:D1',
      'B6:D7',
      'A2:A5',
      'E2:F5',
      'B2:F9',
      'C2:C5',
      'A1:B2',
      'D4',
    ]);
  });

  it('quotes sheet names where Excel does', async () => {
    const address = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.add("6月 '草'稿").getRange('A1').load('address');
      await context.sync();
      return range.address;
    });
    expect(address).toBe("'6月 ''草''稿'!A1");
  });
});

describe('formats', () => {
  it('sets and reads fill, font, alignment, borders and width', async () => {
    const read = await onSheet([['a', 'b']], async (on, context) => {
      const { format } = on.getRange('A1:B1');
      format.fill.color = 'yellow';
      format.font.bold = true;
      format.font.color = '#9c0006';
      format.horizontalAlignment = 'Center';
      format.wrapText = true;
      format.columnWidth = 105;
      format.borders.getItem('EdgeBottom').style = 'Continuous';
      const range = on
        .getRange('A1:B1')
        .load('format/fill/color,format/font/bold,format/font/color,format/horizontalAlignment,format/wrapText,format/columnWidth');
      const edge = on.getRange('B1').format.borders.getItem('EdgeBottom').load('style');
      await context.sync();
      return { ...range.toJSON().format, edge: edge.style };
    });
    expect(read).toMatchObject({
      fill: { color: '#FFFF00' },
      font: { bold: true, color: '#9C0006' },
      horizontalAlignment: 'Center',
      wrapText: true,
      columnWidth: 105,
      edge: 'Continuous',
    });
    expect(sheet.columns.get(1)?.width).toBe(20);
    expect(cellAt(sheet, 0, 0).style).toBe(cellAt(sheet, 0, 1).style);
  });

  it('answers null or the empty text where cells differ', async () => {
    const mixed = await onSheet([['a', 'b']], async (on, context) => {
      on.getRange('A1').format.font.bold = true;
      on.getRange('A1').format.fill.color = '#FF0000';
      const range = on.getRange('A1:B1').load('format/fill/color,format/font/bold');
      await context.sync();
      return [range.format.fill.color, range.format.font.bold];
    });
    expect(mixed).toEqual(['', null]);
  });

  it('formats several areas at once', async () => {
    await onSheet([], (on) => {
      on.getRanges('A1:A2,C3').format.fill.color = '#00FF00';
    });
    expect([cellAt(sheet, 1, 0), cellAt(sheet, 2, 2), cellAt(sheet, 2, 0)].map((cell) => cell.style?.fill)).toEqual(['#00FF00', '#00FF00', undefined]);
  });

  it('hides and shows rows and columns', async () => {
    const hidden = await onSheet([['a']], async (on, context) => {
      on.getRange('B:B').columnHidden = true;
      on.getRange('3:4').rowHidden = true;
      const [column, rows, part] = [on.getRange('B1'), on.getRange('A3:A4'), on.getRange('A1:C1')];
      for (const range of [column, rows, part]) range.load('columnHidden,rowHidden');
      await context.sync();
      return [column.columnHidden, rows.rowHidden, part.columnHidden, part.rowHidden];
    });
    expect(hidden).toEqual([true, true, null, false]);
  });

  it('clears contents, formats or both', async () => {
    await onSheet([['a', 'b', 'c']], (on) => {
      on.getRange('A1:C1').format.fill.color = '#FF0000';
      on.getRange('A1').clear('Contents');
      on.getRange('B1').clear('Formats');
      on.getRange('C1').clear();
    });
    expect([0, 1, 2].map((column) => cellAt(sheet, 0, column))).toEqual([{ value: null, style: { fill: '#FF0000' } }, { value: 'b' }, { value: null }]);
  });
});
