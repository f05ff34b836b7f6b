import { describe, expect, it } from 'vitest';
import { open, failureOf, onSheet, valuesAt } from './open.ts';

describe('the client', () => {
  it('has null objects where OrNullObject finds nothing', async () => {
    open();
    const isNull = await Excel.run(async (context) => {
      const table = context.workbook.tables.getItemOrNullObject('无').load('name');
      const range = table.getRange().load('values');
      await context.sync();
      return [table.isNullObject, range.isNullObject];
    });
    expect(isNull).toEqual([true, true]);
  });

  it('fails with ItemNotFound and the statement at fault', async () => {
    const { OfficeExtension } = open();
    const failure = await failureOf(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('无').load('name');
        await context.sync();
      }),
    );
    expect(failure).toBeInstanceOf(OfficeExtension.Error);
    expect(failure).toBeInstanceOf(Error);
    expect(failure).toMatchObject({
      name: 'RichApi.Error',
      code: 'ItemNotFound',
      message: "The requested resource doesn't exist.",
      debugInfo: { errorLocation: 'WorksheetCollection.getItem' },
    });
    expect(failure.debugInfo.statement).toContain('worksheets.getItem(');
  });

  it('refuses properties that were not loaded', async () => {
    open();
    const failure = await failureOf(onSheet([['a']], (sheet) => sheet.getRange('A1').values));
    expect(failure.code).toBe('PropertyNotLoaded');
  });

  it('names the member the host does not implement', async () => {
    open();
    const call = await failureOf(onSheet([], (sheet) => sheet.getRange('A1').copyFrom('B1')));
    expect(call).toMatchObject({
      code: 'NotImplemented',
      message: 'The preview host does not implement Range.copyFrom.',
      debugInfo: { errorLocation: 'Range.copyFrom' },
    });
    const property = await failureOf(onSheet([], (sheet) => void sheet.getRange('A1').load('hyperlink')));
    expect(property.message).toContain('Range.hyperlink');
    const write = await failureOf(onSheet([], (sheet) => void (sheet.standardWidth = 10)));
    expect(write.message).toContain('Worksheet.standardWidth');
    const event = await failureOf(onSheet([], (sheet) => void sheet.onSingleClicked.add(() => Promise.resolve())));
    expect(event.message).toContain('Worksheet.onSingleClicked');
  });

  it('keeps what a failing request did before it failed', async () => {
    open();
    await failureOf(
      onSheet([], (sheet) => {
        sheet.getRange('A1').values = [['kept']];
        sheet.tables.getItem('无').delete();
      }),
    );
    expect(await valuesAt('A1')).toEqual([['kept']]);
  });

  it('uses a range over several syncs and lets it go at the end', async () => {
    const { host } = open();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('B2');
      await context.sync();
      range.values = [['later']];
      await context.sync();
    });
    expect(await valuesAt('B2')).toEqual([['later']]);
    const refused: { readonly Error: { readonly Code: string } } = JSON.parse(
      host.process(
        JSON.stringify({ Actions: [{ Id: 1, ActionType: 1, Name: '', ObjectPathId: 1 }], ObjectPaths: { 1: { Id: 1, ObjectPathType: 6, Name: 'ref1' } } }),
      ),
    );
    expect(refused.Error.Code).toBe('ItemNotFound');
  });

  it('loads collections by names, nested names and objects', async () => {
    open();
    const loaded = await onSheet(
      [
        ['编号', '责任单位'],
        ['1', '教育局'],
      ],
      async (sheet, context) => {
        sheet.tables.add('A1:B2', true).name = '台账表';
        await context.sync();
        const tables = sheet.tables.load('items/name,items/columns/items/name,count');
        const columns = sheet.tables.getItemAt(0).columns.load({ $top: 1, name: true });
        await context.sync();
        return {
          count: tables.count,
          names: tables.items.map((table) => table.columns.items.map((column) => column.name)),
          top: columns.items.map((column) => column.name),
        };
      },
    );
    expect(loaded).toEqual({ count: 1, names: [['编号', '责任单位']], top: ['编号'] });
  });

  it('serves one book after another, each with a client of its own', async () => {
    const first = open();
    await onSheet([['first']], () => undefined);
    const second = open();
    await onSheet([['second']], () => undefined);
    expect([first.sheet, second.sheet].map((sheet) => sheet.cells.get(0)?.get(0)?.value)).toEqual(['first', 'second']);
    expect(first.Excel).not.toBe(second.Excel);
    expect(Excel).toBe(second.Excel);
  });
});

describe('limits of Excel on the web', () => {
  it('refuses a request over 5 MB before anything is done', async () => {
    const { sheet, stats } = open();
    const failure = await failureOf(onSheet([], (on) => void (on.getRange('A1:A300').values = Array.from({ length: 300 }, () => ['字'.repeat(8000)]))));
    expect(failure.code).toBe('RequestPayloadSizeLimitExceeded');
    expect(sheet.cells.size).toBe(0);
    expect(stats.largestRequestBytes).toBeGreaterThan(7_000_000);
  });

  it('refuses a response over 5 MB', async () => {
    const { sheet } = open();
    for (let row = 0; row < 300; row++) sheet.cells.set(row, new Map([[0, { value: '字'.repeat(8000) }]]));
    expect((await failureOf(valuesAt('A1:A300'))).code).toBe('ResponsePayloadSizeLimitExceeded');
  });

  it('refuses to read more than five million cells', async () => {
    open();
    expect((await failureOf(valuesAt('A1:Z200000'))).code).toBe('RangeExceedsLimit');
  });

  it('counts requests, actions and bytes; a large write is one request', async () => {
    const { stats, sheet } = open();
    const values = Array.from({ length: 5000 }, (_, row) => Array.from({ length: 20 }, (__, column) => `第${row}行${column}`));
    await onSheet(values, () => undefined);
    expect(sheet.cells.size).toBe(5000);
    expect(await valuesAt('A1:T5000')).toEqual(values);
    expect(stats.requests).toBeLessThan(10);
    expect(stats.errors).toBe(0);
    expect(stats.largestResponseBytes).toBeGreaterThan(1_000_000);
  });
});
