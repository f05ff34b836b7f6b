import { describe, expect, it, test } from 'vitest';
import { Book, type ConditionalFormat } from '../../../../addin/preview/model/book.ts';
import { parseAddress } from '../../../../addin/preview/model/address.ts';
import { MAX_COLUMNS, MAX_ROWS } from '../../../../addin/preview/model/areas.ts';
import { shiftCells, type Shift } from '../../../../addin/preview/model/shift.ts';

/** Whole columns or rows, such as `A:B` or `3:4`. */
function lines(kind: Shift['kind'], address: string): Shift {
  const area = parseAddress(address)!;
  return area.rows === MAX_ROWS ? { kind, axis: 'right', area } : { kind, axis: 'down', area: { ...area, columns: MAX_COLUMNS } };
}

/** The rule on `A4:A6` with a formula, after a shift. */
function after(formula: string, shift: Shift, more: Partial<ConditionalFormat> = {}): ConditionalFormat | undefined {
  const book = new Book();
  const sheet = book.addSheet('清单');
  const area = parseAddress('A4:A6')!;
  sheet.conditionalFormats = [{ id: '1', area, type: 'custom', formula, format: {}, priority: 1, stopIfTrue: false, ...more }];
  shiftCells(book, sheet, shift);
  return sheet.conditionalFormats[0];
}

describe('references in the rule of a conditional format', () => {
  test.each([
    ['a column before it', '=$J4="已逾期"', lines('insert', 'A:A'), '=$K4="已逾期"'],
    ['a column between', '=$J4="已逾期"', lines('insert', 'C:D'), '=$L4="已逾期"'],
    ['a column after', '=$J4="已逾期"', lines('insert', 'K:K'), '=$J4="已逾期"'],
    ['rows above', '=OR($J4="A4",$J4="B2")', lines('insert', '1:2'), '=OR($J6="A4",$J6="B2")'],
    ['a row within', '=$J4<$B$9', lines('insert', '5:5'), '=$J4<$B$10'],
    ['ranges', '=SUM($A4:B$9)>COUNTA(D:D)+LOG10(C1)', lines('insert', 'B:B'), '=SUM($A4:C$9)>COUNTA(E:E)+LOG10(D1)'],
    ['whole columns and rows beside', '=COUNTA(D:D,$7:$8)', lines('insert', '2:2'), '=COUNTA(D:D,$8:$9)'],
    ['other sheets', "=名单!$J4&'A 1'!B2&A4", lines('insert', 'A:A'), "=名单!$J4&'A 1'!B2&B4"],
  ])('follow %s being inserted', (_, formula, shift, expected) => {
    expect(after(formula, shift)?.formula).toBe(expected);
  });

  test.each([
    ['a column before it', '=$J4="已逾期"', lines('delete', 'B:C'), '=$H4="已逾期"'],
    ['the column they name', '=$J4="已逾期"', lines('delete', 'J:J'), '=#REF!="已逾期"'],
    ['the first row of the rule: they stay in the row they are asked for', '=$J4=$B$9', lines('delete', '4:4'), '=$J4=$B$8'],
    ['the last row of the rule', '=$J4=$B$9', lines('delete', '6:6'), '=$J4=$B$8'],
  ])('follow %s being deleted', (_, formula, shift, expected) => {
    expect(after(formula, shift)?.formula).toBe(expected);
  });

  it('of both operands follow; the text of a text rule is no reference', () => {
    const between = after('=C4', lines('insert', 'A:A'), { type: 'cellValue', operator: 'between', formula2: '=$D$4' });
    expect([between?.formula, between?.formula2]).toEqual(['=D4', '=$E$4']);
    expect(after('A4', lines('insert', 'A:A'), { type: 'containsText', operator: 'contains' })?.formula).toBe('A4');
  });
});
