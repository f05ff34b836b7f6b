import type { Area, Sheet, Table } from '../../model/book.ts';
import { overlaps } from '../../model/areas.ts';
import { ApiCollection } from '../api-object.ts';
import type { HostContext } from '../context.ts';
import { accessDenied, invalidArgument, itemAlreadyExists, itemNotFound } from '../errors.ts';
import { nameHeaders } from './cells.ts';
import type { TableObject } from './table.ts';

/** Throws InvalidArgument for what is no table name, ItemAlreadyExists for one a table or defined name has. */
export function requireTableName(context: HostContext, name: unknown, besides: Table): string {
  if (typeof name !== 'string' || !/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) || name.length > 255) throw invalidArgument();
  const wanted = name.toLowerCase();
  const isTaken =
    context.book.sheets.some((sheet) => sheet.tables.some((table) => table !== besides && table.name.toLowerCase() === wanted)) ||
    context.book.names.some((defined) => defined.name.toLowerCase() === wanted);
  if (isTaken) throw itemAlreadyExists();
  return name;
}

/** The tables of a sheet, or of all sheets. */
export class TableCollection extends ApiCollection<TableObject> {
  readonly apiClass = 'TableCollection';
  readonly #context: HostContext;
  readonly #sheet: Sheet | null;

  constructor(context: HostContext, sheet: Sheet | null) {
    super();
    this.#context = context;
    this.#sheet = sheet;
  }

  override get scalars(): readonly string[] {
    return ['count'];
  }
  get items(): readonly TableObject[] {
    const sheets = this.#sheet ? [this.#sheet] : this.#context.book.sheets;
    return sheets.flatMap((sheet) => sheet.tables.map((table) => this.#context.make.table(sheet, table)));
  }

  /** Without headers, a header row is inserted above and named Column1 … */
  add(address: unknown, hasHeaders: boolean): TableObject {
    const { sheet, area: given } = this.#context.place(address, this.#sheet ?? this.#context.book.activeSheet);
    this.#context.requireWritable(sheet);
    if (sheet.tables.some((table) => overlaps(table.area, given))) throw invalidArgument('A table cannot overlap another table.');
    if (sheet.merges.some((merge) => overlaps(merge, given))) throw accessDenied();
    if (!hasHeaders) this.#context.shift(sheet, { kind: 'insert', axis: 'down', area: { ...given, rows: 1 } });
    const area: Area = { ...given, rows: Math.max(2, hasHeaders ? given.rows : given.rows + 1) };
    const number = this.#freeNumber();
    const table: Table = { id: `{T${number}}`, name: `Table${number}`, area, showTotals: false, showFilterButton: true, style: 'TableStyleMedium2' };
    sheet.tables.push(table);
    if (nameHeaders(sheet, table)) this.#context.changed('cells', sheet, { ...area, rows: 1 });
    this.#context.changed('tables', sheet);
    return this.#context.make.table(sheet, table);
  }
  /** @param key name or id */
  getItem(key: string): TableObject {
    const item = this.getItemOrNullObject(key);
    if (!item) throw itemNotFound();
    return item;
  }
  getItemOrNullObject(key: string): TableObject | null {
    const wanted = key.toLowerCase();
    return this.items.find((table) => table.id === key) ?? this.items.find((table) => table.name.toLowerCase() === wanted) ?? null;
  }
  getItemAt(index: number): TableObject {
    const item = this.items[index];
    if (!item) throw invalidArgument();
    return item;
  }

  #freeNumber(): number {
    const tables = this.#context.book.sheets.flatMap((sheet) => sheet.tables);
    let number = tables.length + 1;
    while (tables.some((table) => table.id === `{T${number}}` || table.name.toLowerCase() === `table${number}`)) number++;
    return number;
  }
}
