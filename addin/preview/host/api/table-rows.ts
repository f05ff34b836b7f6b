import type { Area, Sheet, Table } from '../../model/book.ts';
import { ApiCollection, ApiObject } from '../api-object.ts';
import { bodyOf, type HostContext } from '../context.ts';
import { arraySizeMismatch, invalidArgument } from '../errors.ts';
import { writeValues } from './cells.ts';
import type { Range } from './range.ts';

export class TableRowCollection extends ApiCollection<TableRow> {
  readonly apiClass = 'TableRowCollection';
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
  get items(): readonly TableRow[] {
    return Array.from({ length: this.count }, (_, index) => new TableRow(this.#context, this.#sheet, this.#table, index));
  }
  override get count(): number {
    return bodyOf(this.#table).rows;
  }

  /**
   * Inserts rows; the cells below them, in the table's columns only, move down.
   * @param index zero-based; null or -1 for the end
   * @param values one array for each row, or one row's values
   */
  add(index?: number | null, values?: unknown): TableRow {
    const body = bodyOf(this.#table);
    const at = index === undefined || index === null || index < 0 ? body.rows : index;
    if (!Number.isInteger(at) || at > body.rows) throw invalidArgument();
    const rows = rowsOf(values, body.columns);
    const added: Area = { ...body, row: body.row + at, rows: rows?.length ?? 1 };
    this.#context.shift(this.#sheet, { kind: 'insert', axis: 'down', area: added });
    const isTakenIn = at < body.rows || this.#table.showTotals;
    if (!isTakenIn) this.#table.area = { ...this.#table.area, rows: this.#table.area.rows + added.rows };
    if (rows) writeValues(this.#context, this.#sheet, added, rows);
    this.#context.changed('tables', this.#sheet);
    return this.getItemAt(at);
  }
  getItemAt(index: number): TableRow {
    if (!Number.isInteger(index) || index < 0 || index >= this.count) throw invalidArgument();
    return new TableRow(this.#context, this.#sheet, this.#table, index);
  }
  getItem(index: number): TableRow {
    return this.getItemAt(index);
  }
  deleteRowsAt(index: number, count?: number | null): void {
    const last = this.getItemAt(index + (count ?? 1) - 1).index;
    for (let row = last; row >= index; row--) this.getItemAt(row).delete();
  }
}

function rowsOf(values: unknown, columns: number): readonly (readonly unknown[])[] | null {
  if (values === undefined || values === null) return null;
  if (!Array.isArray(values)) throw invalidArgument();
  const rows: unknown[][] = Array.isArray(values[0]) ? values : [values];
  if (rows.some((row) => row.length !== columns)) throw arraySizeMismatch();
  return rows;
}

export class TableRow extends ApiObject {
  readonly apiClass = 'TableRow';
  readonly #context: HostContext;
  readonly #sheet: Sheet;
  readonly #table: Table;
  readonly #index: number;

  constructor(context: HostContext, sheet: Sheet, table: Table, index: number) {
    super();
    this.#context = context;
    this.#sheet = sheet;
    this.#table = table;
    this.#index = index;
  }

  override get scalars(): readonly string[] {
    return ['index', 'values'];
  }
  /** Rows have no id but their place. */
  override get identity(): Readonly<Record<string, unknown>> {
    return { _Id: this.#index };
  }

  get index(): number {
    return this.#index;
  }
  get values(): unknown {
    return this.getRange().values;
  }
  set values(values: unknown) {
    this.getRange().values = values;
  }
  getRange(): Range {
    return this.#context.make.range(this.#sheet, this.#area());
  }
  /** The cells below, in the table's columns only, move up; the last data row is only emptied. */
  delete(): void {
    if (bodyOf(this.#table).rows === 1) return this.getRange().clear('Contents');
    this.#context.shift(this.#sheet, { kind: 'delete', axis: 'down', area: this.#area() });
    this.#context.changed('tables', this.#sheet);
  }

  #area(): Area {
    const body = bodyOf(this.#table);
    return { ...body, row: body.row + this.#index, rows: 1 };
  }
}
