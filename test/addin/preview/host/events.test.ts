import { beforeEach, describe, expect, it } from 'vitest';
import { putCell, type Book, type Change, type Sheet } from '../../../../addin/preview/model/book.ts';
import { open, onSheet } from './open.ts';

let sheet: Sheet;
let book: Book;
beforeEach(() => {
  ({ sheet, book } = open());
});

/** Events come after the request that caused them. */
const delivered = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

function edit(row: number, column: number, value: string): void {
  putCell(sheet, row, column, { value });
  book.notify({ kind: 'cells', source: 'person', sheet, area: { row, column, rows: 1, columns: 1 } });
}

describe('notices to the book', () => {
  it('are one for each range the add-in wrote, however the client sliced it', async () => {
    const changes: Change[] = [];
    book.onChange((change) => changes.push(change));
    await onSheet([], (on) => {
      on.getRange('A1:J500').values = Array.from({ length: 500 }, () => Array.from({ length: 10 }, () => 1));
      on.getRange('A1:J1').format.fill.color = '#FF0000';
    });
    expect(changes).toEqual([
      { kind: 'cells', source: 'addin', sheet, area: { row: 0, column: 0, rows: 500, columns: 10 }, what: 'edited' },
      { kind: 'cells', source: 'addin', sheet, area: { row: 0, column: 0, rows: 1, columns: 10 }, what: 'formatted' },
    ]);
  });
});

describe('events', () => {
  it('tell of edits by the person and by the add-in, with their range, until removed', async () => {
    const seen: string[] = [];
    const handler = await onSheet([['h']], (on) =>
      on.onChanged.add(async (args) => {
        await Excel.run(async (context) => {
          const range = args.getRange(context).load('values');
          await context.sync();
          seen.push(`${args.changeType} ${args.address} ${String(range.values[0]?.[0])} ${args.source} ${args.triggerSource}`);
        });
      }),
    );
    edit(1, 1, 'typed');
    await delivered();
    await onSheet([], (on) => void (on.getRange('C3').values = [['written']]));
    await delivered();
    await Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
    edit(1, 1, 'unheard');
    await delivered();
    expect(seen).toEqual(['RangeEdited B2 typed Local Unknown', 'RangeEdited C3 written Local ThisLocalAddin']);
  });

  it('tell of inserted rows and of changed tables', async () => {
    const seen: string[] = [];
    await onSheet([['编号'], [1]], (on, context) => {
      on.tables.add('A1:A2', true);
      context.workbook.worksheets.onChanged.add(async (args) => void seen.push(`${args.changeType} ${args.address}`));
      on.tables.getItemAt(0).onChanged.add(async (args) => void seen.push(`table ${args.address}`));
    });
    await onSheet([], (on) => on.getRange('5:6').insert('Down'));
    edit(1, 0, '2');
    await delivered();
    expect(seen).toEqual(['RowInserted 5:6', 'RangeEdited A2', 'table A2']);
  });

  it('tell which sheet was activated, added or deleted', async () => {
    const seen: string[] = [];
    const second = book.addSheet('第二');
    book.notify({ kind: 'sheets', source: 'file', sheet: second });
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.onActivated.add(async (args) => void seen.push(`activated ${args.worksheetId === second.id}`));
      worksheets.onAdded.add(async () => void seen.push('added'));
      worksheets.onDeleted.add(async () => void seen.push('deleted'));
      await context.sync();
    });
    book.activeSheet = second;
    book.notify({ kind: 'selection', source: 'person', sheet: second });
    await Excel.run(async (context) => void context.workbook.worksheets.add('第三'));
    await Excel.run(async (context) => context.workbook.worksheets.getItem('第三').delete());
    await delivered();
    expect(seen).toEqual(['activated true', 'added', 'deleted']);
  });

  it('tell of a new selection, on the sheet and on the workbook', async () => {
    const seen: string[] = [];
    await onSheet([], (on, context) => {
      on.onSelectionChanged.add(async (args) => void seen.push(args.address));
      context.workbook.onSelectionChanged.add(async () => void seen.push('workbook'));
    });
    await onSheet([], (on) => on.getRange('B2:C3').select());
    await delivered();
    expect(seen.toSorted()).toEqual(['B2:C3', 'workbook']);
    expect(book.selection).toEqual({ row: 1, column: 1, rows: 2, columns: 2 });
  });
});
