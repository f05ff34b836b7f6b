import { beforeEach, describe, expect, it } from 'vitest';
import type { Book, Sheet } from '../../../../addin/preview/model/book.ts';
import { open, onSheet, failureOf } from './open.ts';

let sheet: Sheet;
let book: Book;
beforeEach(() => {
  ({ sheet, book } = open());
});

describe('conditional formats', () => {
  it('are added at first priority with their rule and look', async () => {
    const items = await onSheet([], async (on, context) => {
      const range = on.getRange('A2:A9');
      const red = range.conditionalFormats.add(Excel.ConditionalFormatType.custom);
      red.custom.rule.formula = '=$C2="红"';
      red.custom.format.fill.color = '#FFC7CE';
      red.custom.format.font.color = '#9C0006';
      red.stopIfTrue = true;
      const late = range.conditionalFormats.add(Excel.ConditionalFormatType.cellValue);
      late.cellValue.rule = { formula1: '0', operator: 'LessThan' };
      const text = range.conditionalFormats.add(Excel.ConditionalFormatType.containsText);
      text.textComparison.rule = { operator: 'Contains', text: '逾期' };
      range.conditionalFormats.load('items/type,items/priority,items/id');
      await context.sync();
      return range.conditionalFormats.items.map((item) => [item.type, item.priority]);
    });
    expect(items).toEqual([
      ['ContainsText', 0],
      ['CellValue', 1],
      ['Custom', 2],
    ]);
    expect(
      sheet.conditionalFormats.map(({ area, type, formula, operator, format, stopIfTrue }) => ({
        area,
        type,
        formula,
        ...(operator && { operator }),
        format,
        stopIfTrue,
      })),
    ).toEqual([
      {
        area: { row: 1, column: 0, rows: 8, columns: 1 },
        type: 'custom',
        formula: '=$C2="红"',
        format: { fill: '#FFC7CE', font: { color: '#9C0006' } },
        stopIfTrue: true,
      },
      { area: { row: 1, column: 0, rows: 8, columns: 1 }, type: 'cellValue', formula: '=0', operator: 'lessThan', format: {}, stopIfTrue: false },
      { area: { row: 1, column: 0, rows: 8, columns: 1 }, type: 'containsText', formula: '逾期', operator: 'contains', format: {}, stopIfTrue: false },
    ]);
  });

  it('are found again, deleted, and cleared off part of their range', async () => {
    await onSheet([], async (on, context) => {
      const all = on.getRange('A1:B4').conditionalFormats;
      const first = all.add('Custom');
      first.custom.rule.formula = '=TRUE';
      first.load('id');
      all.add('Custom').custom.rule.formula = '=FALSE';
      await context.sync();
      const again = on.getRange('B2').conditionalFormats.getItem(first.id);
      again.custom.rule.load('formula');
      again.getRange().load('address');
      await context.sync();
      expect(again.custom.rule.formula).toBe('=TRUE');
      again.delete();
      on.getRange('A1:A4').conditionalFormats.clearAll();
      await context.sync();
    });
    expect(sheet.conditionalFormats.map((format) => [format.formula, format.area.column])).toEqual([['=FALSE', 1]]);
  });

  it('have borders of their own: by name or side, taken away again by None', async () => {
    const read = await onSheet([], async (on, context) => {
      const { borders } = on.getRange('A2:A9').conditionalFormats.add('Custom').custom.format;
      borders.getItem('EdgeLeft').color = '#a4262c';
      borders.bottom.style = 'Dash';
      borders.getItem('EdgeTop').style = 'Continuous';
      borders.top.style = 'None';
      borders.load('items/sideIndex,items/style,items/color');
      await context.sync();
      return borders.items.map(({ sideIndex, style, color }) => [sideIndex, style, color]);
    });
    expect(read).toEqual([
      ['EdgeTop', 'None', '#000000'],
      ['EdgeBottom', 'Dash', '#000000'],
      ['EdgeLeft', 'Continuous', '#A4262C'],
      ['EdgeRight', 'None', '#000000'],
    ]);
    expect(sheet.conditionalFormats[0]?.format).toEqual({ borders: { left: { style: 'thin', color: '#A4262C' }, bottom: { style: 'dashed' } } });
    await onSheet([], (on) => {
      const { borders } = on.getRange('A2').conditionalFormats.getItemAt(0).custom.format;
      borders.left.style = 'None';
      borders.bottom.style = 'None';
    });
    expect(sheet.conditionalFormats[0]?.format).toEqual({});
  });

  it('have no border of a kind or side that Excel gives them none of', async () => {
    const setting = (act: (borders: Excel.ConditionalRangeBorderCollection) => void) =>
      failureOf(onSheet([], (on) => act(on.getRange('A1').conditionalFormats.add('Custom').custom.format.borders)));
    expect(await setting((borders) => void (borders.left.style = 'Double' as 'Dash'))).toMatchObject({ code: 'InvalidArgument' });
    expect(await setting((borders) => void (borders.getItem('InsideVertical' as 'EdgeTop').style = 'Dash'))).toMatchObject({ code: 'InvalidArgument' });
    expect(await setting((borders) => void (borders.left.style = 'DashDot'))).toMatchObject({ code: 'NotImplemented' });
  });

  it('of other kinds are refused by name', async () => {
    const failure = await failureOf(onSheet([], (on) => void on.getRange('A1').conditionalFormats.add('DataBar')));
    expect(failure).toMatchObject({ code: 'NotImplemented' });
    expect(failure.message).toContain('DataBar');
  });
});

describe('data validation', () => {
  it('keeps lists with their error alert', async () => {
    const read = await onSheet([], async (on, context) => {
      const validation = on.getRange('B2:B9').dataValidation;
      validation.rule = { list: { inCellDropDown: true, source: '是,否' } };
      validation.errorAlert = { showAlert: true, style: 'Stop', title: '状态', message: '请选择' };
      validation.load('rule,type');
      const none = on.getRange('C1').dataValidation.load('type');
      await context.sync();
      on.getRange('B2:B4').dataValidation.clear();
      return [validation.type, validation.rule.list?.source, none.type];
    });
    expect(read).toEqual(['List', '是,否', 'None']);
    expect(sheet.validations).toEqual([
      { areas: [{ row: 4, column: 1, rows: 5, columns: 1 }], list: ['是', '否'], errorAlert: { title: '状态', message: '请选择' } },
    ]);
  });
});

describe('settings', () => {
  it('keep any JSON under a key, once', async () => {
    const read = await Excel.run(async (context) => {
      const { settings } = context.workbook;
      settings.add('taizhang', { bindings: [1] });
      settings.add('taizhang', { bindings: [1, 2], name: '台账' });
      settings.add('other', 'x').delete();
      const one = settings.getItemOrNullObject('taizhang').load('value');
      const none = settings.getItemOrNullObject('none').load('value');
      settings.load('items/key');
      await context.sync();
      return [one.value as unknown, none.isNullObject, settings.items.map((item) => item.key)];
    });
    expect(read).toEqual([{ bindings: [1, 2], name: '台账' }, true, ['taizhang']]);
    expect(book.settings.get('taizhang')).toEqual({ bindings: [1, 2], name: '台账' });
  });
});

describe('names', () => {
  it('stand for ranges and constants and can be hidden', async () => {
    const read = await onSheet([], async (on, context) => {
      const { names } = context.workbook;
      const range = names.add('区域', on.getRange('A1:B2'));
      range.visible = false;
      const text = names.add('_version', '="v1"');
      const none = names.getItemOrNullObject('none').load('name');
      for (const name of [range, text]) name.load('name,type,value,formula,visible');
      const target = names.getItem('区域').getRange().load('address');
      await context.sync();
      return [
        [range.type, range.value as unknown, range.formula as unknown, range.visible],
        [text.type, text.value as unknown],
        target.address,
        none.isNullObject,
      ];
    });
    expect(read).toEqual([['Range', '台账!$A$1:$B$2', '=台账!$A$1:$B$2', false], ['String', 'v1'], '台账!A1:B2', true]);
    await Excel.run(async (context) => context.workbook.names.getItem('区域').delete());
    expect(book.names).toEqual([{ name: '_version', formula: '="v1"', visible: true }]);
  });
});

describe('comments', () => {
  it('are added, found by cell, changed and deleted', async () => {
    const content = await onSheet([], async (on, context) => {
      context.workbook.comments.add('台账!B2', '图例');
      await context.sync();
      const comment = context.workbook.comments.getItemByCell('台账!B2');
      comment.content = '图例 2022-06-30';
      on.comments.load('items/content');
      const place = comment.getLocation().load('address');
      await context.sync();
      return [on.comments.items.map((one) => one.content), place.address];
    });
    expect(content).toEqual([['图例 2022-06-30'], '台账!B2']);
    await onSheet([], (on) => on.comments.getItemByCell('B2').delete());
    expect(sheet.comments).toEqual([]);
    expect((await failureOf(onSheet([], (on) => void on.comments.getItemByCell('B2').load('content')))).code).toBe('ItemNotFound');
  });

  it('from a file get their ids on first use and keep them', async () => {
    sheet.comments = [{ row: 0, column: 0, text: '批注' }];
    const text = await onSheet([], async (on, context) => {
      const comment = on.comments.getItemAt(0).load('id');
      await context.sync();
      const again = context.workbook.comments.getItem(comment.id).load('content');
      await context.sync();
      return again.content;
    });
    expect(text).toBe('批注');
  });
});

describe('custom XML', () => {
  it('is kept by namespace', async () => {
    const xml = '<?xml version="1.0"?><t:ledger xmlns:t="urn:taizhang"><t:row/></t:ledger>';
    const read = await Excel.run(async (context) => {
      const parts = context.workbook.customXmlParts;
      const part = parts.add('<ledger xmlns="urn:taizhang"/>');
      part.setXml(xml);
      parts.add('<plain/>');
      await context.sync();
      const only = parts.getByNamespace('urn:taizhang').getOnlyItemOrNullObject().load('namespaceUri');
      const none = parts.getByNamespace('urn:none').getOnlyItemOrNullObject().load('id');
      const got = only.getXml();
      const count = parts.getCount();
      await context.sync();
      only.delete();
      await context.sync();
      return [only.namespaceUri, got.value, none.isNullObject, count.value];
    });
    expect(read).toEqual(['urn:taizhang', xml, true, 2]);
    expect(book.customXmlParts.map((part) => part.xml)).toEqual(['<plain/>']);
  });
});

describe('the application', () => {
  it('lets calculation and drawing be suspended', async () => {
    const mode = await Excel.run(async (context) => {
      const { application } = context.workbook;
      application.suspendApiCalculationUntilNextSync();
      application.suspendScreenUpdatingUntilNextSync();
      application.load('calculationMode');
      await context.sync();
      return application.calculationMode;
    });
    expect(mode).toBe('Automatic');
  });
});
