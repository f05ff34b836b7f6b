import type { Book, Change, CellsChange, Sheet } from '../model/book.ts';
import { areaAddress } from '../model/address.ts';
import { areaOf, MAX_COLUMNS, MAX_ROWS, overlaps } from '../model/areas.ts';
import type { ApiObject } from './api-object.ts';
import type { HostContext } from './context.ts';

/** A rich-API event as office.js takes it. */
export interface HostEvent {
  readonly messageCategory: number;
  readonly messageType: number;
  readonly targetId: string;
  /** JSON */
  readonly message: string;
}

const RICH_API = 65_536;
const WORKBOOK = 'Workbook';
/** How many ranges of past events `args.getRange()` still finds. */
const REMEMBERED = 1000;

/** Event type numbers of office.js, by the name its objects register with. */
const TYPES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  Worksheet: { DataChangedEvent: 10, ActivatedEvent: 11, DeactivatedEvent: 12, SelectionChangedEvent: 14, FormatChangedEvent: 18 },
  WorksheetCollection: {
    DataChangedEvent: 10,
    ActivatedEvent: 11,
    DeactivatedEvent: 12,
    AddedEvent: 13,
    SelectionChangedEvent: 14,
    DeletedEvent: 15,
    FormatChangedEvent: 18,
  },
  Table: { DataChangedEvent: 101 },
};

const CHANGE_TYPES: Readonly<Record<Exclude<CellsChange, 'formatted'>, string>> = {
  edited: 'RangeEdited',
  cellsInserted: 'CellInserted',
  cellsDeleted: 'CellDeleted',
  rowsInserted: 'RowInserted',
  rowsDeleted: 'RowDeleted',
  columnsInserted: 'ColumnInserted',
  columnsDeleted: 'ColumnDeleted',
};

/** Turns changes of the book, whoever made them, into the events the add-in has registered for. */
export class Events {
  readonly #context: HostContext;
  readonly #registered = new Map<string, number>();
  #active: Sheet;
  #sheets: readonly Sheet[];
  #nextReference = 1;

  constructor(context: HostContext) {
    this.#context = context;
    this.#active = context.book.activeSheet;
    this.#sheets = [...context.book.sheets];
  }

  /** Whether the object has such an event; if so it is registered or given up. */
  register(object: ApiObject, event: string, isAdded: boolean): boolean {
    const type = TYPES[object.apiClass]?.[event];
    if (type === undefined) return false;
    const { Id: id = WORKBOOK } = object.identity;
    const key = keyOf(type, typeof id === 'string' ? id : WORKBOOK);
    this.#registered.set(key, (this.#registered.get(key) ?? 0) + (isAdded ? 1 : -1));
    return true;
  }

  /** The events a change gives rise to. */
  of(change: Change): HostEvent[] {
    const { book } = this.#context;
    const events = [...this.#sheetsChanged(book), ...this.#activated(book)];
    if (change.source === 'file' || !change.sheet) return events;
    if (change.kind === 'cells') events.push(...this.#cellsChanged(change, change.sheet));
    if (change.kind === 'selection') {
      events.push(...this.#both(14, change.sheet, { address: areaAddress(book.selection), worksheetId: change.sheet.id }));
    }
    return events;
  }

  #sheetsChanged(book: Book): HostEvent[] {
    if (book.sheets.length === this.#sheets.length && book.sheets.every((sheet, index) => sheet === this.#sheets[index])) return [];
    const before = this.#sheets;
    this.#sheets = [...book.sheets];
    const added = book.sheets
      .filter((sheet) => !before.includes(sheet))
      .flatMap((sheet) => this.#event(13, WORKBOOK, { worksheetId: sheet.id, source: 'Local' }));
    const deleted = before
      .filter((sheet) => !book.sheets.includes(sheet))
      .flatMap((sheet) => this.#event(15, WORKBOOK, { worksheetId: sheet.id, source: 'Local' }));
    return [...added, ...deleted];
  }

  #activated(book: Book): HostEvent[] {
    if (book.activeSheet === this.#active) return [];
    const before = this.#active;
    this.#active = book.activeSheet;
    return [...this.#both(12, before, { worksheetId: before.id }), ...this.#both(11, book.activeSheet, { worksheetId: book.activeSheet.id })];
  }

  #cellsChanged(change: Change, sheet: Sheet): HostEvent[] {
    const area = change.area ?? areaOf(0, 0, MAX_ROWS, MAX_COLUMNS);
    const what = change.what ?? 'edited';
    const common = {
      address: areaAddress(area),
      worksheetId: sheet.id,
      source: 'Local',
      triggerSource: change.source === 'addin' ? 'ThisLocalAddin' : 'Unknown',
      referenceId: `event${this.#nextReference}`,
    };
    const tables = sheet.tables.filter((table) => overlaps(table.area, area));
    const message = what === 'formatted' ? common : { ...common, changeType: CHANGE_TYPES[what], shiftDirection: 'None' };
    const events =
      what === 'formatted'
        ? this.#both(18, sheet, message)
        : [...this.#both(10, sheet, message), ...tables.flatMap((table) => this.#event(101, table.id, { ...message, tableId: table.id }))];
    if (events.length > 0) {
      this.#context.eventRanges.set(common.referenceId, { sheet, area });
      this.#context.eventRanges.delete(`event${this.#nextReference - REMEMBERED}`);
      this.#nextReference++;
    }
    return events;
  }

  #both(type: number, sheet: Sheet, message: object): HostEvent[] {
    return [...this.#event(type, sheet.id, message), ...this.#event(type, WORKBOOK, message)];
  }
  #event(type: number, targetId: string, message: object): HostEvent[] {
    if ((this.#registered.get(keyOf(type, targetId)) ?? 0) <= 0) return [];
    return [{ messageCategory: RICH_API, messageType: type, targetId, message: JSON.stringify(message) }];
  }
}

function keyOf(type: number, targetId: string): string {
  return `${type} ${targetId}`;
}
