import { beforeEach, describe, expect, it } from 'vitest';
import { cellAt, type Sheet } from '../../../../addin/preview/model/book.ts';
import { MAX_COLUMNS } from '../../../../addin/preview/model/areas.ts';
import { shiftCells } from '../../../../addin/preview/model/shift.ts';
import { open, onSheet, failureOf, valuesAt } from './open.ts';

let sheet: Sheet;
beforeEach(() => {
  ({ sheet } = open());
});

describe('inserting and deleting cells', () => {
  it('moves cells, merges, formats, validations, comments, filter and row heights with whole rows', async () => {
    await onSheet([['a'], ['b'], ['c']], (on, context) => {
      on.getRange('A3').format.rowHeight = 40;
      on.getRange('B3:C3').merge();
      on.getRange('A1:A3').conditionalFormats.add('Custom').custom.rule.formula = '=$A1=""';
      on.getRange('D3').dataValidation.rule = { list: { inCellDropDown: true, source: '是,否' } };
      on.autoFilter.apply('A1:A3');
      context.workbook.names.add('here', on.getRange('A3'));
      context.workbook.comments.add('台账!A3', '注');
      on.getRange('2:3').insert('Down');
    });
    expect((await valuesAt('A1:A5')).flat()).toEqual(['a', '', '', 'b', 'c']);
    expect(sheet.rows.get(4)?.height).toBe(40);
    expect(sheet.merges).toEqual([{ row: 4, column: 1, rows: 1, columns: 2 }]);
    expect(sheet.conditionalFormats[0]?.area).toEqual({ row: 0, column: 0, rows: 5, columns: 1 });
    expect(sheet.validations[0]?.areas).toEqual([{ row: 4, column: 3, rows: 1, columns: 1 }]);
    expect(sheet.filter?.area.rows).toBe(5);
    expect(sheet.comments[0]?.row).toBe(4);
    await onSheet([], async (on, context) => {
      const named = context.workbook.names.getItem('here').getRange().load('address');
      await context.sync();
      expect(named.address).toBe('台账!A5');
      on.getRange('5:5').delete('Up');
    });
    expect([sheet.merges, sheet.comments, sheet.validations]).toEqual([[], [], []]);
  });

  it('moves columns with their widths', async () => {
    await onSheet([['a', 'b', 'c']], (on) => {
      on.getRange('C1').format.columnWidth = 105;
      on.getRange('B:B').insert('Right');
      on.getRange('A:A').delete('Left');
    });
    expect(await valuesAt('A1:C1')).toEqual([['', 'b', 'c']]);
    expect(sheet.columns.get(2)?.width).toBe(20);
  });

  it('moves only the cells below or right of a part of the sheet, and splits a format that reaches beyond', async () => {
    await onSheet(
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      (on) => {
        on.getRange('A1:B2').conditionalFormats.add('Custom').custom.rule.formula = '=TRUE';
        on.getRange('A1').insert('Down');
      },
    );
    expect(await valuesAt('A1:B3')).toEqual([
      ['', 'b'],
      ['a', 'd'],
      ['c', ''],
    ]);
    const [format] = sheet.conditionalFormats;
    expect([format?.area, ...(format?.moreAreas ?? [])]).toEqual([
      { row: 0, column: 1, rows: 2, columns: 1 },
      { row: 1, column: 0, rows: 2, columns: 1 },
    ]);
  });

  it('formats inserted cells like those above or left of them', async () => {
    await onSheet([['a', 'b']], (on) => {
      on.getRange('A1').format.fill.color = '#FF0000';
      on.getRange('2:2').insert('Down');
      on.getRange('B:B').insert('Right');
    });
    expect([cellAt(sheet, 1, 0).style?.fill, cellAt(sheet, 0, 1).style?.fill]).toEqual(['#FF0000', '#FF0000']);
  });

  it('lets ranges the add-in holds on to follow', async () => {
    const address = await onSheet([['a']], async (on, context) => {
      const range = on.getRange('A1');
      await context.sync();
      on.getRange('1:1').insert('Down');
      await context.sync();
      range.load('address');
      await context.sync();
      return range.address;
    });
    expect(address).toBe('台账!A2');
  });

  it('fails with ItemNotFound on a range held on to whose cells or sheet are gone', async () => {
    const uses = [(on: Excel.Worksheet) => on.getRange('1:2').delete('Up'), (on: Excel.Worksheet) => on.delete()];
    for (const use of uses) {
      open();
      const work = onSheet([['a']], async (on, context) => {
        context.workbook.worksheets.add('另一');
        const range = on.getRange('A1');
        await context.sync();
        use(on);
        await context.sync();
        range.load('values');
        await context.sync();
      });
      expect((await failureOf(work)).code).toBe('ItemNotFound');
    }
  });

  it('lets them follow rows the person inserts, too', async () => {
    const { book, sheet: own } = open();
    const address = await onSheet([['a']], async (on, context) => {
      const range = on.getRange('A1');
      await context.sync();
      const area = { row: 0, column: 0, rows: 2, columns: MAX_COLUMNS };
      shiftCells(book, own, { kind: 'insert', axis: 'down', area });
      book.notify({ kind: 'cells', source: 'person', sheet: own, area, what: 'rowsInserted' });
      range.load('address,values');
      await context.sync();
      return [range.address, range.values];
    });
    expect(address).toEqual(['台账!A3', [['a']]]);
  });

  it('refuses to tear a table', async () => {
    await onSheet(
      [
        ['x', 'y'],
        [1, 2],
      ],
      (on) => on.tables.add('A1:B2', true),
    );
    expect((await failureOf(onSheet([], (on) => on.getRange('A2').insert('Down')))).code).toBe('InsertDeleteConflict');
  });

  it('refuses to push filled cells off the sheet', async () => {
    await onSheet([], (on) => {
      on.getRange('A1048576').values = [['last']];
    });
    expect((await failureOf(onSheet([], (on) => on.getRange('A1').insert('Down')))).code).toBe('NonBlankCellOffSheet');
  });
});

describe('sorting', () => {
  it('orders numbers, text, truth values, blanks last, and takes styles and comments along', async () => {
    await onSheet(
      [
        ['h', ''],
        ['b', 1],
        ['', 2],
        [3, 3],
        [true, 4],
        ['A', 5],
      ],
      (on, context) => {
        on.getRange('A4').format.fill.color = '#FF0000';
        context.workbook.comments.add('台账!B6', '注');
        on.getRange('A1:B6').sort.apply([{ key: 0, ascending: true }], false, true);
      },
    );
    expect(await valuesAt('A1:B6')).toEqual([
      ['h', ''],
      [3, 3],
      ['A', 5],
      ['b', 1],
      [true, 4],
      ['', 2],
    ]);
    expect([cellAt(sheet, 1, 0).style?.fill, sheet.comments[0]?.row]).toEqual(['#FF0000', 2]);
    await onSheet([], (on) => on.getRange('A2:B6').sort.apply([{ key: 0, ascending: false }]));
    expect((await valuesAt('A2:A6')).flat()).toEqual([true, 'b', 'A', 3, '']);
  });

  it('is refused over merged cells', async () => {
    await onSheet([['a'], ['b']], (on) => on.getRange('A1:B1').merge());
    expect((await failureOf(onSheet([], (on) => on.getRange('A1:B2').sort.apply([{ key: 0 }])))).code).toBe('MergedRangeConflict');
  });
});

describe('merging', () => {
  it('keeps the corner only, and tells the merged areas', async () => {
    const read = await onSheet(
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      async (on, context) => {
        on.getRange('A1:B2').merge();
        const merged = on.getRange('B2:C9').getMergedAreasOrNullObject().load('address,areaCount,areas/items/rowIndex');
        const none = on.getRange('D1').getMergedAreasOrNullObject().load('address');
        await context.sync();
        return [merged.address, merged.areas.items.map((area) => area.rowIndex), none.isNullObject];
      },
    );
    expect(read).toEqual(['台账!A1:B2', [0], true]);
    expect(await valuesAt('A1:B2')).toEqual([
      ['a', ''],
      ['', ''],
    ]);
    await onSheet([], (on) => on.getRange('A1').unmerge());
    expect(sheet.merges).toEqual([]);
  });
});

describe('protected sheets', () => {
  it('take writes to unlocked cells only', async () => {
    const isProtected = await onSheet([], async (on, context) => {
      on.getRange('B1').format.protection.locked = false;
      on.protection.protect();
      on.protection.load('protected');
      await context.sync();
      return on.protection.protected;
    });
    expect(isProtected).toBe(true);
    await onSheet([], (on) => void (on.getRange('B1').values = [['free']]));
    const refused = [
      onSheet([], (on) => void (on.getRange('A1:B1').values = [[1, 2]])),
      onSheet([], (on) => void (on.getRange('A1').format.fill.color = 'red')),
      onSheet([], (on) => on.getRange('1:1').insert('Down')),
      onSheet([], (on) => void on.getRange('A1').conditionalFormats.add('Custom')),
      onSheet([], (on, context) => void context.workbook.comments.add('台账!A1', 'x')),
      onSheet([], (on) => void on.tables.add('A1:B2', true)),
      onSheet([], (on) => void (on.getRange('A:A').columnHidden = true)),
    ];
    for (const work of refused) expect((await failureOf(work)).code).toBe('AccessDenied');
    expect(await valuesAt('A1:B1')).toEqual([['', 'free']]);
    await onSheet([], (on) => on.protection.unprotect());
    await onSheet([['now']], () => undefined);
  });
});

describe('worksheets', () => {
  it('are added, renamed, ordered, hidden, activated and deleted', async () => {
    const names = await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const added = worksheets.add('汇总');
      added.position = 0;
      added.tabColor = '#FF0000';
      added.activate();
      worksheets.getItem('台账').name = '主台账';
      worksheets.add().visibility = 'Hidden';
      const active = worksheets.getActiveWorksheet().load('name,position,tabColor');
      worksheets.load('items/name,items/visibility');
      await context.sync();
      return { active: active.toJSON(), all: worksheets.items.map((one) => `${one.name} ${one.visibility}`) };
    });
    expect(names.active).toMatchObject({ name: '汇总', position: 0, tabColor: '#FF0000' });
    expect(names.all).toEqual(['汇总 Visible', '主台账 Visible', 'Sheet3 Hidden']);
    await Excel.run(async (context) => context.workbook.worksheets.getItem('汇总').delete());
    const taken = Excel.run(async (context) => void context.workbook.worksheets.add('主台账'));
    expect((await failureOf(taken)).code).toBe('ItemAlreadyExists');
    const last = Excel.run(async (context) => context.workbook.worksheets.getItem('主台账').delete());
    expect((await failureOf(last)).code).toBe('AccessDenied');
  });

  it('freeze panes', async () => {
    const location = await onSheet([], async (on, context) => {
      on.freezePanes.freezeAt(on.getRange('A1:B3'));
      const range = on.freezePanes.getLocationOrNullObject().load('address');
      await context.sync();
      return range.address;
    });
    expect(location).toBe('台账!A1:B3');
    expect(sheet.frozen).toEqual({ rows: 3, columns: 2 });
  });
});
