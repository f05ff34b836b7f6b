import { beforeEach, describe, expect, it } from 'vitest';
import { cellAt, type Sheet } from '../../../../addin/preview/model/book.ts';
import { open, onSheet, failureOf, valuesAt } from './open.ts';

const LEDGER = [
  ['编号', '责任单位', '进度', '备注'],
  [1, '教育局', 0.5, 'x'],
  [2, '住建局', 1, 'y'],
];

let sheet: Sheet;
beforeEach(async () => {
  ({ sheet } = open());
  await onSheet(LEDGER, (on) => {
    on.tables.add('A1:C3', true).name = 'Tasks';
  });
});

describe('tables', () => {
  it('answer their parts and are found by name and by id', async () => {
    const read = await onSheet([], async (on, context) => {
      const table = context.workbook.tables.getItem('tasks').load('id,name,showHeaders,showTotals,style');
      const parts = [
        table.getRange(),
        table.getHeaderRowRange(),
        table.getDataBodyRange(),
        table.columns.getItem('进度').getDataBodyRange(),
        table.rows.getItemAt(1).getRange(),
      ];
      for (const part of parts) part.load('address');
      table.worksheet.load('name');
      await context.sync();
      const again = on.tables.getItem(table.id).load('name');
      await context.sync();
      return { addresses: parts.map((part) => part.address.replace('台账!', '')), names: [table.name, again.name, table.worksheet.name] };
    });
    expect(read).toEqual({ addresses: ['A1:C3', 'A1:C1', 'A2:C3', 'C2:C3', 'A3:C3'], names: ['Tasks', 'Tasks', '台账'] });
  });

  it('get a header row when they have none', async () => {
    await onSheet([], (on) => {
      on.getRange('F1:G2').values = [
        ['a', 'b'],
        ['c', 'd'],
      ];
      on.tables.add('F1:G2', false);
    });
    expect(await valuesAt('F1:G3')).toEqual([
      ['Column1', 'Column2'],
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('keep their headers text, filled and unlike one another', async () => {
    await onSheet([], (on) => {
      on.getRange('A1:C1').values = [[2022, '', '2022']];
    });
    expect(await valuesAt('A1:C1')).toEqual([['2022', 'Column2', '20222']]);
  });

  it('may not overlap, nor take a taken name', async () => {
    expect((await failureOf(onSheet([], (on) => on.tables.add('C3:D5', true)))).code).toBe('InvalidArgument');
    const second = onSheet([], (on) => {
      on.tables.add('F1:G2', true).name = 'TASKS';
    });
    expect((await failureOf(second)).code).toBe('ItemAlreadyExists');
  });

  it('give way when converted to a range; deleted, they take their cells along', async () => {
    await onSheet([], (on) => on.tables.getItem('Tasks').convertToRange());
    expect([sheet.tables.length, (await valuesAt('A1'))[0]]).toEqual([0, ['编号']]);
    await onSheet([], (on) => on.tables.add('A1:C3', true).delete());
    expect([sheet.tables.length, (await valuesAt('A1:D1'))[0]]).toEqual([0, ['', '', '', '备注']]);
  });

  it('are resized around their header row', async () => {
    await onSheet([], (on) => on.tables.getItem('Tasks').resize('A1:D5'));
    expect(sheet.tables[0]?.area).toEqual({ row: 0, column: 0, rows: 5, columns: 4 });
  });
});

describe('table columns', () => {
  it('are added at the end; what stands right of the table in its rows moves right, other rows stay', async () => {
    await onSheet([], (on) => {
      on.getRange('D5').values = [['below']];
      on.getRange('D2').format.fill.color = '#FF0000';
      on.tables.getItem('Tasks').columns.add(undefined, [['预警'], ['红'], ['绿']]);
    });
    expect(await valuesAt('A1:E5')).toEqual([
      ['编号', '责任单位', '进度', '预警', '备注'],
      [1, '教育局', 0.5, '红', 'x'],
      [2, '住建局', 1, '绿', 'y'],
      ['', '', '', '', ''],
      ['', '', '', 'below', ''],
    ]);
    expect(cellAt(sheet, 1, 4).style?.fill).toBe('#FF0000');
    expect(sheet.tables[0]?.area.columns).toBe(4);
  });

  it('are added in the middle and at the front, with a name, and are known by their ids afterwards', async () => {
    const names = await onSheet([], async (on, context) => {
      const { columns } = on.tables.getItem('Tasks');
      const progress = columns.getItem('进度').load('name,index');
      await context.sync();
      columns.add(1, undefined, '时限');
      columns.add(0);
      await context.sync();
      progress.load('name,index');
      columns.load('items/name,items/id');
      await context.sync();
      return {
        progress: [progress.name, progress.index],
        all: columns.items.map((column) => column.name),
        ids: new Set(columns.items.map((column) => column.id)).size,
      };
    });
    expect(names).toEqual({ progress: ['进度', 4], all: ['Column1', '编号', '时限', '责任单位', '进度'], ids: 5 });
    expect(await valuesAt('F1')).toEqual([['备注']]);
  });

  it('are deleted; what stands right of them moves left', async () => {
    await onSheet([], (on) => on.tables.getItem('Tasks').columns.getItem('责任单位').delete());
    expect((await valuesAt('A1:D2')).map((row) => row.join())).toEqual(['编号,进度,备注,', '1,0.5,x,']);
    expect(sheet.tables[0]?.area.columns).toBe(2);
  });

  it('carry merges, formats and comments of the moved cells along', async () => {
    await onSheet([], (on, context) => {
      on.getRange('E2:F3').merge();
      on.getRange('E1:E3').conditionalFormats.add('Custom').custom.rule.formula = '=$E1>0';
      context.workbook.comments.add('台账!D1', '说明');
      on.tables.getItem('Tasks').columns.add();
    });
    expect(sheet.merges).toEqual([{ row: 1, column: 5, rows: 2, columns: 2 }]);
    expect(sheet.conditionalFormats[0]?.area).toEqual({ row: 0, column: 5, rows: 3, columns: 1 });
    expect(sheet.comments[0]).toMatchObject({ row: 0, column: 4 });
  });

  it('are refused where a merged area beside the table would be torn', async () => {
    await onSheet([], (on) => on.getRange('E3:E6').merge());
    const failure = await failureOf(onSheet([], (on) => on.tables.getItem('Tasks').columns.add()));
    expect(failure.code).toBe('MergedRangeConflict');
    expect(sheet.tables[0]?.area.columns).toBe(3);
  });

  it('are refused where a table beside would be torn', async () => {
    await onSheet([], (on) => on.tables.add('F2:G6', true));
    expect((await failureOf(onSheet([], (on) => on.tables.getItem('Tasks').columns.add()))).code).toBe('InsertDeleteConflict');
  });

  it('refuse values of another length', async () => {
    expect((await failureOf(onSheet([], (on) => on.tables.getItem('Tasks').columns.add(undefined, [['a']])))).code).toBe('InvalidArgument');
  });
});

describe('table rows', () => {
  it('are added at the end and in the middle; cells below the table move down', async () => {
    await onSheet([], (on) => {
      on.getRange('A4:D4').values = [['合计', '', '', 'stays']];
      const { rows } = on.tables.getItem('Tasks');
      rows.add(undefined, [[3, '水务局', 0]]);
      rows.add(0, [[0, '财政局', 0]]);
    });
    expect((await valuesAt('A1:A6')).flat()).toEqual(['编号', 0, 1, 2, 3, '合计']);
    expect(await valuesAt('D4')).toEqual([['stays']]);
    expect(sheet.tables[0]?.area.rows).toBe(5);
  });

  it('are deleted, the last one only emptied', async () => {
    await onSheet([], (on) => on.tables.getItem('Tasks').rows.getItemAt(0).delete());
    expect((await valuesAt('A1:A3')).flat()).toEqual(['编号', 2, '']);
    await onSheet([], (on) => on.tables.getItem('Tasks').rows.getItemAt(0).delete());
    expect((await valuesAt('A1:A2')).flat()).toEqual(['编号', '']);
    expect(sheet.tables[0]?.area.rows).toBe(2);
  });
});

describe('filters', () => {
  it('of a table hide rows and say so', async () => {
    const state = await onSheet([], async (on, context) => {
      const table = on.tables.getItem('Tasks');
      table.columns.getItem('责任单位').filter.applyValuesFilter(['教育局']);
      const row = on.getRange('A3').load('rowHidden');
      table.autoFilter.load('enabled,isDataFiltered');
      await context.sync();
      const filtered = [row.rowHidden, table.autoFilter.enabled, table.autoFilter.isDataFiltered];
      table.clearFilters();
      row.load('rowHidden');
      table.autoFilter.load('isDataFiltered');
      await context.sync();
      return [filtered, row.rowHidden, table.autoFilter.isDataFiltered];
    });
    expect(state).toEqual([[true, true, true], false, false]);
  });

  it('stay with their column when another is added before it', async () => {
    const criteria = await onSheet([], async (on, context) => {
      const table = on.tables.getItem('Tasks');
      table.columns.getItem('责任单位').filter.applyValuesFilter(['教育局']);
      await context.sync();
      table.columns.add(0);
      table.columns.add(2, undefined, '时限');
      const { filter } = table.columns.getItem('责任单位');
      filter.load('criteria');
      await context.sync();
      return filter.criteria;
    });
    expect(criteria).toMatchObject({ filterOn: 'Values', values: ['教育局'] });
  });

  it('of the sheet are applied, read and taken away', async () => {
    const state = await onSheet([], async (on, context) => {
      on.tables.getItem('Tasks').convertToRange();
      on.autoFilter.apply('A1:D3', 2, { filterOn: 'Custom', criterion1: '>=1' });
      const range = on.autoFilter.getRangeOrNullObject().load('address');
      on.autoFilter.load('enabled,isDataFiltered');
      await context.sync();
      const filtered = [range.address, on.autoFilter.enabled, on.autoFilter.isDataFiltered, sheet.rows.get(1)?.hidden];
      on.autoFilter.remove();
      const gone = on.autoFilter.getRangeOrNullObject().load('address');
      await context.sync();
      return [filtered, gone.isNullObject, sheet.rows.get(1)?.hidden];
    });
    expect(state).toEqual([['台账!A1:D3', true, true, true], true, false]);
  });
});
