import { cellAt, type Area, type Sheet, type Table } from '../../model/book.ts';
import { newColumnIds } from '../../model/shift.ts';
import { ApiCollection, ApiObject } from '../api-object.ts';
import { bodyOf, type HostContext } from '../context.ts';
import { arraySizeMismatch, invalidArgument, itemNotFound } from '../errors.ts';
import { Filter, TableAutoFilter } from './auto-filter.ts';
import { cellText } from '../number-text.ts';
import { nameHeaders, writeValues } from './cells.ts';
import type { Range } from './range.ts';

/** The ids of a table's columns, in order; given out on first use. */
function columnIds(table: Table): number[] {
  const ids = (table.columnIds ??= []);
  if (ids.length < table.area.columns) ids.push(...newColumnIds(ids, table.area.columns - ids.length));
  return ids;
}

export class TableColumnCollection extends ApiCollection<TableColumn> {
  readonly apiClass = 'TableColumnCollection';
  readonly #context: HostContext;
  readonly #sheet: Sheet;
  readonly #table: Table;

  constructor(context: HostContext, sheet: Sheet, table: Table) {
    super();
    this.#context = context;
    this.#sheet = sheet;
    this.#table = table;
  }

  override get scalars(): readonly string[] {
    return ['count'];
  }
  get items(): readonly TableColumn[] {
    return columnIds(this.#table)
      .slice(0, this.#table.area.columns)
      .map((id) => new TableColumn(this.#context, this.#sheet, this.#table, id));
  }

  /**
   * Inserts a column; the cells right of it, in the table's rows only, move right. A column in the middle looks like its left
   * neighbour, one at the end is plain.
   * @param index zero-based; null or -1 for the end
   * @param values header, then one value a row, or one value for all
   */
  add(index?: number | null, values?: unknown, name?: string | null): TableColumn {
    const { area } = this.#table;
    const at = index === undefined || index === null || index < 0 ? area.columns : index;
    if (!Number.isInteger(at) || at > area.columns) throw invalidArgument();
    const column = { ...area, column: area.column + at, columns: 1 };
    if (Array.isArray(values) && values.length !== area.rows) throw arraySizeMismatch();
    const ids = columnIds(this.#table);
    const [id = 0] = newColumnIds(ids, 1);
    this.#context.shift(this.#sheet, { kind: 'insert', axis: 'right', area: column });
    // Inserted before its first column a table moves away, beyond its last it stays: in both cases it takes the new column in.
    if (at === 0 || at === area.columns) {
      this.#table.columnIds = ids.toSpliced(at, 0, id);
      const { filter } = this.#table;
      if (filter?.criteria && at === 0) this.#table.filter = { ...filter, criteria: [null, ...filter.criteria] };
      this.#table.area = { ...area, columns: area.columns + 1 };
      if (at > 0) this.#context.make.range(this.#sheet, column).clear('Formats');
    }
    const made = new TableColumn(this.#context, this.#sheet, this.#table, id);
    if (values !== undefined && values !== null) writeValues(this.#context, this.#sheet, column, values);
    if (name) made.name = name;
    else nameHeaders(this.#sheet, this.#table);
    this.#context.changed('tables', this.#sheet);
    return made;
  }
  /** @param key name or id */
  getItem(key: string | number): TableColumn {
    const item = this.getItemOrNullObject(key);
    if (!item) throw itemNotFound();
    return item;
  }
  getItemOrNullObject(key: string | number): TableColumn | null {
    return this.items.find((column) => (typeof key === 'number' ? column.id === key : column.name.toLowerCase() === key.toLowerCase())) ?? null;
  }
  getItemAt(index: number): TableColumn {
    const item = this.items[index];
    if (!item) throw invalidArgument();
    return item;
  }
}

export class TableColumn extends ApiObject {
  readonly apiClass = 'TableColumn';
  readonly #context: HostContext;
  readonly #sheet: Sheet;
  readonly #table: Table;
  readonly #id: number;

  constructor(context: HostContext, sheet: Sheet, table: Table, id: number) {
    super();
    this.#context = context;
    this.#sheet = sheet;
    this.#table = table;
    this.#id = id;
  }

  override get scalars(): readonly string[] {
    return ['id', 'index', 'name', 'values'];
  }
  override get identity(): Readonly<Record<string, unknown>> {
    return { Id: this.#id };
  }

  get id(): number {
    return this.#id;
  }
  get index(): number {
    const index = columnIds(this.#table).indexOf(this.#id);
    if (index < 0) throw itemNotFound();
    return index;
  }
  get name(): string {
    const { area } = this.#table;
    return cellText(cellAt(this.#sheet, area.row, area.column + this.index).value);
  }
  set name(name: string) {
    writeValues(this.#context, this.#sheet, this.#part({ ...this.#table.area, rows: 1 }), `'${name}`);
  }
  get values(): unknown {
    return this.getRange().values;
  }
  set values(values: unknown) {
    this.getRange().values = values;
  }
  get filter(): Filter {
    return new Filter(new TableAutoFilter(this.#context, this.#sheet, this.#table), this.index);
  }

  getRange(): Range {
    return this.#range(this.#table.area);
  }
  getHeaderRowRange(): Range {
    return this.#range({ ...this.#table.area, rows: 1 });
  }
  getDataBodyRange(): Range {
    return this.#range(bodyOf(this.#table));
  }
  getTotalRowRange(): Range {
    if (!this.#table.showTotals) throw itemNotFound();
    const { area } = this.#table;
    return this.#range({ ...area, row: area.row + area.rows - 1, rows: 1 });
  }
  /** The cells right of it, in the table's rows only, move left. */
  delete(): void {
    if (this.#table.area.columns === 1) throw invalidArgument();
    this.#context.shift(this.#sheet, { kind: 'delete', axis: 'right', area: this.#part(this.#table.area) });
    this.#context.changed('tables', this.#sheet);
  }

  #part(area: Area): Area {
    return { ...area, column: area.column + this.index, columns: 1 };
  }
  #range(area: Area): Range {
    return this.#context.make.range(this.#sheet, this.#part(area));
  }
}
