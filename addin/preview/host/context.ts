import type { Area, Book, CellsChange, Change, ChangeKind, Sheet, Table } from '../model/book.ts';
import { bounding, holds, intersection, isOnSheet, isWholeColumns, isWholeRows } from '../model/areas.ts';
import { parseAddress, splitReference } from '../model/address.ts';
import { cellAt } from '../model/book.ts';
import { shiftCells, shiftObstacle, type AreaMapper, type Shift, type ShiftObstacle } from '../model/shift.ts';
import { accessDenied, ApiError, invalidArgument, itemNotFound } from './errors.ts';
import type { Range } from './api/range.ts';
import type { RangeAreas } from './api/range-areas.ts';
import type { TableObject } from './api/table.ts';
import type { Worksheet } from './api/worksheet.ts';

/** Makes the API objects that point at one another, so that their modules need not. */
export interface Makers {
  range(sheet: Sheet, area: Area): Range;
  rangeAreas(sheet: Sheet, areas: readonly Area[]): RangeAreas;
  worksheet(sheet: Sheet): Worksheet;
  table(sheet: Sheet, table: Table): TableObject;
}

/** A place on a sheet, as arguments give it: an address or a Range. */
export interface Place {
  readonly sheet: Sheet;
  readonly area: Area;
}

const OBSTACLES: Readonly<Record<ShiftObstacle, () => ApiError>> = {
  table: () => new ApiError('InsertDeleteConflict', 'The insert or delete operation attempted resulted in a conflict.', 409),
  merge: () =>
    new ApiError(
      'MergedRangeConflict',
      "Cannot complete the operation. A table can't overlap with a PivotTable report, query results, a table, merged cells, or an XML Map.",
      409,
    ),
  offSheet: () => new ApiError('NonBlankCellOffSheet', 'To prevent possible loss of data, Microsoft Excel cannot shift nonblank cells off of the worksheet.'),
};

/** What every API object works with: the book, what changed in this request, and the rules that hold for any write. */
export class HostContext {
  readonly book: Book;
  readonly make: Makers;
  /** The ranges the client keeps over syncs; they follow inserted and deleted cells. */
  readonly tracked: () => Iterable<unknown>;
  /** For dates typed without a year. */
  readonly today: () => { readonly year: number };
  /** Ranges events have pointed at, by the id in the event. */
  readonly eventRanges = new Map<string, Place>();
  #pending: Change[] = [];

  constructor(book: Book, make: (context: HostContext) => Makers, tracked: () => Iterable<unknown>, today: () => { readonly year: number }) {
    this.book = book;
    this.make = make(this);
    this.tracked = tracked;
    this.today = today;
  }

  /** Notes a change; `flush` tells the book's listeners. Neighbouring areas (a large write arrives in slices) become one notice. */
  changed(kind: ChangeKind, sheet?: Sheet, area?: Area, what: CellsChange = 'edited'): void {
    const last = this.#pending.at(-1);
    if (last && last.kind === kind && last.sheet === sheet) {
      if (!area || !last.area) return;
      const joined = last.what === what ? join(last.area, area) : null;
      if (joined) {
        this.#pending[this.#pending.length - 1] = { ...last, area: joined };
        return;
      }
    }
    this.#pending.push({ kind, source: 'addin', ...(sheet && { sheet }), ...(area && { area }), ...(kind === 'cells' && { what }) });
  }

  flush(): void {
    const changes = this.#pending;
    this.#pending = [];
    for (const change of changes) this.book.notify(change);
  }

  /** Refuses what a protected sheet does not allow; with an area, unlocked cells may be written. */
  requireWritable(sheet: Sheet, area?: Area): void {
    if (!sheet.isProtected) return;
    if (!area || area.rows * area.columns > 100_000) throw accessDenied();
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        if (cellAt(sheet, row, column).style?.locked !== false) throw accessDenied();
      }
    }
  }

  /** Inserts or deletes cells and lets the ranges the client keeps follow. */
  shift(sheet: Sheet, shift: Shift): void {
    this.requireWritable(sheet);
    const obstacle = shiftObstacle(sheet, shift);
    if (obstacle) throw OBSTACLES[obstacle]();
    this.follow(sheet, shiftCells(this.book, sheet, shift));
    const breadth = isWholeRows(shift.area) ? 'rows' : isWholeColumns(shift.area) ? 'columns' : 'cells';
    this.changed('cells', sheet, shift.area, `${breadth}${shift.kind === 'insert' ? 'Inserted' : 'Deleted'}`);
  }

  /** Moves the ranges the client keeps along with cells that were inserted or deleted. */
  follow(sheet: Sheet, move: AreaMapper): void {
    for (const object of this.tracked()) {
      if (!isRange(object) || object.sheet !== sheet) continue;
      const area = move(object.area);
      if (area) object.area = area;
      else object.isDeleted = true;
    }
  }

  /** The place an argument names: a Range, or an address with or without a sheet, a table's or a defined name. */
  place(argument: unknown, sheet: Sheet): Place {
    if (isRange(argument)) return { sheet: argument.sheet, area: argument.area };
    if (typeof argument !== 'string') throw invalidArgument();
    const reference = splitReference(argument);
    const on = reference.sheet === null ? sheet : this.book.sheetNamed(reference.sheet);
    if (!on) throw itemNotFound();
    const area = parseAddress(reference.address);
    if (area) return { sheet: on, area };
    return this.#named(reference.address) ?? this.#fail(argument);
  }

  onSheet(area: Area): Area {
    if (!isOnSheet(area)) throw invalidArgument();
    return area;
  }

  /** The place a defined name or table name stands for. */
  #named(name: string): Place | null {
    const wanted = name.toLowerCase();
    for (const sheet of this.book.sheets) {
      const table = sheet.tables.find((one) => one.name.toLowerCase() === wanted);
      if (table) return { sheet, area: bodyOf(table) };
    }
    const defined = this.book.names.find((one) => one.name.toLowerCase() === wanted);
    return defined ? this.place(defined.formula, this.book.activeSheet) : null;
  }

  #fail(address: string): never {
    throw invalidArgument(`The argument is invalid or missing or has an incorrect format: ${address}.`);
  }
}

/** A table's data rows; one blank row at least. */
export function bodyOf(table: Table): Area {
  const { row, column, rows, columns } = table.area;
  return { row: row + 1, column, rows: Math.max(1, rows - 1 - (table.showTotals ? 1 : 0)), columns };
}

function isRange(value: unknown): value is Range {
  return typeof value === 'object' && value !== null && 'apiClass' in value && value.apiClass === 'Range';
}

/** The union of two areas when it is a rectangle they cover without gap. */
function join(a: Area, b: Area): Area | null {
  if (holds(a, b)) return a;
  const both = bounding(a, b);
  const shared = intersection(a, b);
  const covered = a.rows * a.columns + b.rows * b.columns - (shared ? shared.rows * shared.columns : 0);
  return both.rows * both.columns === covered ? both : null;
}
